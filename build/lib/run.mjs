import { spawn } from 'node:child_process';
import { root } from './root.mjs';

/**
 * @typedef {object} RunOptions
 * @property {boolean} [quiet] Keep the output to show it only after a failure.
 * @property {NodeJS.ProcessEnv} [env]
 * @property {number} [timeoutMs] Ends the program (and says so) after this time.
 */

/**
 * Runs a program in the project's folder and waits for its end. Its output is shown as it comes, unless quiet.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<{ code: number, output: string }>} 127 when it could not be started, 124 when it took too long.
 */
export function run(command, args, options = {}) {
  const { quiet = false, env = process.env, timeoutMs } = options;
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(command, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let late = false;
    const timer =
      timeoutMs === undefined
        ? undefined
        : setTimeout(() => {
            late = true;
            child.kill('SIGKILL');
          }, timeoutMs);
    /** @param {import('node:stream').Readable} from @param {NodeJS.WriteStream} to */
    const take = (from, to) =>
      from.on('data', (chunk) => {
        output += String(chunk);
        if (!quiet) to.write(chunk);
      });
    take(child.stdout, process.stdout);
    take(child.stderr, process.stderr);
    child.on('error', (error) => {
      clearTimeout(timer);
      resolve({ code: 127, output: `${output}${error.message}\n` });
    });
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      resolve({ code: late ? 124 : (code ?? (signal ? 1 : 0)), output });
    });
  });
}

/**
 * Runs a program of an installed package with this Node.
 * @param {string} script Path of the script below node_modules.
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 */
export function runNode(script, args, options) {
  return run(process.execPath, [`${root}/node_modules/${script}`, ...args], options);
}
