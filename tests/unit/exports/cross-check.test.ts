import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalog } from '../../../shared/catalog/index.ts';
import { crossCheck, describeMismatch, prepareExport } from '../../../shared/exports/index.ts';
import { withRecords, type Design, type Link } from '../../../shared/model/index.ts';
import { templates, templateById } from '../../../shared/templates/index.ts';
import { arbitraryDesign } from '../../support/arbitrary-design.ts';
import { prepared } from '../../support/prepared.ts';

const eight = templateById('eight-node-dual-10g')!.build();
const good = prepared(eight);

function mismatches(change: Partial<typeof good>, outcome: Partial<typeof good.outcome> = {}): string[] {
  const input = { ...good, ...change };
  return crossCheck({ ...good.outcome, ...outcome }, input.scene, input.scripts).map(describeMismatch);
}

function links(design: Design): Link[] {
  return [...design.links.values()];
}

/** The contradictions that stop an export of the design, in words. */
function refusals(design: Design): string[] {
  const result = prepareExport(design, catalog, { paper: 'A4', appVersion: '1' });
  return result.ok ? [] : result.error.map(describeMismatch);
}

describe('crossCheck', () => {
  it.each(templates.map((template) => [template.id, template] as const))(
    'finds nothing in %s',
    (_id, template) => {
      expect(refusals(template.build())).toEqual([]);
    },
  );

  it('finds no two outputs that count differently in any random design', () => {
    fc.assert(
      fc.property(arbitraryDesign(), (design) => {
        const counted = refusals(design).filter((text) => !/^Cable C\d+/.test(text));
        expect(counted).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('names both sides when the purchase list lost a line', () => {
    const { bom } = good.outcome;
    const lines = bom.lines.filter(({ section }) => section !== 'Cables');
    expect(mismatches({}, { bom: { ...bom, lines } })).toEqual([
      'Cables: the design has 16, but the purchase list has 0',
    ]);
  });

  it('names both sides when the drawing lost a cable or a node', () => {
    const { scene } = good;
    expect(mismatches({ scene: { ...scene, cables: scene.cables.slice(1) } })).toEqual([
      'Cables: the design has 16, but the diagram has 15',
      'Cable ends opposite side A: the design has 16, but the diagram has 15',
    ]);
    expect(mismatches({ scene: { ...scene, nodes: scene.nodes.slice(1) } })).toContain(
      'Nodes: the design has 8, but the diagram has 7',
    );
  });

  it('names both sides when the cable schedule lost a row', () => {
    const { bom } = good.outcome;
    expect(mismatches({}, { bom: { ...bom, cables: bom.cables.slice(2) } })).toEqual([
      'Cables: the design has 16, but the cable schedule has 14',
      'Cable ends opposite side A: the design has 16, but the cable schedule has 14',
    ]);
  });

  it('names the port a script forgot, and the script that is missing', () => {
    const [first, ...rest] = good.scripts;
    const short = { ...first!, ports: first!.ports.slice(1) };
    expect(mismatches({ scripts: [short, ...rest] })).toEqual([
      expect.stringMatching(/^Scripts of \S+: .+ is cabled, but its script does not name it$/),
    ]);
    expect(mismatches({ scripts: rest }).join()).toMatch(/the (configure|verify) scripts has 7/);
  });

  it.each<readonly [string, Design, RegExp]>([
    [
      'a port with two cables',
      withRecords(eight, 'links', [{ ...links(eight)[0]!, id: 'extra' as Link['id'] }]),
      /another cable ends at/,
    ],
    [
      'a port that does not exist',
      withRecords(eight, 'links', [
        {
          ...links(eight)[0]!,
          b: { kind: 'switch', switchId: [...eight.switches.keys()][0]!, port: 'nowhere' },
        },
      ]),
      /does not exist/,
    ],
    [
      'a cable into itself',
      withRecords(eight, 'links', [{ ...links(eight)[0]!, b: links(eight)[0]!.a }]),
      /both ends are the same port/,
    ],
    [
      'a cable chosen by hand that is too short',
      withRecords(eight, 'links', [
        { ...links(eight)[0]!, lengthM: 4, cableId: 'nvidia-mc3309130-003' as never },
      ]),
      /does not fit/,
    ],
  ])('stops %s', (_name, design, why) => {
    expect(refusals(design).join('\n')).toMatch(why);
  });

  it('lets a cable without a product through as an open line', () => {
    const far = withRecords(eight, 'links', [{ ...links(eight)[0]!, lengthM: 99, medium: 'dac' }]);
    const { outcome } = prepared(far);
    expect(outcome.bom.lines.filter(({ status }) => status === 'incomplete')).toHaveLength(1);
  });
});
