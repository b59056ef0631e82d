import { describe, expect, it } from 'vitest';
import { DIRECTIONS, importFault } from '../../build/lib/import-directions.mjs';
import { filesIn, importsOf, programFiles, targetOf } from './sources.ts';

const files = programFiles();
const graph = new Map(files.map((file) => [file.path, importsOf(file)]));

describe('imports', () => {
  it('are found in every kind of file', () => {
    const count = [...graph.values()].flat().length;
    expect(count).toBeGreaterThan(files.length);
    expect(graph.get('src-renderer/App.svelte')?.some((name) => name.endsWith('.svelte'))).toBe(true);
  });

  it('follow the directions of the house', () => {
    const faults = [...graph].flatMap(([path, imports]) =>
      imports.flatMap((specifier) => {
        const fault = importFault(path, specifier);
        return fault === null ? [] : [`${path} imports ${specifier}: ${fault}`];
      }),
    );
    expect(faults).toEqual([]);
  });

  it('name every folder of the program in the table of directions', () => {
    const entries = Object.keys(DIRECTIONS);
    const forgotten = files.filter(
      ({ path }) =>
        !path.endsWith('.d.ts') && !entries.some((entry) => path === entry || path.startsWith(`${entry}/`)),
    );
    expect(forgotten.map(({ path }) => path)).toEqual([]);
  });

  it('carry the ending of the file, so that one look finds it', () => {
    const short = [...graph].flatMap(([path, imports]) =>
      imports
        .filter((name) => name.startsWith('.') && !/\.(ts|svelte|css|json|mjs)(\?worker&url)?$/.test(name))
        .map((name) => `${path}: ${name}`),
    );
    expect(short).toEqual([]);
  });

  it('never go round in a circle', () => {
    expect(circles()).toEqual([]);
  });
});

describe('the directions', () => {
  it.each([
    ['shared/lib/text.ts', '../model/index.ts'],
    ['shared/scene/build-scene.ts', '../rules/index.ts'],
    ['shared/rules/run.ts', '../bom/types.ts'],
    ['shared/plan/index.ts', '../outcome.ts'],
    ['shared/model/node.ts', '../catalog/index.ts'],
    ['shared/model/node.ts', './index.ts'],
    ['shared/commands/move-items.ts', '../model/node.ts'],
    ['shared/host/contract.ts', 'node:fs'],
    ['shared/lib/text.ts', 'd3-selection'],
    ['src-main/web/index.ts', 'electron'],
    ['src-main/web/index.ts', '../electron/ipc.ts'],
    ['src-main/services/files.ts', '../handlers.ts'],
    ['src-renderer/main.ts', '../src-main/handlers.ts'],
    ['src-renderer/canvas/Canvas.svelte', 'd3-zoom'],
    ['src-renderer/ui/Button.svelte', '../../shared/model/index.ts'],
    ['src-renderer/state/session.svelte.ts', '../../shared/file/migrations/index.ts'],
    ['src-renderer/main.ts', 'electron'],
  ])('refuse that %s imports %s', (from, specifier) => {
    expect(importFault(from, specifier)).not.toBeNull();
  });

  it('hold no circle themselves', () => {
    const open = (entry: string, seen: readonly string[]): string[] => {
      if (seen.includes(entry)) return [[...seen, entry].join(' -> ')];
      return (DIRECTIONS[entry] ?? [])
        .filter((next) => next !== entry && next in DIRECTIONS)
        .flatMap((next) => open(next, [...seen, entry]));
    };
    expect(Object.keys(DIRECTIONS).flatMap((entry) => open(entry, []))).toEqual([]);
  });
});

describe('the tests', () => {
  it('are imported by nothing that ships', () => {
    const from = [...graph].filter(([, imports]) => imports.some((name) => name.includes('tests/')));
    expect(from.map(([path]) => path)).toEqual([]);
  });

  it('read nothing beside the project', () => {
    const outside = filesIn('tests', ['.ts']).filter(({ text }) =>
      /\.\.\/shared\/(reference|inputs|look|seeds)/.test(text),
    );
    expect(outside.map(({ path }) => path)).toEqual([]);
  });
});

/** Every circle of files, as the files it runs through. */
function circles(): string[] {
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (path: string, road: readonly string[]): void => {
    const at = road.indexOf(path);
    if (at >= 0) found.push([...road.slice(at), path].join(' -> '));
    if (at >= 0 || done.has(path)) return;
    for (const name of graph.get(path) ?? []) {
      if (name.startsWith('.')) visit(targetOf(path, name), [...road, path]);
    }
    done.add(path);
  };
  for (const path of graph.keys()) visit(path, []);
  return found;
}
