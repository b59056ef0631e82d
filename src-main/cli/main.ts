import { parseArgs } from 'node:util';
import { HostError } from '../../shared/host/index.ts';
import { APP_VERSION } from '../version.ts';
import { CLI_COMMANDS } from './commands/index.ts';
import { EXIT, UsageError, type CliCommand, type ExitCode, type Output } from './define.ts';
import { helpOf, overview, usageOf } from './help.ts';

/** Runs the command line. Never throws for what a user can cause; a bug comes through. */
export async function runCli(argv: readonly string[], output: Output): Promise<ExitCode> {
  const [name, ...rest] = argv;
  if (name === '--version') {
    output.out(`${APP_VERSION}\n`);
    return EXIT.fine;
  }
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    const asked = CLI_COMMANDS.find((command) => command.name === rest[0]);
    const text = asked ? helpOf(asked) : overview(CLI_COMMANDS, APP_VERSION);
    (name === undefined ? output.err : output.out)(text);
    return name === undefined ? EXIT.badInput : EXIT.fine;
  }
  const command = CLI_COMMANDS.find((entry) => entry.name === name);
  if (!command) {
    const known = CLI_COMMANDS.map((entry) => entry.name).join(', ');
    output.err(`clusterwright: there is no command "${name}". Commands: ${known}.\n`);
    return EXIT.badInput;
  }
  return runCommand(command, rest, output);
}

async function runCommand(command: CliCommand, argv: readonly string[], output: Output): Promise<ExitCode> {
  try {
    const { args, options, help } = parse(command, argv);
    if (help) {
      output.out(helpOf(command));
      return EXIT.fine;
    }
    return await command.run({ ...output, args, options });
  } catch (error) {
    if (error instanceof UsageError) {
      output.err(`clusterwright ${command.name}: ${error.message}\nUsage: ${usageOf(command)}\n`);
      return EXIT.badInput;
    }
    if (!(error instanceof HostError)) throw error;
    output.err(`clusterwright ${command.name}: ${error.message}\n`);
    // The design was read and judged; what it says stops the export.
    return error.code === 'export-refused' ? EXIT.findings : EXIT.badInput;
  }
}

type Options = Parameters<CliCommand['run']>[0]['options'];

interface Parsed {
  readonly args: readonly string[];
  readonly options: Options;
  readonly help: boolean;
}

function parse(command: CliCommand, argv: readonly string[]): Parsed {
  const types = Object.entries(command.options).map(
    ([name, { value }]) => [name, value === undefined ? 'boolean' : 'string'] as const,
  );
  const { values, positionals } = parseOrRefuse(argv, types);
  if (values['help'] === true) return { args: [], options: {}, help: true };
  const missing = command.args.filter(({ optional }) => !optional)[positionals.length];
  if (missing) throw new UsageError(`${missing.name} is missing.`);
  const extra = positionals[command.args.length];
  if (extra !== undefined) throw new UsageError(`"${extra}" is one argument too many.`);
  // A shell variable that is not set leaves an empty text; as a path it would mean this very folder.
  const named = [
    ...positionals.map((text, i) => [command.args[i]?.name ?? '', text] as const),
    ...types.map(([name]) => [`--${name}`, values[name]] as const),
  ];
  const empty = named.find(([, text]) => text === '');
  if (empty) throw new UsageError(`${empty[0]} is empty.`);
  const options = Object.fromEntries(
    types.map(([name, type]) => [name, type === 'boolean' ? values[name] === true : values[name]]),
  );
  return { args: positionals, options: options as Options, help: false };
}

interface RawArguments {
  readonly values: Readonly<Record<string, string | boolean | undefined>>;
  readonly positionals: readonly string[];
}

function parseOrRefuse(
  argv: readonly string[],
  types: readonly (readonly [string, 'boolean' | 'string'])[],
): RawArguments {
  const options = {
    ...Object.fromEntries(types.map(([name, type]) => [name, { type }])),
    help: { type: 'boolean', short: 'h' } as const,
  };
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${message.split('. ')[0] ?? message}.`);
  }
}
