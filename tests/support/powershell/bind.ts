import type { OsVersion } from '../../../shared/model/index.ts';
import type { Command, LocalFunction } from './commands.ts';
import {
  aliasTarget,
  cmdletByName,
  COMMON_ALIASES,
  COMMON_PARAMETERS,
  existsIn,
  parameterExistsIn,
  type Cmdlet,
  type Parameter,
} from './facts.ts';
import { isList, literalValue, type Literal } from './literal.ts';
import type { Problem, Syntax } from './parse.ts';

/** How a parameter was written, for the house rules. */
export interface BoundParameter {
  /** Full name; null when it is none of the cmdlet. */
  readonly name: string | null;
  readonly written: string;
  readonly value: Syntax | null;
}

export interface Binding {
  /** Full name of the cmdlet or function; null when there is none. */
  readonly name: string | null;
  readonly cmdlet: Cmdlet | null;
  readonly command: Command;
  readonly parameters: readonly BoundParameter[];
  readonly positional: readonly Syntax[];
  readonly problems: readonly Problem[];
}

/** Binds a command the way the shell does, against the documented cmdlets of one release. */
export function bindCommand(command: Command, os: OsVersion, functions: readonly LocalFunction[]): Binding {
  const local = functions.find((each) => each.name.toLowerCase() === command.name.toLowerCase());
  if (local) return bindFunction(command, local);
  const found = cmdletByName(aliasTarget(command.name) ?? command.name);
  if (!found) {
    const problems = [{ line: command.line, message: `${command.name} is no cmdlet` }];
    return { name: null, cmdlet: null, command, parameters: [], positional: [], problems };
  }
  return new Binder(command, os, found.name, found.cmdlet).bind();
}

function bindFunction(command: Command, local: LocalFunction): Binding {
  const problems: Problem[] = [];
  const parameters: BoundParameter[] = [];
  const positional: Syntax[] = [];
  const names = [...local.parameters, ...COMMON_PARAMETERS];
  let waiting = false;
  for (const element of command.elements) {
    if (element.kind === 'argument') {
      if (!waiting) positional.push(element.value);
      waiting = false;
      continue;
    }
    const { name, attached } = element.parameter;
    const known = names.find((each) => each.toLowerCase() === name.toLowerCase()) ?? null;
    if (!known) problems.push({ line: command.line, message: `${local.name} has no parameter ${name}` });
    parameters.push({ name: known, written: name, value: attached });
    waiting = attached === null;
  }
  if (positional.length > 0)
    problems.push({ line: command.line, message: `${local.name}: an argument without a name` });
  return { name: local.name, cmdlet: null, command, parameters, positional, problems };
}

class Binder {
  private readonly problems: Problem[] = [];
  private readonly parameters: BoundParameter[] = [];
  private readonly positional: Syntax[] = [];
  private readonly command: Command;
  private readonly os: OsVersion;
  private readonly name: string;
  private readonly cmdlet: Cmdlet;

  constructor(command: Command, os: OsVersion, name: string, cmdlet: Cmdlet) {
    this.command = command;
    this.os = os;
    this.name = name;
    this.cmdlet = cmdlet;
  }

  bind(): Binding {
    if (!existsIn(this.name, this.cmdlet, this.os)) this.report(`is not in Windows Server ${this.os}`);
    this.readElements();
    const named = this.parameters.flatMap((each) =>
      each.name !== null && this.isOwn(each.name) ? [each.name] : [],
    );
    this.checkSets([...new Set(named)]);
    const { name, cmdlet, command, parameters, positional, problems } = this;
    return { name, cmdlet, command, parameters, positional, problems };
  }

  private report(message: string): void {
    this.problems.push({ line: this.command.line, message: `${this.name} ${message}` });
  }

  private isOwn(name: string): boolean {
    return this.cmdlet.parameters[name] !== undefined;
  }

  private readElements(): void {
    const { elements } = this.command;
    for (let i = 0; i < elements.length; i++) {
      const element = elements[i];
      if (!element) continue;
      if (element.kind === 'argument') {
        this.positional.push(element.value);
        continue;
      }
      const { name: written, attached } = element.parameter;
      const name = this.resolve(written);
      const parameter = name === null ? undefined : this.cmdlet.parameters[name];
      const isSwitch = parameter
        ? parameter.type === 'SwitchParameter'
        : ['Verbose', 'Debug'].includes(name ?? '');
      let value = attached;
      if (!value && !isSwitch) {
        const next = elements[i + 1];
        if (next?.kind === 'argument') {
          value = next.value;
          i++;
        } else if (name !== null) this.report(`-${name} has no value`);
      }
      this.parameters.push({ name, written, value });
      if (name !== null && parameter) this.checkParameter(name, parameter, value);
    }
  }

