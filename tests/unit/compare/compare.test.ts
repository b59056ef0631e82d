import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalog } from '../../../shared/catalog/index.ts';
import { applyCommand, type CommandId, type CommandPayload } from '../../../shared/commands/index.ts';
import { compareDesigns, comparisonText, isSame, type Comparison } from '../../../shared/compare/index.ts';
import { must } from '../../../shared/lib/assert.ts';
import { computeDiff, isEmptyDiff, type Design } from '../../../shared/model/index.ts';
import { computeOutcome } from '../../../shared/outcome.ts';
import { templates } from '../../../shared/templates/index.ts';
import { arbitraryDesign } from '../../support/arbitrary-design.ts';

const compare = (a: Design, b: Design) => compareDesigns(a, b, catalog);

function template(id: string): Design {
  return must(
    templates.find((one) => one.id === id),
    id,
  ).build();
}

function run<C extends CommandId>(design: Design, id: C, payload: CommandPayload<C>): Design {
  let n = 0;
  const result = applyCommand(design, id, payload, { newId: (prefix) => `${prefix}-n${++n}` });
  if (!result.ok) throw new Error(result.error);
  return result.value.design;
}

const EIGHT = template('eight-node-dual-10g');
const LINK = must(EIGHT.links.values().next().value, 'a link');

/** One call of every command that can be made on a template, with a word of what must then be told. */
const CALLS: readonly (readonly [CommandId, unknown, RegExp])[] = [
  ['edit-node', { id: 'hv01', changes: { name: 'NEW' } }, /HV01 → NEW/],
  ['edit-project', { changes: { revision: 'C' } }, /Revision.*C/],
  ['edit-fabric', { changes: { smbShare: 61 } }, /SMB share, %.*50 -> 61|SMB share, %.*61/],
  ['edit-switch', { id: 'tor1', changes: { overrides: { mtu: 1500 } } }, /TOR1.*MTU.*1500/],
  ['edit-switch', { id: 'tor1', changes: { partId: 'nvidia-sn2410' } }, /TOR1.*Model/],
  ['edit-links', { ids: [LINK.id], changes: { lengthM: 7 } }, /Length.*7 m/],
  ['edit-links', { ids: [LINK.id], changes: { medium: 'multimode' } }, /Medium.*multimode/],
  ['remove-items', { ids: ['hv06'] }, /- *Nodes *HV06/],
  ['remove-items', { ids: [LINK.id] }, /- *C0/],
  ['move-items', { moves: [{ id: 'hv01', x: 4, y: 8 }] }, /1 thing stands elsewhere/],
  [
    'edit-adapter',
    { profileId: [...EIGHT.profiles.keys()][1], slot: '2', changes: { gen: 2 } },
    /slot 2, PCIe generation/,
  ],
  [
    'edit-profile',
    { id: [...EIGHT.profiles.keys()][1], changes: { os: '2022' } },
    /Operating system.*2012r2 -> 2022/,
  ],
  ['edit-network', { id: 'net-711', changes: { vlan: 77 } }, /VLAN.*711 -> 77/],
  ['edit-cluster', { id: 'hv-cl1', changes: { name: 'HV-X' } }, /HV-CL1 → HV-X/],
  ['acknowledge', { rule: 'HW-01', subjects: ['hv01'], note: 'fine' }, /Acknowledged findings/],
];

