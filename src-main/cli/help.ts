import type { CliCommand } from './define.ts';
import { columns } from './table.ts';

/** `clusterwright check FILE [--json]` */
export function usageOf(command: CliCommand): string {
  const args = command.args.map(({ name, optional }) => (optional ? `[${name}]` : name));
  const options = Object.entries(command.options).map(
    ([name, { value }]) => `[--${name}${value === undefined ? '' : ` ${value}`}]`,
  );
  return ['clusterwright', command.name, ...args, ...options].join(' ');
}

/** The overview of all commands. */
export function overview(commands: readonly CliCommand[], version: string): string {
  const rows = commands.map((command) => [`  ${command.name}`, command.summary]);
  return `Clusterwright ${version}: capacity planner and bill of materials for Windows clusters on SMB Direct

Usage: clusterwright COMMAND [ARGUMENTS]

${columns(rows)}

"clusterwright COMMAND --help" tells more. Every command takes --json where it prints something.
Exit codes: 0 fine, 1 findings of severity fail, 2 bad input or usage.
`;
}

/** The help of one command. */
export function helpOf(command: CliCommand): string {
  const args = command.args.map(({ name, description }) => [`  ${name}`, description]);
  const options = Object.entries(command.options).map(([name, { value, description }]) => [
    `  --${name}${value === undefined ? '' : ` ${value}`}`,
    description,
  ]);
  const rows = [...args, ...options];
  return `${command.summary}\n\nUsage: ${usageOf(command)}\n${rows.length > 0 ? `\n${columns(rows)}\n` : ''}`;
}
