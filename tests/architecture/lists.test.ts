import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands } from '../../shared/commands/list.ts';
import { exporters } from '../../shared/exports/index.ts';
import { RULES } from '../../shared/rules/index.ts';
import { SCRIPT_STEPS } from '../../shared/scripts/index.ts';
import { templates } from '../../shared/templates/index.ts';
import { CLI_COMMANDS } from '../../src-main/cli/commands/index.ts';
import { ROOT } from './sources.ts';

/** A folder whose files make the entries of a list, and the properties that tell an entry from a helper. */
const REGISTRIES: readonly (readonly [folder: string, list: readonly object[], marks: readonly string[]])[] =
  [
    ['shared/rules', RULES, ['id', 'severity', 'check']],
    ['shared/scripts/steps', SCRIPT_STEPS, ['id', 'appliesTo', 'lines']],
    ['shared/exports', exporters, ['id', 'shape', 'produce']],
    ['shared/commands', commands, ['id', 'payload', 'apply']],
    ['shared/templates', templates, ['id', 'summary', 'build']],
    ['src-main/cli/commands', CLI_COMMANDS, ['name', 'summary', 'run']],
  ];

describe.each(REGISTRIES)('the list of %s', (folder, list, marks) => {
  it('holds every entry its files export, and nothing else', async () => {
    const made = new Map<object, string>();
    for (const name of readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })) {
      if (!name.endsWith('.ts') || name.endsWith('index.ts') || name.endsWith('list.ts')) continue;
      const module = (await import(join(ROOT, folder, name))) as Record<string, unknown>;
      for (const value of Object.values(module)) if (isEntry(value, marks)) made.set(value, name);
    }
    expect(made.size).toBeGreaterThan(0);
    const forgotten = [...made].filter(([entry]) => !list.includes(entry)).map(([, name]) => name);
    expect(forgotten, 'exported but not in the list').toEqual([]);
    expect(
      list.filter((entry) => !made.has(entry)),
      'in the list but not exported by a file',
    ).toEqual([]);
  });

  it('holds no name twice', () => {
    const names = list.map((entry) => (entry as Record<string, unknown>)[marks[0] ?? '']);
    expect(new Set(names).size).toBe(names.length);
  });
});

function isEntry(value: unknown, marks: readonly string[]): value is object {
  return typeof value === 'object' && value !== null && marks.every((mark) => mark in value);
}
