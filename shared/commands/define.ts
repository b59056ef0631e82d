import type { z } from 'zod';
import type { Result } from '../lib/result.ts';
import type { Design } from '../model/index.ts';

/** What a command may use beside the design. Ids come from outside so that the pure part stays pure. */
export interface CommandContext {
  /** A fresh record id that starts with `prefix`. */
  readonly newId: (prefix: string) => string;
}

/**
 * A user action as data. `apply` makes the design after it, or a sentence that says why it cannot be done.
 * Commands keep the design well-formed; whether it is wise is for the rules.
 */
export interface Command<Id extends string, Payload> {
  readonly id: Id;
  readonly payload: z.ZodType<Payload>;
  /** Name of the step in the menus, in the present: `Move 3 nodes`. */
  readonly label: (payload: Payload, design: Design) => string;
  readonly apply: (design: Design, payload: Payload, context: CommandContext) => Result<Design, string>;
}

/** Typed identity for an entry of the command list. */
export function defineCommand<const Id extends string, Payload>(
  command: Command<Id, Payload>,
): Command<Id, Payload> {
  return command;
}
