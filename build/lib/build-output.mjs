import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';
import { runNode } from './run.mjs';

const SOURCES = [
  'shared',
  'src-main',
  'src-renderer',
  'electron.vite.config.ts',
  'svelte.config.js',
  'tsconfig.base.json',
  'package.json',
  'package-lock.json',
];
const OUT = join(root, 'out');
const STAMP = join(OUT, '.sources');
/** Start of the names of folders a build is made in. */
const NEXT = '.next-';
/** No build takes this long. */
const BROKEN_OFF_MS = 60 * 60 * 1000;

/**
 * Builds when there is no build or the sources are other ones than those it was made of.
 * @param {(line: string) => void} say
 */
export async function ensureBuilt(say) {
  const why = staleReason();
  if (why === null) return;
  say(`Building: ${why}.`);
  const hash = hashSources();
  mkdirSync(OUT, { recursive: true });
  sweep();
  const next = mkdtempSync(join(OUT, NEXT));
  try {
    const vite = 'electron-vite/bin/electron-vite.js';
    const { code, output } = await runNode(vite, ['build', '--outDir', next], { quiet: true });
    if (code !== 0) {
      process.stderr.write(output);
      throw new Error('The build failed; the reason is above.');
    }
    putInPlace(next, hash);
  } finally {
    rmSync(next, { recursive: true, force: true });
  }
}

/**
 * Nobody sees a half build: it is made beside the present one and takes its place by renames. Without the stamp in
 * between, a start that looks just then builds for itself.
 * @param {string} next @param {string} hash
 */
function putInPlace(next, hash) {
  rmSync(STAMP, { force: true });
  for (const face of readdirSync(next)) {
    const target = join(OUT, face);
    if (existsSync(target)) renameSync(target, join(next, `${face}.old`));
    renameSync(join(next, face), target);
  }
  writeFileSync(STAMP, hash);
}

/** Takes away what builds left that were broken off. */
function sweep() {
  for (const name of readdirSync(OUT)) {
    const path = join(OUT, name);
    if (name.startsWith(NEXT) && Date.now() - statSync(path).mtimeMs > BROKEN_OFF_MS)
      rmSync(path, { recursive: true, force: true });
  }
}

/** Why a build is needed, or null. */
function staleReason() {
  if (!existsSync(STAMP)) return 'there is no build yet';
  if (newest() <= statSync(STAMP).mtimeMs) return null;
  if (hashSources() !== readFileSync(STAMP, 'utf8')) return 'the sources have changed';
  // Only the times differ; remembered, so that the next start need not read everything again.
  const now = new Date();
  utimesSync(STAMP, now, now);
  return null;
}

/** Every source file and folder; a folder's own time tells of files that were removed. */
function* entries() {
  for (const source of SOURCES) {
    const path = join(root, source);
    if (!existsSync(path)) continue;
    yield path;
    if (!statSync(path).isDirectory()) continue;
    for (const name of readdirSync(path, { recursive: true })) yield join(path, String(name));
  }
}

function newest() {
  let time = 0;
  for (const path of entries()) time = Math.max(time, statSync(path).mtimeMs);
  return time;
}

function hashSources() {
  const hash = createHash('sha256');
  for (const path of [...entries()].sort()) {
    if (statSync(path).isFile())
      hash.update(path.slice(root.length)).update('\0').update(readFileSync(path)).update('\0');
  }
  return hash.digest('hex');
}
