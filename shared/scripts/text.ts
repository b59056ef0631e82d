import { quotePowerShell } from '../lib/quote.ts';

/** A change of one setting, with the read that says whether it is needed. */
export interface Change {
  /** The setting, in words. */
  readonly what: string;
  /** PowerShell expression that reads it now. */
  readonly is: string;
  /** PowerShell expression of the designed value. */
  readonly should: string;
  /** Adapter whose driver may lack the setting: a setting that is not there is reported, not made. */
  readonly on?: string;
  /** What the confirmation names, and what it says will be done to it. */
  readonly target: string;
  readonly action: string;
  readonly commands: readonly string[];
}

/** Lines that read a setting, and change it only when it differs and the run is not a dry one. */
export function changeLines(change: Change): string[] {
  const on = change.on === undefined ? '' : ` -On ${quotePowerShell(change.on)}`;
  return [
    `if (-not (Test-Designed -What ${quotePowerShell(change.what)} -Is ${change.is} -Should ${change.should}${on})) {`,
    `    if ($PSCmdlet.ShouldProcess(${quotePowerShell(change.target)}, ${quotePowerShell(change.action)})) {`,
    ...change.commands.map((line) => `        ${line}`),
    '        Add-Change',
    '    }',
    '}',
  ];
}

/** A comma list of quoted names as one argument. */
export function quoteList(names: readonly string[]): string {
  return names.map(quotePowerShell).join(', ');
}

/** A PowerShell literal for a value that may be left out. */
export function literal(value: string | number | boolean | null): string {
  if (value === null) return '$null';
  if (typeof value === 'boolean') return value ? '$true' : '$false';
  return typeof value === 'number' ? String(value) : quotePowerShell(value);
}

/** `@(...)` with one element a line; `@()` when there is none. */
export function arrayLines(open: string, elements: readonly string[], close = ')'): string[] {
  if (elements.length === 0) return [`${open}@(${close}`];
  const last = elements.length - 1;
  return [`${open}@(`, ...elements.map((element, i) => `    ${element}${i === last ? '' : ','}`), close];
}

/** One record of a table, all fields on one line. */
export function record(fields: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(fields).map(([name, value]) => `${name} = ${value}`);
  return `[pscustomobject]@{ ${pairs.join('; ')} }`;
}

/** One line of a verification: what is read must be as expected. `expected` and `read` are PowerShell. */
export function checkLine(name: string, expected: string, read: string): string {
  return `Add-Check -Name ${quotePowerShell(name)} -Expected ${expected} -Read { ${read} }`;
}
