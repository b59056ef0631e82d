import type { BomLine } from '../bom/index.ts';
import { projectOf } from '../model/index.ts';
import { toCsv, type Column } from './csv.ts';
import { defineExporter } from './define.ts';
import { fileStem } from './file-stem.ts';

/** The purchase list for quoting tools. Spares, packs, prices and suppliers are the buyer's to fill in. */
export const bomCsv = defineExporter({
  id: 'bom-csv',
  label: 'Purchase list (CSV)',
  description: 'Every part to order with quantity, part number and what uses it.',
  shape: 'file',
  extension: 'csv',
  produce: ({ outcome }) => {
    const project = projectOf(outcome.design);
    return [
      {
        kind: 'text',
        path: `${fileStem(project.name)}-bom.csv`,
        text: toCsv(bomColumns(project.currency), outcome.bom.lines),
      },
    ];
  },
});

/** Columns in the order buyers expect them. */
function bomColumns(currency: string): readonly Column<BomLine>[] {
  return [
    { heading: 'Line', cell: (line) => line.line },
    { heading: 'Section', cell: (line) => line.section },
    { heading: 'Manufacturer', cell: (line) => line.manufacturer },
    { heading: 'Part number', cell: (line) => line.partNumber },
    { heading: 'Description', cell: (line) => line.description },
    { heading: 'Qty required', cell: (line) => line.quantity },
    { heading: 'Spares', cell: () => 0 },
    { heading: 'Pack size', cell: () => 1 },
    { heading: 'Qty to order', cell: (line) => line.quantity },
    { heading: 'Unit', cell: (line) => line.unit },
    { heading: 'Unit price', cell: () => null },
    { heading: 'Currency', cell: () => currency },
    { heading: 'Extended price', cell: () => null },
    { heading: 'Supplier', cell: () => null },
    { heading: 'Supplier part number', cell: () => null },
    { heading: 'Lead time', cell: () => null },
    { heading: 'Status', cell: (line) => line.status },
    { heading: 'Used by', cell: (line) => line.designators },
    { heading: 'Note / substitute', cell: (line) => line.note },
  ];
}
