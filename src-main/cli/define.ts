/** One option of a command. `value` names what follows it; without one it is a switch. */
export interface CliOption {
  readonly value?: string;
  readonly description: string;
}

export interface CliArgument {
  readonly name: string;
  readonly description: string;
  readonly optional?: boolean;
}

type Options = Readonly<Record<string, CliOption>>;
type Values<O extends Options> = {
  readonly [K in keyof O]: O[K] extends { readonly value: string } ? string | undefined : boolean;
};

/** Where a command writes. */
export interface Output {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

export interface CliInput<O extends Options> extends Output {
  /** Arguments without the options; all that are required are there. */
  readonly args: readonly string[];
  readonly options: Values<O>;
}

/** What ended a command: fine, findings of severity fail, bad input or usage. */
export const EXIT = { fine: 0, findings: 1, badInput: 2 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

export interface CliCommand<O extends Options = Options> {
  readonly name: string;
  readonly summary: string;
  readonly args: readonly CliArgument[];
  readonly options: O;
  readonly run: (input: CliInput<O>) => Promise<ExitCode> | ExitCode;
}

/** Typed identity for an entry of the command list. */
export function defineCliCommand<const O extends Options>(command: CliCommand<O>): CliCommand {
  return command as unknown as CliCommand;
}

/** A command called in a way it does not know; the message says how. */
export class UsageError extends Error {}

export const JSON_OPTION = { description: 'Print JSON.' } as const;
