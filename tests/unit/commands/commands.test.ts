import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applyCommand,
  commands,
  type CommandId,
  type CommandPayload,
} from '../../../shared/commands/index.ts';
import { designHash, parseDesignFile, serializeDesign } from '../../../shared/file/index.ts';
import { createHistory } from '../../../shared/history/history.ts';
import { computeDiff, isEmptyDiff, type Design } from '../../../shared/model/index.ts';
import { templates, templateById } from '../../../shared/templates/index.ts';

function counter(): { newId: (prefix: string) => string } {
  let n = 0;
  return { newId: (prefix) => `${prefix}-t${++n}` };
}

function run<C extends CommandId>(design: Design, id: C, payload: CommandPayload<C>): Design {
  const result = applyCommand(design, id, payload, counter());
  if (!result.ok) throw new Error(result.error);
  return result.value.design;
}

function template(id: string): Design {
  const found = templateById(id);
  if (!found) throw new Error(`no template ${id}`);
  return found.build();
}

type Call = readonly [CommandId, unknown];

/** Calls that make sense for a design, picked by random numbers. */
function callFor(design: Design, pick: readonly number[]): Call {
  const [which = 0, a = 0, b = 0] = pick;
  const one = <T>(map: ReadonlyMap<string, T>): T | undefined => [...map.values()][a % Math.max(1, map.size)];
  const node = one(design.nodes);
  const profile = one(design.profiles);
  const link = one(design.links);
  const tableSwitch = one(design.switches);
  const candidates: (Call | null)[] = [
    node ? ['move-items', { moves: [{ id: node.id, x: (b % 900) - 400, y: b % 700 }] }] : null,
    node ? ['edit-node', { id: node.id, changes: { name: `N ${b}` } }] : null,
    node ? ['remove-items', { ids: [node.id] }] : null,
    node ? ['detach-profile', { nodeId: node.id }] : null,
    profile ? ['edit-profile', { id: profile.id, changes: { os: b % 2 ? '2022' : '2016' } }] : null,
    profile ? ['set-teaming', { profileId: profile.id, teaming: b % 2 ? 'set' : 'dedicated' }] : null,
    profile?.adapters[0]
      ? [
          'edit-adapter',
          { profileId: profile.id, slot: profile.adapters[0].slot, changes: { gen: (b % 6) + 1 } },
        ]
      : null,
    link ? ['edit-links', { ids: [link.id], changes: { lengthM: (b % 40) + 0.5 } }] : null,
    link ? ['connect-ports', { a: link.b, b: link.a, lengthM: 2 }] : null,
    tableSwitch
      ? ['edit-switch', { id: tableSwitch.id, changes: { overrides: { mtu: 1500 + (b % 7000) } } }]
      : null,
    ['edit-fabric', { changes: { smbShare: (b % 90) + 1 } }],
    ['acknowledge', { rule: 'HW-01', subjects: ['b', 'a'], note: `note ${b}` }],
    ['edit-project', { changes: { name: `Project ${b}` } }],
  ];
  const usable = candidates.filter((call): call is Call => call !== null);
  return usable[which % usable.length]!;
}

