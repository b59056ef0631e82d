import type { OsVersion } from '../../../shared/model/index.ts';
import { bindCommand, type Binding } from './bind.ts';
import { commandsIn, functionsIn } from './commands.ts';
import { houseProblems } from './house.ts';
import { parsePowerShell, type Parsed, type Problem } from './parse.ts';

export interface Checked {
  readonly parsed: Parsed;
  readonly bindings: readonly Binding[];
  /** What the shell of that release would refuse. */
  readonly problems: readonly Problem[];
}

/** What Windows PowerShell on that release would say against a script: syntax, cmdlets, parameters. */
export function checkScript(
  source: string,
  os: OsVersion,
  parsed: Parsed = parsePowerShell(source),
): Checked {
  const functions = functionsIn(parsed.root);
  const bindings = commandsIn(parsed.root).map((command) => bindCommand(command, os, functions));
  return {
    parsed,
    bindings,
    problems: [...parsed.errors, ...bindings.flatMap((binding) => binding.problems)],
  };
}

/** The same, and the rules of this house for generated files. */
export function checkOwnScript(
  source: string,
  os: OsVersion,
  parsed: Parsed = parsePowerShell(source),
): Checked {
  const checked = checkScript(source, os, parsed);
  const { bindings, problems } = checked;
  return { ...checked, problems: [...problems, ...houseProblems(source, parsed.root, bindings)] };
}

/** Problems as text, for messages of failing tests. */
export function show(problems: readonly Problem[]): string[] {
  return problems.map(({ line, message }) => `line ${line}: ${message}`);
}
