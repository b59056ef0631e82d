import { existsSync, lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';
import { run } from './run.mjs';

/**
 * @typedef {{ version?: string, optional?: boolean, devOptional?: boolean, link?: boolean }} LockEntry
 */

/**
 * Installs the packages of package-lock.json when they are missing or other ones are there. Install scripts do not
 * run: none of our packages needs one, and Electron's would download its binary.
 * @param {(line: string) => void} say
 */
export async function ensureDependencies(say) {
  const why = staleReason();
  if (why === null) return;
  refuseLink(why);
  say(`Installing packages (npm ci): ${why}.`);
  const { command, args } = npmCommand();
  const { code, output } = await run(
    command,
    [...args, 'ci', '--ignore-scripts', '--no-fund', '--no-audit'],
    { quiet: true },
  );
  if (code === 0) return;
  process.stderr.write(output);
  throw new Error('The packages could not be installed; npm says why above.');
}

/**
 * A linked node_modules belongs to another folder: npm would empty that one, or put its own in place of the link.
 * @param {string} why
 */
function refuseLink(why) {
  const folder = join(root, 'node_modules');
  if (!lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink()) return;
  throw new Error(
    `node_modules is a link, and its packages are not those of package-lock.json (${why}). Run "npm ci" where it leads to, or remove the link and start again.`,
  );
}

/** Why the packages must be installed, or null. npm keeps a list of what it installed; it is compared with the lock. */
function staleReason() {
  const installed = readLock(join(root, 'node_modules', '.package-lock.json'));
  if (!installed) return 'they are missing';
  const wanted = readLock(join(root, 'package-lock.json'));
  for (const [path, { version, optional, devOptional, link }] of Object.entries(wanted ?? {})) {
    // Optional ones are left out on systems they are not made for.
    if (path === '' || optional || devOptional || link) continue;
    if (installed[path]?.version !== version)
      return `${path.replace(/^node_modules\//, '')} ${version ?? ''} is wanted`;
  }
  return null;
}

/** @param {string} path @returns {Record<string, LockEntry> | null} */
function readLock(path) {
  if (!existsSync(path)) return null;
  return /** @type {{ packages: Record<string, LockEntry> }} */ (JSON.parse(readFileSync(path, 'utf8')))
    .packages;
}

/** npm as this run was started with it, else the one beside this Node or on the path. */
function npmCommand() {
  const started = process.env['npm_execpath'];
  if (started?.endsWith('.js')) return { command: process.execPath, args: [started] };
  if (process.platform === 'win32') {
    return {
      command: process.execPath,
      args: [join(process.execPath, '..', 'node_modules', 'npm', 'bin', 'npm-cli.js')],
    };
  }
  return { command: 'npm', args: [] };
}
