import papaparse from 'papaparse';
import { describe, expect, it } from 'vitest';
import { exportById } from '../../../shared/exports/index.ts';
import { withRecords } from '../../../shared/model/index.ts';
import { templateById, templates } from '../../../shared/templates/index.ts';
import { aDesign } from '../../support/builders.ts';
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
  it('has one row for a breakout cable, with its far ends in the order of the lanes', () => {
    const design = aDesign()
      .network('a', { vlan: 711 })
      .profile('p', [{ part: 'nvidia-mcx512a-acat', networks: ['a'] }])
      .cluster('FS', 'file-server', 'p', ['FS01', 'FS02', 'FS03'])
      .switch('TOR1', 'nvidia-sn2700')
      .breakout('TOR1:swp1', ['FS01/1/1', null, 'FS03/1/1', 'FS02/1/1'], { lengthM: null })
      .build();
    const rows = table('cables-csv', design);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      'Cable ID': 'C001',
      Type: 'Breakout DAC, QSFP28 - 4 x SFP28',
      'Length m (exact)': '3',
      'Length from': 'racks',
      'A device': 'TOR1',
      'A port': 'swp1',
      'A connector': 'QSFP28',
      Lanes: '1; 3; 4',
      'B device': 'FS01; FS03; FS02',
      'B port': 'SLOT 1 Port 1; SLOT 1 Port 1; SLOT 1 Port 1',
      'B connector': '3 x SFP28',
    });
    expect(rows[0]?.['Label text B']).toBe(
      'lane 1: FS01 SLOT 1 Port 1 <-> TOR1 swp1s0; lane 3: FS03 SLOT 1 Port 1 <-> TOR1 swp1s2; lane 4: FS02 SLOT 1 Port 1 <-> TOR1 swp1s3',
    );
  });

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
