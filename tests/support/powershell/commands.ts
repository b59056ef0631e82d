import { findAll, type Syntax } from './parse.ts';

interface CommandParameter {
  /** Name without the dash, as written. */
  readonly name: string;
  /** Value bound with a colon. */
  readonly attached: Syntax | null;
}

type CommandElement =
  | { readonly kind: 'parameter'; readonly parameter: CommandParameter }
  | { readonly kind: 'argument'; readonly value: Syntax };

/** One command as the shell would see it. */
export interface Command {
  readonly name: string;
  readonly line: number;
  readonly elements: readonly CommandElement[];
  /** Something is piped into it. */
  readonly piped: boolean;
  readonly node: Syntax;
}

/** Every command below a node, except calls of a script block or a path with `&` or `.`. */
export function commandsIn(root: Syntax): Command[] {
  return findAll(root, 'command').flatMap((node) => {
    const name = node.children.find((child) => child.type === 'command_name');
    if (!name) return [];
    return [{ name: name.text, line: node.line, elements: elementsOf(node), piped: isPiped(node), node }];
  });
}

function elementsOf(command: Syntax): CommandElement[] {
  const parts = command.children.find((child) => child.type === 'command_elements')?.children ?? [];
  const elements: CommandElement[] = [];
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i];
    if (!part || part.type === 'command_argument_sep' || part.type === 'redirection') continue;
    if (part.type !== 'command_parameter') {
      elements.push({ kind: 'argument', value: part });
      continue;
    }
    const colon = parts[i + 1]?.type === 'command_argument_sep' && parts[i + 1]?.text.startsWith(':');
    const attached = colon ? (parts[i + 2] ?? null) : null;
    if (attached) i += 2;
    elements.push({ kind: 'parameter', parameter: { name: part.text.slice(1).replace(/:$/, ''), attached } });
  }
  return elements;
}

function isPiped(command: Syntax): boolean {
  const siblings = command.parent?.children ?? [];
  return siblings.slice(0, siblings.indexOf(command)).some((sibling) => sibling.type === '|');
}

export interface LocalFunction {
  readonly name: string;
  readonly parameters: readonly string[];
}

/** Functions the script declares, with the names of their parameters. */
export function functionsIn(root: Syntax): LocalFunction[] {
  return findAll(root, 'function_statement').flatMap((node) => {
    const name = node.children.find((child) => child.type === 'function_name');
    if (!name) return [];
    const parameters = findAll(node, 'script_parameter').flatMap((parameter) =>
      parameter.children.filter((child) => child.type === 'variable').map((child) => child.text.slice(1)),
    );
    return [{ name: name.text, parameters }];
  });
}
