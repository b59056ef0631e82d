import type { CableRow, CableRowEnd } from '../../bom/index.ts';
import type { ExportInput } from '../define.ts';
import type { PdfContent } from './document.ts';
import { count, metres } from './numbers.ts';
import { cell, chapter, heads, number, table } from './style.ts';

const HEADS = ['Cable', 'From', 'To', 'Type and part number', 'Need m', 'Stock m', 'Network'];

/** One row per cable with its ends; a breakout cable lists its lanes. */
export function cableSchedule({ outcome }: ExportInput): readonly PdfContent[] {
  const { cables } = outcome.bom;
  if (cables.length === 0) return [];
  const broken = cables.filter(({ problem }) => problem !== '').length;
  const summary = `${count(cables.length, 'cable')}${broken === 0 ? '' : `, ${broken} of them cannot be built as drawn`}. Need is the length of the route; stock is the length ordered.`;
  return [
    chapter('Cable schedule'),
    { text: summary, style: 'lead' },
    table([28, '*', '*', 94, 36, 38, 66], heads(HEADS, ['Need m', 'Stock m']), cables.map(row)),
  ];
}

function row(cable: CableRow): PdfContent[] {
  const { run, product, carries } = cable;
  const type: PdfContent = {
    stack: [
      cell(product.type),
      ...(product.partNumber === '' ? [] : [cell(product.partNumber, 'mono')]),
      ...(cable.problem === '' ? [] : [cell(cable.problem, 'label')]),
    ],
  };
  return [
    cell(cable.tag, 'mono'),
    { stack: endLines(cable.a) },
    { stack: cable.b.flatMap((each) => endLines(each)) },
    type,
    number(metres(run.lengthM)),
    number(product.stockLengthM === null ? '-' : metres(product.stockLengthM)),
    {
      stack: [
        cell(carries.network),
        ...(carries.vlans === '' ? [] : [cell(`VLAN ${carries.vlans}`, 'label')]),
      ],
    },
  ];
}

function endLines({ device, port, lane, plug: { connector, module } }: CableRowEnd): PdfContent[] {
  const plug = module === '' ? connector : `${connector}, module ${module}`;
  const which = lane === null ? plug : `lane ${lane}${plug === '' ? '' : `, ${plug}`}`;
  return [cell(`${device}  ${port}`), cell(which, 'label')];
}
