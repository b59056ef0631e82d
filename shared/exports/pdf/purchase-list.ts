import { BOM_SECTIONS, type BomLine } from '../../bom/index.ts';
import type { ExportInput } from '../define.ts';
import type { PdfContent, PdfText } from './document.ts';
import { count } from './numbers.ts';
import { TINT, cell, chapter, heads, number, table } from './style.ts';

const HEADS = ['Line', 'Part number', 'Description', 'Used by', 'Qty', 'Status'];

/** Every line to order, by section, with the sum of each section. */
export function purchaseList({ outcome }: ExportInput): readonly PdfContent[] {
  const { lines, counts } = outcome.bom;
  const rows = BOM_SECTIONS.flatMap((section) => {
    const mine = lines.filter((line) => line.section === section);
    const pieces = mine.reduce((sum, line) => sum + line.quantity, 0);
    return mine.length === 0 ? [] : [sectionRow(section, pieces), ...mine.map(lineRow)];
  });
  const summary = `${count(lines.length, 'line')}: ${counts.resolved} resolved to a part number, ${counts.generic} generic, ${counts.incomplete} incomplete. Resolved lines are ordered by their part number, generic ones are configured with the maker first. Spares, packs and prices are not part of this list.`;
  return [
    chapter('Purchase list', { pageOrientation: 'portrait' }),
    { text: summary, style: 'lead' },
    ...(rows.length === 0
      ? [cell('The design needs no parts yet.')]
      : [table([24, 86, '*', 82, 28, 40], heads(HEADS, ['Line', 'Qty']), rows)]),
  ];
}

function sectionRow(section: string, pieces: number): PdfContent[] {
  const title: PdfText = { text: section, style: 'section', colSpan: 4, fillColor: TINT };
  const empty = ['', '', ''];
  return [title, ...empty, number(pieces, { bold: true, fillColor: TINT }), { text: '', fillColor: TINT }];
}

function lineRow(line: BomLine): PdfContent[] {
  const description: PdfContent =
    line.note === ''
      ? { stack: [cell(line.description), cell(line.manufacturer, 'soft')] }
      : { stack: [cell(line.description), cell(line.manufacturer, 'soft'), cell(line.note, 'label')] };
  return [
    number(line.line),
    cell(line.partNumber === '' ? '-' : line.partNumber, 'mono'),
    description,
    cell(line.designators),
    number(line.quantity, { bold: true }),
    cell(line.status),
  ];
}
