import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalog } from '../../../shared/catalog/index.ts';
import { applyCommand, commands, type CommandId } from '../../../shared/commands/index.ts';
import { designHash, parseDesignFile, serializeDesign } from '../../../shared/file/index.ts';
import { createHistory } from '../../../shared/history/history.ts';
import { must } from '../../../shared/lib/assert.ts';
import { checkIntegrity, emptyDesign, type Design } from '../../../shared/model/index.ts';
import { computePlan, embedParts } from '../../../shared/plan/index.ts';
import { templates } from '../../../shared/templates/index.ts';
import { RANDOM_PAYLOADS, Random } from '../../support/random-commands.ts';

const STEPS = 200;
const ids = commands.map(({ id }) => id);

function fresh(): (prefix: string) => string {
  let n = 0;
  return (prefix) => `${prefix}-t${++n}`;
}

function anyPayload(
  id: CommandId,
  design: Design,
  random: Random,
  newId: (prefix: string) => string,
): unknown {
  const make = must(RANDOM_PAYLOADS[id], `a random payload for ${id}`);
  return (make as (design: Design, random: Random, newId: (prefix: string) => string) => unknown)(
    design,
    random,
    newId,
  );
}

describe('every command of the program', () => {
  it('has a random payload, so that the sequences below hold it', () => {
    expect(Object.keys(RANDOM_PAYLOADS).sort()).toEqual([...ids].sort());
  });

  it(`any ${STEPS} of them, undone, are the start; redone, the end; saved and reopened, equal; whole at each step`, () => {
    const done = new Map<CommandId, number>(ids.map((id) => [id, 0]));
    const seeds = fc.array(fc.nat(), { minLength: STEPS, maxLength: STEPS });
    fc.assert(
      fc.property(fc.integer({ min: -1, max: templates.length - 1 }), seeds, (which, steps) => {
        const newId = fresh();
        const start = templates[which]?.build() ?? emptyDesign('Blank');
        let design = start;
        let history = createHistory();
        for (const seed of steps) {
          const random = new Random(seed);
          const id = random.one(ids);
          const payload = anyPayload(id, design, random, newId);
          if (payload === null) continue;
          const result = applyCommand(design, id, payload as never, { newId });
          // A refusal says why, and leaves the design alone.
          if (!result.ok) {
            expect(result.error).toMatch(/\w+ \w+/);
            continue;
          }
          expect(checkIntegrity(result.value.design), id).toEqual([]);
          expect(result.value.label).toMatch(/\w/);
          history = history.record(result.value.diff, result.value.label, id);
          design = result.value.design;
          done.set(id, (done.get(id) ?? 0) + 1);
        }
        const end = design;
        for (let step = history.undo(design); step; step = history.undo(design)) ({ history, design } = step);
        expect(serializeDesign(design, '')).toBe(serializeDesign(start, ''));
        for (let step = history.redo(design); step; step = history.redo(design)) ({ history, design } = step);
        expect(serializeDesign(design, '')).toBe(serializeDesign(end, ''));
        const saved = embedParts(end, computePlan(end, catalog));
        const text = serializeDesign(saved, '');
        const reopened = parseDesignFile(text);
        if (!reopened.ok) throw new Error(JSON.stringify(reopened.error));
        expect(serializeDesign(reopened.value, '')).toBe(text);
        expect(designHash(reopened.value)).toBe(designHash(saved));
      }),
      { numRuns: 30 },
    );
    expect(
      [...done].filter(([, count]) => count === 0).map(([id]) => id),
      'commands that never succeeded',
    ).toEqual([]);
  });
});
