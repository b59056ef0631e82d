import { existsSync } from 'node:fs';
import { posix } from 'node:path';
import { root } from './root.mjs';

/**
 * Which folder may import from which: the layers of the house, lowest first. A folder may always import its own
 * files. An entry with a file name opens only that file. Type-only imports count like all others.
 * The lint rule `house/imports` and tests/architecture read this table; ARCHITECTURE.md explains it.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
export const DIRECTIONS = {
  'shared/lib': [],
  'shared/geometry': ['shared/lib'],
  'shared/catalog': ['shared/lib'],
  'shared/host': ['shared/lib'],
  'shared/model': ['shared/lib', 'shared/catalog/types.ts'],
  'shared/commands': ['shared/lib', 'shared/model'],
  'shared/history': ['shared/lib', 'shared/model'],
  'shared/file': ['shared/lib', 'shared/model'],
  'shared/templates': ['shared/lib', 'shared/model', 'shared/catalog'],
  'shared/plan': ['shared/lib', 'shared/model', 'shared/catalog'],
  'shared/rules': ['shared/lib', 'shared/model', 'shared/catalog/types.ts', 'shared/plan'],
  'shared/bom': ['shared/lib', 'shared/model', 'shared/catalog/types.ts', 'shared/plan'],
  'shared/scene': [
    'shared/lib',
    'shared/model',
    'shared/catalog/types.ts',
    'shared/plan',
    'shared/geometry',
    'shared/layout',
  ],
  'shared/scripts': ['shared/lib', 'shared/model', 'shared/catalog/types.ts', 'shared/plan'],
  'shared/wiring': ['shared/lib', 'shared/model', 'shared/catalog/types.ts', 'shared/plan'],
  'shared/fragment': [
    'shared/lib',
    'shared/model',
    'shared/catalog/types.ts',
    'shared/plan',
    'shared/wiring',
  ],
  'shared/swap': ['shared/lib', 'shared/model', 'shared/catalog/types.ts', 'shared/plan', 'shared/wiring'],
  'shared/layout': ['shared/lib', 'shared/geometry'],
  'shared/outcome.ts': [
    'shared/lib',
    'shared/model',
    'shared/catalog',
    'shared/plan',
    'shared/rules',
    'shared/bom',
  ],
  'shared/size': [
    'shared/lib',
    'shared/model',
    'shared/catalog',
    'shared/plan',
    'shared/outcome.ts',
    'shared/templates/records.ts',
    'shared/fragment',
    'shared/rules',
    'shared/bom',
  ],
  'shared/exports': [
    'shared/lib',
    'shared/model',
    'shared/catalog',
    'shared/file',
    'shared/plan',
    'shared/rules',
    'shared/bom',
    'shared/scene',
    'shared/scripts',
    'shared/outcome.ts',
  ],
  'shared/compare': [
    'shared/lib',
    'shared/model',
    'shared/catalog',
    'shared/plan',
    'shared/rules',
    'shared/bom',
    'shared/outcome.ts',
  ],
  'src-main/services': ['shared'],
  'src-main/handlers.ts': ['shared', 'src-main/services'],
  'src-main/version.ts': ['package.json'],
  'src-main/page-policy.ts': [],
  'src-main/page-files.ts': [],
  'src-main/electron': [
    'shared',
    'src-main/services',
    'src-main/handlers.ts',
    'src-main/version.ts',
    'src-main/page-policy.ts',
    'src-main/page-files.ts',
  ],
  'src-main/preload': ['src-main/electron/channels.ts'],
  'src-main/web': [
    'shared',
    'src-main/services',
    'src-main/handlers.ts',
    'src-main/version.ts',
    'src-main/page-policy.ts',
    'src-main/page-files.ts',
  ],
  'src-main/cli': ['shared', 'src-main/services', 'src-main/version.ts'],
  'src-renderer/ui': [],
  'src-renderer/host': ['shared/host'],
  'src-renderer/messages': ['shared'],
  'src-renderer/state': ['shared', 'src-renderer/messages'],
  'src-renderer/attach': ['shared', 'src-renderer/state'],
  'src-renderer/tools': ['shared', 'src-renderer/state', 'src-renderer/messages'],
  'src-renderer': ['shared', 'src-renderer'],
};

const NODE_FREE = ['zod'];

/**
 * Packages a folder may import, by the longest matching folder.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
export const PACKAGES = {
  shared: [...NODE_FREE, '@noble/hashes', 'd3-array', 'd3-shape', 'd3-scale', 'd3-hierarchy'],
  'shared/layout': [...NODE_FREE, 'elkjs', 'd3-hierarchy'],
  'src-main': [...NODE_FREE, 'node:'],
  'src-main/services': [...NODE_FREE, 'node:', 'pdfmake', 'fontkit'],
  'src-main/electron': [...NODE_FREE, 'node:', 'electron'],
  'src-main/preload': ['electron'],
  'src-renderer': [
    ...NODE_FREE,
    'svelte',
    '@lucide/svelte',
    '@fontsource-variable',
    'd3-array',
    'd3-shape',
    'd3-scale',
    'd3-hierarchy',
  ],
  'src-renderer/attach': ['svelte', 'd3-selection', 'd3-zoom', 'd3-drag'],
  'src-renderer/workers': ['elkjs'],
};

/** Old versions of a record live on there; today's code must not lean on them. */
const CLOSED = 'shared/file/migrations';