describe('commands', () => {
  it('have names for the menus and ids of their own', () => {
    expect(new Set(commands.map(({ id }) => id)).size).toBe(commands.length);
  });

  it('any sequence, undone, is the start; redone, the end; saved and reopened, equal', () => {
    const sequences = fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat()), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: templates.length - 1 }), sequences, (which, picks) => {
        const start = templates[which]!.build();
        const context = counter();
        let design = start;
        let history = createHistory();
        for (const pick of picks) {
          const [id, payload] = callFor(design, pick);
          const result = applyCommand(design, id, payload as never, context);
          if (!result.ok) continue;
          history = history.record(result.value.diff, result.value.label, id);
          design = result.value.design;
        }
        const end = design;
        for (let step = history.undo(design); step; step = history.undo(design)) ({ history, design } = step);
        expect(serializeDesign(design, '')).toBe(serializeDesign(start, ''));
        for (let step = history.redo(design); step; step = history.redo(design)) ({ history, design } = step);
        expect(serializeDesign(design, '')).toBe(serializeDesign(end, ''));
        const reopened = parseDesignFile(serializeDesign(end, ''));
        expect(reopened.ok && designHash(reopened.value)).toBe(designHash(end));
      }),
      { numRuns: 60 },
    );
  });

  it('keep the identity of tables and records they do not touch', () => {
    const design = template('eight-node-dual-10g');
    const first = [...design.nodes.values()][0]!;
    const after = run(design, 'edit-node', { id: first.id, changes: { name: 'Other' } });
    expect(after.links).toBe(design.links);
    expect([...after.nodes.values()].slice(1)).toEqual([...design.nodes.values()].slice(1));
    expect([...after.nodes.values()][1]).toBe([...design.nodes.values()][1]);
    expect(first.name).not.toBe('Other');
  });

  it('leave no trace when nothing changes', () => {
    const design = template('two-node-10g');
    const first = [...design.nodes.values()][0]!;
    const result = applyCommand(
      design,
      'edit-node',
      { id: first.id, changes: { name: first.name } },
      counter(),
    );
    expect(result.ok && isEmptyDiff(result.value.diff)).toBe(true);
  });

  it('refuse what would break the design, with a sentence', () => {
    const design = template('two-node-10g');
    const first = [...design.nodes.values()][0]!;
    const cases: Call[] = [
      ['edit-node', { id: first.id, changes: { profileId: 'gone' } }],
      ['edit-node', { id: 'gone', changes: {} }],
      ['edit-node', { id: first.id, changes: { name: '' } }],
      ['edit-node', { id: first.id, changes: { colour: 'red' } }],
      ['edit-fabric', { changes: { smbShare: 140 } }],
      ['remove-items', { ids: ['gone'] }],
      ['move-items', { moves: [{ id: 'gone', x: 0, y: 0 }] }],
      ['edit-links', { ids: ['gone'], changes: { lengthM: 3 } }],
    ];
    for (const [id, payload] of cases) {
      const result = applyCommand(design, id, payload as never, counter());
      expect(result.ok ? '' : result.error, JSON.stringify(payload)).toMatch(/\w+ \w+/);
    }
  });

  it('remove a node together with its cables and its place', () => {
    const whole = template('eight-node-dual-10g');
    const first = [...whole.nodes.values()][0]!;
    const design = run(whole, 'move-items', { moves: [{ id: first.id, x: 8, y: 8 }] });
    expect(design.placements.has(first.id)).toBe(true);
    const after = run(design, 'remove-items', { ids: [first.id] });
    expect(after.nodes.size).toBe(7);
    expect(after.links.size).toBe(14);
    expect(after.placements.has(first.id)).toBe(false);
  });

  it('turn dedicated adapters into a SET team and back again', () => {
    const design = template('eight-node-dual-10g');
    const profile = [...design.profiles.values()][0]!;
    const teamed = run(design, 'set-teaming', { profileId: profile.id, teaming: 'set' });
    const after = teamed.profiles.get(profile.id)!;
    expect(after.teams[0]?.members).toHaveLength(2);
    expect(after.vnics.filter(({ rdma }) => rdma).map(({ mappedTo }) => mappedTo?.port)).toEqual([1, 2]);
    expect(after.adapters[0]?.ports.every(({ networkId }) => networkId === null)).toBe(true);
    const back = run(teamed, 'set-teaming', { profileId: profile.id, teaming: 'dedicated' });
    expect(isEmptyDiff(computeDiff(design, back))).toBe(true);
  });

  it('keep one acknowledgement per finding', () => {
    const design = template('two-node-10g');
    const once = run(design, 'acknowledge', { rule: 'HW-01', subjects: ['b', 'a'], note: 'first' });
    const twice = run(once, 'acknowledge', { rule: 'HW-01', subjects: ['a', 'b'], note: 'second' });
    expect([...twice.acknowledgements.values()].map(({ note }) => note)).toEqual(['second']);
  });
});
