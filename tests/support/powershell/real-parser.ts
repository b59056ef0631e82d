import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parsePowerShell, type Problem } from './parse.ts';

/** Reads every `.ps1` of a folder with PowerShell's own parser and prints the errors as JSON. */
const READ_ALL = `
$found = foreach ($file in Get-ChildItem -LiteralPath $env:CLUSTERWRIGHT_SCRIPTS -Filter *.ps1) {
  $errors = $null
  [void][System.Management.Automation.Language.Parser]::ParseFile($file.FullName, [ref]$null, [ref]$errors)
  foreach ($each in $errors) { @{ name = $file.Name; line = $each.Extent.StartLineNumber; message = $each.Message } }
}
ConvertTo-Json -InputObject @($found) -Compress
`;

/**
 * The best parser this machine has: PowerShell itself where `pwsh` or `powershell` is on the path, else the
 * grammar. Takes scripts by name and gives what is wrong with them.
 */
export function parseAll(scripts: ReadonlyMap<string, string>): readonly string[] {
  const shell = ['pwsh', 'powershell'].find(runs);
  return shell ? withShell(shell, scripts) : withGrammar(scripts);
}

function withGrammar(scripts: ReadonlyMap<string, string>): string[] {
  return [...scripts].flatMap(([name, text]) =>
    parsePowerShell(text).errors.map((error) => say(name, error)),
  );
}

function withShell(shell: string, scripts: ReadonlyMap<string, string>): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'clusterwright-ps-'));
  try {
    const names = [...scripts.keys()];
    names.forEach((name, i) => writeFileSync(join(folder, `${i}.ps1`), scripts.get(name) ?? ''));
    const output = execFileSync(shell, ['-NoProfile', '-NonInteractive', '-Command', READ_ALL], {
      env: { ...process.env, CLUSTERWRIGHT_SCRIPTS: folder },
      encoding: 'utf8',
    });
    const errors = JSON.parse(output) as readonly (Problem & { readonly name: string })[];
    return errors.map((error) => say(names[Number.parseInt(error.name, 10)] ?? error.name, error));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function runs(shell: string): boolean {
  try {
    execFileSync(shell, ['-NoProfile', '-NonInteractive', '-Command', 'exit 0'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function say(name: string, { line, message }: Problem): string {
  return `${name} line ${line}: ${message}`;
}