/**
 * Why one file may not import another, or null.
 * @param {string} from Path of the importing file, from the project's folder, with slashes.
 * @param {string} specifier What stands in the import.
 * @returns {string | null}
 */
export function importFault(from, specifier) {
  return specifier.startsWith('.')
    ? fileFault(from, posix.join(posix.dirname(from), specifier))
    : packageFault(from, specifier);
}

/** @param {string} from @param {string} to */
function fileFault(from, to) {
  const home = layerOf(from);
  if (home === null) return null;
  if (to.startsWith(`${CLOSED}/`) && !from.startsWith('shared/file/'))
    return 'migrations are read by shared/file only';
  const target = layerOf(to);
  if (target === home)
    return to === `${home}/index.ts` ? 'inside a folder import the file, not its index.ts' : null;
  const open = DIRECTIONS[home] ?? [];
  if (!open.some((entry) => to === entry || to.startsWith(`${entry}/`)))
    return `${home} may not import from ${target ?? to}`;
  return isDoor(to) || open.includes(to)
    ? null
    : `across folders import the door of ${target ?? to} (index.ts, types.ts or define.ts)`;
}

/** Folders of independent small files, which have no door. */
const OPEN = ['shared/lib', 'shared/geometry'];

/** @param {string} to */
function isDoor(to) {
  const layer = layerOf(to);
  if (layer !== null && OPEN.includes(layer)) return true;
  if (layer === null || !to.startsWith('shared/') || layer === to) return true;
  if (!existsSync(`${root}/${layer}/index.ts`)) return true;
  return ['index.ts', 'types.ts', 'define.ts'].some((door) => to === `${layer}/${door}`);
}

/** @param {string} from @param {string} specifier */
function packageFault(from, specifier) {
  const folders = Object.keys(PACKAGES).filter((folder) => from.startsWith(`${folder}/`));
  const home = folders.sort((a, b) => b.length - a.length)[0];
  if (home === undefined) return null;
  const open = PACKAGES[home] ?? [];
  const fine = open.some((name) =>
    name.endsWith(':') ? specifier.startsWith(name) : specifier === name || specifier.startsWith(`${name}/`),
  );
  return fine ? null : `${home} may not import ${specifier}`;
}

/** The entry of the table a file belongs to: the longest that fits. @param {string} path @returns {string | null} */
function layerOf(path) {
  const fitting = Object.keys(DIRECTIONS).filter((entry) => path === entry || path.startsWith(`${entry}/`));
  return fitting.sort((a, b) => b.length - a.length)[0] ?? null;
}
