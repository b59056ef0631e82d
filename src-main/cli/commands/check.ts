import { countFindings, type Finding, type FindingCounts } from '../../../shared/rules/index.ts';
import { EXIT, JSON_OPTION, defineCliCommand } from '../define.ts';
import { json } from '../json.ts';
import { openOutcome } from '../open-design.ts';

export const check = defineCliCommand({
  name: 'check',
  summary: 'Check a design against all rules; exit code 1 when one fails.',
  args: [{ name: 'FILE', description: 'A design (*.cwplan).' }],
  options: { all: { description: 'Show what passed and what does not apply too.' }, json: JSON_OPTION },
  async run({ args, options, out }) {
    const { findings } = await openOutcome(args[0] ?? '');
    const counts = countFindings(findings);
    if (options.json) out(json({ findings, counts }));
    else {
      const shown = options.all
        ? findings
        : findings.filter(({ status }) => status !== 'pass' && status !== 'not-applicable');
      out([...shown.map(describe), summary(counts)].join('\n'));
    }
    return counts.fail > 0 ? EXIT.findings : EXIT.fine;
  },
});

const LABELS = { fail: 'FAIL', warn: 'WARN', info: 'INFO', pass: 'pass', 'not-applicable': 'n/a ' } as const;

function describe(finding: Finding): string {
  const lines = [`${LABELS[finding.status]}  ${finding.rule.padEnd(8)} ${finding.message}`];
  if (finding.reason !== '') lines.push(`      why     ${finding.reason}`);
  if (finding.fix !== '') lines.push(`      do      ${finding.fix}`);
  if (finding.acknowledged !== null) lines.push(`      noted   ${finding.acknowledged}`);
  if (finding.status !== 'pass' && finding.status !== 'not-applicable')
    lines.push(`      source  ${finding.source}`);
  return `${lines.join('\n')}\n`;
}

function summary(counts: FindingCounts): string {
  const { fail, warn, info, pass, notApplicable } = counts;
  return `${fail} fail, ${warn} warn, ${info} info, ${pass} pass, ${notApplicable} not applicable\n`;
}
