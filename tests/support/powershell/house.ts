import type { Binding, BoundParameter } from './bind.ts';
import { literalValue, type Literal } from './literal.ts';
import { ancestors, findAll, type Problem, type Syntax } from './parse.ts';
import { commandsIn } from './commands.ts';

/** Verbs that change a server. */
const CHANGING =
  /^(Add|Clear|Disable|Enable|Install|Move|New|Remove|Rename|Repair|Reset|Restart|Set|Stop|Uninstall|Update)-/i;
/** Commands with such a verb that change nothing but the session. */
const HARMLESS = new Set(['new-object', 'set-strictmode', 'stop-transcript']);
const FORBIDDEN = new Set(['invoke-expression', 'invoke-command', 'add-type']);

/** True for a cmdlet that changes the server; the script's own functions only read and count. */
export function changesServer(binding: Binding): boolean {
  return (
    binding.cmdlet !== null &&
    CHANGING.test(binding.name ?? '') &&
    !HARMLESS.has((binding.name ?? '').toLowerCase())
  );
}

/** Rules of this house for generated files, beyond what the shell demands. */
export function houseProblems(source: string, root: Syntax, bindings: readonly Binding[]): Problem[] {
  return [
    ...textProblems(source),
    ...findAll(root, 'expandable_string_literal').map((node) =>
      problem(node, 'a double-quoted string: it could expand user text'),
    ),
    ...bindings.flatMap(writingProblems),
    ...bindings
      .filter(changesServer)
      .flatMap((binding) => [
        ...confirmProblems(binding),
        ...stopProblems(binding),
        ...guardProblems(binding),
      ]),
    ...designProblems(bindings),
  ];
}

function problem(node: { readonly line: number }, message: string): Problem {
  return { line: node.line, message };
}

/** ASCII, because Windows PowerShell reads a file without byte order mark in the machine's code page; CRLF. */
function textProblems(source: string): Problem[] {
  const problems: Problem[] = [];
  source.split('\n').forEach((line, i, all) => {
    const body = line.replace(/\r$/, '');
    if (/[^\x20-\x7e]/.test(body))
      problems.push({ line: i + 1, message: 'a character outside printable ASCII' });
    if (i < all.length - 1 && !line.endsWith('\r'))
      problems.push({ line: i + 1, message: 'the line does not end with CRLF' });
    if (/\s$/.test(body)) problems.push({ line: i + 1, message: 'space at the end of the line' });
  });
  if (!source.endsWith('\r\n')) problems.push({ line: 1, message: 'the last line does not end' });
  return problems;
}

/** Full names everywhere, and no argument that relies on its place. */
function writingProblems(binding: Binding): Problem[] {
  const { command, name } = binding;
  const problems: Problem[] = [];
  if (name !== null && command.name !== name)
    problems.push(problem(command, `${command.name} is not the full name ${name}`));
  if (FORBIDDEN.has((name ?? '').toLowerCase())) problems.push(problem(command, `${command.name} runs text`));
  for (const each of binding.parameters)
    if (each.name !== null && each.written !== each.name)
      problems.push(problem(command, `-${each.written} is not the full name -${each.name}`));
  if (binding.positional.length > 0)
    problems.push(problem(command, `${command.name}: an argument without a parameter name`));
  return problems;
}

/** A cmdlet that may ask would stop an unattended run. */
function confirmProblems(binding: Binding): Problem[] {
  if (!binding.cmdlet?.parameters['Confirm']) return [];
  const confirm = binding.parameters.find((each) => each.name === 'Confirm');
  const off = confirm?.value ? literalValue(confirm.value) === false : false;
  return off ? [] : [problem(binding.command, `${binding.name ?? ''} may ask: -Confirm:$false is missing`)];
}

/**
 * The network commands are functions of modules and do not see the preference of the script that calls them
 * (PowerShell issues 4568 and 24389): without this parameter a failed change would count as made.
 */
function stopProblems(binding: Binding): Problem[] {
  const action = binding.parameters.find((each) => each.name === 'ErrorAction');
  const stops = action?.value ? literalValue(action.value) === 'Stop' : false;
  return stops ? [] : [problem(binding.command, `${binding.name ?? ''} goes on after an error`)];
}

