import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { hasDisplay } from './browser.mjs';
import { findElectron } from './electron.mjs';
import { root } from './root.mjs';
import { runNode } from './run.mjs';

/** @typedef {{ passed: number, failed: number }} Count */

const RESULTS = join(root, 'test-results');

/** Unit, host and architecture tests. @returns {Promise<Count>} */
export async function runVitest() {
  const file = resultFile('vitest.json');
  const { code } = await runNode('vitest/vitest.mjs', [
    'run',
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  const result = read(file);
  return count(code, result?.['numPassedTests'], result?.['numFailedTests']);
}

/**
 * End-to-end tests in a browser, and on Electron itself where it is installed and has a display.
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<Count>}
 */
export async function runPlaywright(env) {
  const file = resultFile('e2e.json');
  const projects = findElectron() !== null && hasDisplay() ? ['web', 'electron'] : ['web'];
  const { code } = await runNode(
    '@playwright/test/cli.js',
    [
      'test',
      '--reporter=list,json',
      '--output=test-results/e2e',
      ...projects.map((project) => `--project=${project}`),
    ],
    { env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: file } },
  );
  /** @type {Record<string, number> | undefined} */
  const stats = read(file)?.['stats'];
  return count(code, stats?.['expected'], (stats?.['unexpected'] ?? 0) + (stats?.['flaky'] ?? 0));
}

/** @param {string} name */
function resultFile(name) {
  mkdirSync(RESULTS, { recursive: true });
  const file = join(RESULTS, name);
  rmSync(file, { force: true });
  return file;
}

/** @param {string} file @returns {Record<string, any> | null} */
function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/**
 * A runner that ended badly has failed at least once, even when no test did: a file that could not be loaded has none.
 * @param {number} code @param {number} [passed] @param {number} [failed] @returns {Count}
 */
function count(code, passed = 0, failed = 0) {
  return { passed, failed: code === 0 ? failed : Math.max(failed, 1) };
}
