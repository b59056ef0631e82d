import type { ExportInput } from '../define.ts';
import type { PdfContent } from './document.ts';
import { cell, chapter, heads, number, table } from './style.ts';

/** What the list takes for granted, and the lines somebody still has to decide. */
export function assumptions({ outcome }: ExportInput): readonly PdfContent[] {
  const { bom } = outcome;
  const open = bom.lines.filter(({ status }) => status !== 'resolved');
  return [
    chapter('Assumptions and open lines'),
    ...bom.assumptions.map((text) => ({ ...cell(`\u2022  ${text}`), margin: [0, 0, 0, 4] as const })),
    { text: 'Lines without a part number', style: 'h2' },
    open.length === 0
      ? cell('None: every line of the purchase list can be ordered as it stands.')
      : table(
          [24, '*', 30, 50, 180],
          heads(['Line', 'Description', 'Qty', 'Status', 'Why'], ['Line', 'Qty']),
          open.map((line) => [
            number(line.line),
            cell(line.description),
            number(line.quantity),
            cell(line.status),
            cell(line.note),
          ]),
        ),
  ];
}