/** Every change stands inside ShouldProcess, and that inside a test that read the setting before. */
function guardProblems(binding: Binding): Problem[] {
  const around = [...ancestors(binding.command.node)].filter((node) => node.type === 'if_statement');
  const conditions = around.map(conditionOf);
  const problems: Problem[] = [];
  const asked = conditions.findIndex((condition) =>
    /\$PSCmdlet\.ShouldProcess\(/.test(condition?.text ?? ''),
  );
  if (asked < 0)
    problems.push(problem(binding.command, `${binding.name ?? ''} changes something outside ShouldProcess`));
  const read = conditions.slice(asked + 1).some((condition) => condition !== null && testsARead(condition));
  if (asked < 0 || !read)
    problems.push(
      problem(binding.command, `${binding.name ?? ''} is not preceded by a read of what it changes`),
    );
  return problems;
}

function conditionOf(statement: Syntax): Syntax | null {
  return statement.children.find((child) => child.type === 'pipeline') ?? null;
}

/** `Test-Designed` with something that was read: a command that gets, or a variable filled by one. */
function testsARead(condition: Syntax): boolean {
  const test = commandsIn(condition).find((command) => command.name === 'Test-Designed');
  if (!test) return false;
  const is = test.elements.findIndex(
    (element) => element.kind === 'parameter' && element.parameter.name === 'Is',
  );
  const value = test.elements[is + 1];
  if (value?.kind !== 'argument') return false;
  const reads = commandsIn(value.value).some((command) => /^(Get|Read)-/.test(command.name));
  return (
    reads || findAll(value.value, 'variable').some((variable) => variable.text.toLowerCase() !== '$null')
  );
}

/** Mistakes in what the commands say together, known from published examples. */
function designProblems(bindings: readonly Binding[]): Problem[] {
  const named = (name: string) => bindings.filter((binding) => binding.name === name);
  const problems: Problem[] = [];
  const lossless = new Set(
    named('Enable-NetQosFlowControl').flatMap((binding) => listOf(valueOf(binding, 'Priority'))),
  );
  for (const policy of named('New-NetQosPolicy')) {
    const priority = valueOf(policy, 'PriorityValue8021Action');
    if (has(policy, 'Default') && priority !== undefined && lossless.has(priority))
      problems.push(problem(policy.command, 'the default policy puts all traffic into a lossless class'));
  }
  const classes = [...named('New-NetQosPolicy'), ...named('New-NetQosTrafficClass')];
  const willing = named('Set-NetQosDcbxSetting')[0];
  const first = classes[0];
  if (first && (!willing || willing.command.line > first.command.line))
    problems.push(
      problem(
        first.command,
        'DCBX willing is not settled before the first policy: settings would not reach the adapters',
      ),
    );
  const isolated = named('Set-VMNetworkAdapterIsolation')[0];
  if (isolated && named('Set-VMNetworkAdapterVlan').length > 0)
    problems.push(problem(isolated.command, 'isolation and VLAN are both set on host adapters'));
  const tagged = new Set(
    named('Set-VMNetworkAdapter')
      .filter((binding) => has(binding, 'IeeePriorityTag'))
      .map((binding) => valueOf(binding, 'Name')),
  );
  for (const added of named('Add-VMNetworkAdapter'))
    if (has(added, 'ManagementOS') && !tagged.has(valueOf(added, 'Name')))
      problems.push(problem(added.command, 'a host adapter is added and its priority tag is left to chance'));
  return problems;
}

function has(binding: Binding, name: string): boolean {
  return binding.parameters.some((each) => each.name === name);
}

/** Literal value of a named parameter, or of the first positional argument when it has none of that name. */
function valueOf(binding: Binding, name: string): Literal | undefined {
  const parameter: BoundParameter | undefined = binding.parameters.find((each) => each.name === name);
  return parameter?.value ? literalValue(parameter.value) : undefined;
}

function listOf(value: Literal | undefined): Literal[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? [...(value as readonly Literal[])] : [value];
}
