import { must } from '../lib/assert.ts';
import { err, ok, type Result } from '../lib/result.ts';
import { checkIntegrity, computeDiff, type Design, type DesignDiff } from '../model/index.ts';
import type { Command, CommandContext } from './define.ts';
import { commands } from './list.ts';

export type CommandId = (typeof commands)[number]['id'];
type CommandOf<C extends CommandId> = Extract<(typeof commands)[number], { readonly id: C }>;
export type CommandPayload<C extends CommandId> =
  CommandOf<C> extends Command<C, infer Payload> ? Payload : never;

/** A command's effect: the design after it, what changed, and the name of the step. */
export interface Applied {
  readonly design: Design;
  readonly diff: DesignDiff;
  readonly label: string;
}

const byId = new Map<string, Command<string, unknown>>(
  commands.map((command) => [command.id, command as unknown as Command<string, unknown>]),
);
if (byId.size !== commands.length) throw new Error('Bug: two commands have the same id');

/** Runs one command. Fails with a sentence for the user; the design is then untouched. */
export function applyCommand<C extends CommandId>(
  design: Design,
  id: C,
  payload: CommandPayload<C>,
  context: CommandContext,
): Result<Applied, string> {
  const command = must(byId.get(id), `command ${id} exists`);
  const parsed = command.payload.safeParse(payload);
  if (!parsed.success) return err(parsed.error.issues[0]?.message ?? 'This value cannot be used.');
  const applied = command.apply(design, parsed.data, context);
  if (!applied.ok) return applied;
  const broken = checkIntegrity(applied.value)[0];
  if (broken) return err(`That would leave ${broken.path} pointing at ${broken.names}.`);
  const label = command.label(parsed.data, design);
  return ok({ design: applied.value, diff: computeDiff(design, applied.value), label });
}