  /** Full name behind a written one: exact, alias, or the only one that begins so. */
  private resolve(written: string): string | null {
    const wanted = written.toLowerCase();
    const own = Object.entries(this.cmdlet.parameters);
    const names = [...own.map(([name]) => name), ...COMMON_PARAMETERS];
    const exact = names.find((name) => name.toLowerCase() === wanted);
    if (exact) return exact;
    const byAlias = own.find(([, each]) => each.aliases.some((alias) => alias.toLowerCase() === wanted))?.[0];
    if (byAlias) return byAlias;
    const common = COMMON_ALIASES.get(wanted);
    if (common) return common;
    const beginning = names.filter((name) => name.toLowerCase().startsWith(wanted));
    if (beginning.length === 1 && beginning[0]) return beginning[0];
    this.report(
      beginning.length > 1
        ? `-${written} could be ${beginning.join(' or ')}`
        : `has no parameter -${written}`,
    );
    return null;
  }

  private checkParameter(name: string, parameter: Parameter, value: Syntax | null): void {
    if (!parameterExistsIn(this.name, name, parameter, this.os))
      this.report(`has no -${name} in Windows Server ${this.os}`);
    if (this.parameters.filter((each) => each.name === name).length > 1) this.report(`has -${name} twice`);
    if (!value) return;
    if (isList(value) && !takesMany(parameter.type)) this.report(`-${name} takes one value`);
    const literal = literalValue(value);
    if (literal === undefined) return;
    for (const each of Array.isArray(literal) ? (literal as readonly Literal[]) : [literal])
      this.checkValue(name, parameter, each);
  }

  private checkValue(name: string, parameter: Parameter, value: Literal): void {
    const type = parameter.type.replace('[]', '');
    const text = String(value);
    if (type === 'Boolean' && typeof value !== 'boolean' && typeof value !== 'number')
      this.report(`-${name} takes $true or $false, not ${text}`);
    if (type === 'SwitchParameter' && typeof value !== 'boolean' && typeof value !== 'number')
      this.report(`-${name} is a switch`);
    const range = RANGES[type];
    if (range) {
      const number = typeof value === 'boolean' || value === null || text.trim() === '' ? NaN : Number(text);
      if (!Number.isInteger(number) || number < range[0] || number > range[1])
        this.report(`-${name} takes a whole number from ${range[0]} to ${range[1]}, not ${text}`);
    }
    if (
      parameter.values &&
      value !== null &&
      !parameter.values.some((each) => each.toLowerCase() === text.toLowerCase())
    )
      this.report(`-${name} takes ${parameter.values.join(', ')}, not ${text}`);
  }

  /**
   * Named parameters must share a set; positional arguments must fit in; nothing mandatory may be left. When
   * the default set is still possible the shell takes it and asks for what is missing, whatever the others say.
   */
  private checkSets(named: readonly string[]): void {
    const all = this.cmdlet.sets.map((set, i) => ({
      set: new Set(set),
      required: this.cmdlet.setRequired[i] ?? [],
      isDefault: i === this.cmdlet.defaultSet,
    }));
    const together = all.filter(({ set }) => named.every((name) => set.has(name) || this.inNoSet(name)));
    if (together.length === 0)
      return this.report(`has no parameter set with ${named.map((name) => `-${name}`).join(' ')}`);
    const fitting = together.flatMap((each) => {
      const bound = this.bindPositions(each.set, named);
      return bound ? [{ ...each, bound }] : [];
    });
    if (fitting.length === 0)
      return this.report(`has ${this.positional.length} arguments without a name, more than it takes`);
    const preferred = fitting.find((each) => each.isDefault);
    const tried = preferred && !this.command.piped ? [preferred] : fitting;
    const missing = tried.map(({ required, bound }) =>
      required.filter(
        (name) => !bound.has(name) && !(this.command.piped && this.cmdlet.parameters[name]?.pipeline),
      ),
    );
    if (missing.every((each) => each.length > 0))
      this.report(`lacks ${(missing[0] ?? []).map((name) => `-${name}`).join(' and ')}`);
  }

  private inNoSet(name: string): boolean {
    return !this.cmdlet.sets.some((set) => set.includes(name));
  }

  /** Names bound in a set once the positional arguments took their places; null when there are too many. */
  private bindPositions(set: ReadonlySet<string>, named: readonly string[]): Set<string> | null {
    const bound = new Set(named);
    const places = [...set]
      .flatMap((name) => {
        const parameter = this.cmdlet.parameters[name];
        return parameter && parameter.position !== null && !bound.has(name)
          ? [{ name, position: parameter.position, remaining: parameter.remaining }]
          : [];
      })
      .sort((a, b) => a.position - b.position);
    const remaining = Object.entries(this.cmdlet.parameters).some(
      ([name, each]) => each.remaining && !named.includes(name),
    );
    this.positional.forEach((_, i) => {
      const place = places[i];
      if (place) bound.add(place.name);
    });
    return this.positional.length <= places.length || remaining ? bound : null;
  }
}

const RANGES: Readonly<Record<string, readonly [number, number]>> = {
  Byte: [0, 255],
  SByte: [-128, 127],
  UInt16: [0, 65_535],
  Int16: [-32_768, 32_767],
  UInt32: [0, 4_294_967_295],
  Int32: [-2_147_483_648, 2_147_483_647],
  UInt64: [0, Number.MAX_SAFE_INTEGER],
  Int64: [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
};

/** Types that take a list; `Object` and collections do as well. */
function takesMany(type: string): boolean {
  return type.endsWith('[]') || /Object$|IDictionary$|Feature$|ScriptBlock$/.test(type);
}
