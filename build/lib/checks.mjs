import { root } from './root.mjs';
import { runNode } from './run.mjs';

/**
 * @typedef {object} Check
 * @property {string} name
 * @property {() => Promise<{ code: number, output: string }>} run
 */

/** @param {string} name @param {string} script @param {readonly string[]} args @returns {Check} */
const check = (name, script, args) => ({ name, run: () => runNode(script, args, { quiet: true }) });

/** @param {string} project @returns {Check} */
const types = (project) => check(`types of ${project}`, 'typescript/bin/tsc', ['-p', project]);

/**
 * What needs no running program, the longest first; each counts as one test.
 * @type {readonly Check[]}
 */
export const CHECKS = [
  check('lint', 'eslint/bin/eslint.js', ['.', '--max-warnings', '0']),
  check('types of src-renderer', 'svelte-check/bin/svelte-check', [
    '--tsconfig',
    `${root}/src-renderer/tsconfig.json`,
    '--fail-on-warnings',
    '--output',
    'human',
  ]),
  check('format', 'prettier/bin/prettier.cjs', ['--check', '.', '--log-level', 'warn']),
  types('shared'),
  types('src-main'),
  types('tests'),
  types('build'),
  check('unused code', 'knip/bin/knip.js', ['--no-progress']),
];
