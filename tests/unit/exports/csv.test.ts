import papaparse from 'papaparse';
import { describe, expect, it } from 'vitest';
import { exportById } from '../../../shared/exports/index.ts';
import { withRecords } from '../../../shared/model/index.ts';
import { templateById, templates } from '../../../shared/templates/index.ts';
import { prepared } from '../../support/prepared.ts';

function table(format: string, design: Parameters<typeof prepared>[0]): Record<string, string>[] {
  const [file] = exportById(format)!.produce(prepared(design));
  if (file?.kind !== 'text') throw new Error('expected text');
  expect(file.text.startsWith('\ufeff')).toBe(true);
  const parsed = papaparse.parse<Record<string, string>>(file.text.slice(1), {
    header: true,
    skipEmptyLines: true,
  });
  expect(parsed.errors).toEqual([]);
  return parsed.data;
}

describe('purchase list as CSV', () => {
  it('has the columns buyers expect, in their order', () => {
    const [row] = table('bom-csv', templates[0]!.build());
    expect(Object.keys(row!)).toEqual(
      'Line|Section|Manufacturer|Part number|Description|Qty required|Spares|Pack size|Qty to order|Unit|Unit price|Currency|Extended price|Supplier|Supplier part number|Lead time|Status|Used by|Note / substitute'.split(
        '|',
      ),
    );
  });

  it('lists the sixteen cables and eight cards of the eight computers', () => {
    const rows = table('bom-csv', templateById('eight-node-dual-10g')!.build());
    const quantity = (section: string) =>
      rows
        .filter((row) => row['Section'] === section)
        .reduce((sum, row) => sum + Number(row['Qty to order']), 0);
    expect([quantity('Adapters'), quantity('Cables'), quantity('Switches'), quantity('Servers')]).toEqual([
      8, 16, 1, 8,
    ]);
  });

  it('cannot be made to run a formula', () => {
    const design = templates[0]!.build();
    const [first] = design.nodes.values();
    const hostile = withRecords(design, 'nodes', [{ ...first!, name: '=HYPERLINK("http://x","y")' }]);
    for (const format of ['bom-csv', 'cables-csv']) {
      for (const row of table(format, hostile)) {
        for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
      }
    }
  });
});

describe('cable schedule as CSV', () => {
  it.each(templates.map((template) => [template.id, template] as const))(
    'has one row per cable of %s',
    (_id, template) => {
      const design = template.build();
      const rows = table('cables-csv', design);
      expect(rows).toHaveLength(design.links.size);
      const ends = rows.flatMap((row) => [
        `${row['A device']} ${row['A port']}`,
        `${row['B device']} ${row['B port']}`,
      ]);
      expect(new Set(ends).size).toBe(ends.length);
    },
  );
});