describe('compareDesigns', () => {
  it.each(templates.map(({ id }) => id))('finds nothing between %s and itself', (id) => {
    const comparison = compare(template(id), template(id));
    expect(isSame(comparison)).toBe(true);
    expect(comparison.settings).toEqual([]);
    expect(comparisonText(comparison, 'a', 'b')).toContain('The two designs are equal.');
  });

  it.each(CALLS)('tells what %s did', (id, payload, told) => {
    const text = comparisonText(compare(EIGHT, run(EIGHT, id, payload as never)), 'a', 'b');
    expect(text).toMatch(told);
  });

  it('tells that something was done, whatever was done', () => {
    const sequences = fc.array(fc.nat(CALLS.length - 1), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(sequences, (picks) => {
        let design = EIGHT;
        for (const pick of picks) {
          const [id, payload] = must(CALLS[pick], 'a call');
          const next = applyCommand(design, id, payload as never, {
            newId: (prefix) => `${prefix}-n${pick}`,
          });
          if (!next.ok || isEmptyDiff(next.value.diff)) continue;
          expect(isSame(compare(design, next.value.design))).toBe(false);
          design = next.value.design;
        }
        expect(isSame(compare(EIGHT, design))).toBe(isEmptyDiff(computeDiff(EIGHT, design)));
      }),
      { numRuns: 40 },
    );
  });

  it('finds a cable that was moved to another port, and calls it the same cable', () => {
    const free = { ...LINK.b, port: LINK.b.kind === 'switch' ? 'ethernet1/1/24' : 1 };
    const moved = { ...EIGHT, links: new Map([...EIGHT.links, [LINK.id, { ...LINK, b: free }]]) as never };
    const changed = compare(EIGHT, moved).cables.filter(({ kind }) => kind !== 'same');
    expect(changed).toHaveLength(1);
    expect(changed[0]).toMatchObject({ kind: 'changed', ids: { before: LINK.id, after: LINK.id } });
    expect(changed[0]?.what[0]?.field).toBe('Ends');
    expect(changed[0]?.what[0]?.after).toContain('ethernet1/1/24');
  });

  it('does not take a renamed node for other cables, nor other ids for other things', () => {
    const renamed = run(EIGHT, 'edit-node', { id: 'hv01' as never, changes: { name: 'OTHER' } });
    expect(compare(EIGHT, renamed).cables.every(({ kind }) => kind === 'same')).toBe(true);
    const nodes = new Map(
      [...EIGHT.nodes.values()].map((node) => [`x-${node.id}`, { ...node, id: `x-${node.id}` }]),
    );
    const links = new Map(
      [...EIGHT.links].map(([id, link]) => [
        `x-${id}`,
        {
          ...link,
          id: `x-${id}`,
          a: link.a.kind === 'node' ? { ...link.a, nodeId: `x-${link.a.nodeId}` } : link.a,
        },
      ]),
    );
    expect(isSame(compare(EIGHT, { ...EIGHT, nodes, links } as never))).toBe(true);
  });

  it('agrees with both purchase lists, and turned around tells the opposite', () => {
    fc.assert(
      fc.property(arbitraryDesign(), arbitraryDesign(), (a, b) => {
        const there = compare(a, b);
        const back = compare(b, a);
        expect(turned(back)).toEqual(there);
        for (const [side, design] of [
          ['before', a],
          ['after', b],
        ] as const) {
          const { bom, plan } = computeOutcome(design, catalog);
          const sum = (list: readonly number[]) => list.reduce((total, n) => total + n, 0);
          expect(sum(there.parts.map((part) => part[side]))).toBe(
            sum(bom.lines.map((line) => line.quantity)),
          );
          expect(there.cables.filter(({ ids }) => ids[side] !== null)).toHaveLength(plan.links.length);
          expect(there.figures.find(({ label }) => label === 'Nodes')?.[side]).toBe(plan.totals.nodes);
        }
      }),
      { numRuns: 25 },
    );
  });
});

const OPPOSITE = { added: 'removed', removed: 'added', changed: 'changed', same: 'same' } as const;

/** A comparison as seen from the other design. */
function turned(comparison: Comparison): unknown {
  const swap = <T extends { readonly before: unknown; readonly after: unknown }>(entry: T) => ({
    ...entry,
    before: entry.after,
    after: entry.before,
  });
  return {
    parts: comparison.parts.map((part) => ({ ...swap(part), kind: OPPOSITE[part.kind] })),
    cables: comparison.cables.map((cable) => ({
      ...cable,
      kind: OPPOSITE[cable.kind],
      ids: swap(cable.ids),
      tags: swap(cable.tags),
      routes: swap(cable.routes),
      what: cable.what.map(swap),
    })),
    settings: comparison.settings.map((setting) => ({
      ...swap(setting),
      kind: OPPOSITE[setting.kind],
      ids: swap(setting.ids),
      subjects: swap(setting.subjects),
    })),
    figures: comparison.figures.map(swap),
  };
}
