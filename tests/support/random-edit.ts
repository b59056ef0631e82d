import { applyCommand, commands } from '../../shared/commands/index.ts';
import type { Design } from '../../shared/model/index.ts';
import { RANDOM_PAYLOADS, Random } from './random-commands.ts';

/** One random edit; the design itself when the command has nothing to do or refuses. The same seed, the same edit. */
export function randomEdit(design: Design, seed: number, random = new Random(seed)): Design {
  const { id } = random.one(commands);
  let count = 0;
  const newId = (prefix: string) => `${prefix}-t${seed}-${(count += 1)}`;
  const make = RANDOM_PAYLOADS[id] as (...of: readonly unknown[]) => unknown;
  const payload = make(design, random, newId);
  const result = payload === null ? null : applyCommand(design, id, payload as never, { newId });
  return result?.ok ? result.value.design : design;
}
