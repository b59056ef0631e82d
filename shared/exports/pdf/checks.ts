import type { Finding } from '../../rules/index.ts';
import { countFindings } from '../../rules/index.ts';
import type { ExportInput } from '../define.ts';
import type { PdfContent } from './document.ts';
import { count } from './numbers.ts';
import { cell, chapter, heads, table } from './style.ts';

const WORDS: Readonly<Record<Finding['status'], string>> = {
  fail: 'Failed',
  warn: 'Warning',
  info: 'Note',
  pass: 'Passed',
  'not-applicable': 'Not applicable',
};

/** What the rules found: open findings in full with acknowledgements, then what passed and what was not asked. */
export function checks({ outcome }: ExportInput): readonly PdfContent[] {
  const counts = countFindings(outcome.findings);
  const open = outcome.findings.filter(
    ({ status }) => status === 'fail' || status === 'warn' || status === 'info',
  );
  const rest = outcome.findings.filter(({ status }) => status === 'pass' || status === 'not-applicable');
  const summary = `${counts.fail} failed, ${count(counts.warn, 'warning')}, ${count(counts.info, 'note')}, ${counts.pass} passed, ${counts.notApplicable} not applicable.`;
  return [
    chapter('Checks'),
    { text: summary, style: 'lead' },
    ...(open.length === 0
      ? [cell('No rule is violated.')]
      : [table([52, 50, '*', 150], heads(['Result', 'Rule', 'Finding', 'What to do']), open.map(openRow))]),
    { text: 'Passed and not applicable', style: 'h2' },
    table([62, 50, '*'], heads(['Result', 'Rule', 'Reason']), rest.map(restRow)),
  ];
}

function openRow(finding: Finding): PdfContent[] {
  const note =
    finding.acknowledged === null
      ? []
      : [cell(`Acknowledged: ${finding.acknowledged}`, 'cell', { bold: true })];
  return [
    cell(WORDS[finding.status], 'cell', { bold: finding.status === 'fail' }),
    cell(finding.rule, 'mono'),
    {
      stack: [
        cell(finding.message),
        cell(finding.reason, 'soft'),
        ...note,
        cell(`Source: ${finding.source}`, 'label'),
      ],
    },
    cell(finding.fix),
  ];
}

function restRow(finding: Finding): PdfContent[] {
  const text = finding.status === 'pass' ? finding.message : finding.reason;
  return [cell(WORDS[finding.status], 'soft'), cell(finding.rule, 'mono'), cell(`${finding.title}: ${text}`)];
}
