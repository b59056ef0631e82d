import { projectOf } from '../../model/index.ts';
import type { Totals } from '../../plan/index.ts';
import { countFindings } from '../../rules/index.ts';
import type { ExportInput } from '../define.ts';
import type { PdfContent } from './document.ts';
import { load } from './load.ts';
import { count, gbps, gigabytes } from './numbers.ts';
import { cell, facts } from './style.ts';

/** First page: whose design this is, its key figures, and what follows. */
export function cover(input: ExportInput): readonly PdfContent[] {
  const { outcome, designHash, appVersion } = input;
  const project = projectOf(outcome.design);
  return [
    { text: 'CLUSTERWRIGHT', style: 'wordmark', margin: [0, 0, 0, 60] },
    { ...cell(project.name, 'title'), margin: [0, 0, 0, 4] },
    { text: 'Bill of materials, cabling and checks', style: 'lead', margin: [0, 0, 0, 26] },
    facts([
      ...given('Customer', project.customer),
      ...given('Author', project.author),
      ...given('Revision', project.revision),
      ...given('Date', project.revisionDate),
      ['Design hash (SHA-256)', designHash, true],
      ['Made with', `Clusterwright ${appVersion}`],
    ]),
    ...(project.note === '' ? [] : [{ ...cell(project.note), margin: [0, 12, 0, 0] as const }]),
    { text: 'Key figures', style: 'h2', margin: [0, 26, 0, 8] },
    figures(input),
    ...load(input),
    { toc: { title: { text: 'Contents', style: 'h2' }, textMargin: [0, 3, 0, 0] }, margin: [0, 18, 0, 0] },
  ];
}

/** A line of the cover, left out when nobody filled it in. */
function given(name: string, value: string): readonly (readonly [name: string, value: string])[] {
  return value === '' ? [] : [[name, value]];
}

/** Big numbers in a grid of four columns. */
function figures({ outcome }: ExportInput): PdfContent {
  const { totals, flow } = outcome.plan;
  const found = countFindings(outcome.findings);
  const { counts } = outcome.bom;
  const open = counts.generic + counts.incomplete;
  const cells: readonly (readonly [value: string, label: string])[] = [
    [String(totals.nodes), totals.nodes === 1 ? 'node' : 'nodes'],
    [
      String(totals.adapters),
      `${totals.adapters === 1 ? 'adapter' : 'adapters'}, ${count(totals.portsCabled, 'port')} cabled`,
    ],
    [
      String(totals.cables),
      `${totals.cables === 1 ? 'cable' : 'cables'}, ${count(totals.transceivers, 'transceiver')}`,
    ],
    [String(totals.switches), switchWords(totals)],
    [`${gigabytes(flow.rateGbps)} GB/s`, `storage rate, ${gbps(flow.rateGbps)} Gb/s`],
    [`${gigabytes(flow.worstCase.rateGbps)} GB/s`, worstCase(flow.worstCase.failedLabel)],
    [
      String(found.fail),
      `${found.fail === 1 ? 'check' : 'checks'} failed, ${count(found.warn, 'warning')}, ${count(found.info, 'note')}, ${found.pass} passed`,
    ],
    [
      String(outcome.bom.lines.length),
      open === 0 ? 'purchase lines, all resolved' : `purchase lines, ${open} open`,
    ],
  ];
  const rows = [cells.slice(0, 4), cells.slice(4)].map((row) =>
    row.map(([value, label]) => ({
      stack: [
        { text: value, style: 'figure' },
        { text: label, style: 'label' },
      ],
      margin: [0, 4, 4, 6] as const,
    })),
  );
  return { layout: 'hairlines', table: { widths: ['*', '*', '*', '*'], body: rows } };
}

function switchWords({ switches, switchPortsUsed, switchPortsFree }: Totals): string {
  if (switches === 0) return 'switches: nodes are cabled directly';
  return `${switches === 1 ? 'switch' : 'switches'}, ${count(switchPortsUsed, 'port')} used, ${switchPortsFree} free`;
}

function worstCase(label: string): string {
  return label === '' ? 'after the worst single failure' : `after losing ${label}`;
}
