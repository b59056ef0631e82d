import { createHash, randomBytes } from 'node:crypto';
import { basename, dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { HostError } from '../../shared/host/index.ts';
import { errorCode, type Disk } from './disk.ts';
import { PROCESS_NAME, PROCESS_NAME_PATTERN, processState } from './process-identity.ts';

/** Virus scanners and sync clients hold a fresh file for a moment; waits in ms, about two seconds in all. */
const RETRY_WAITS = [20, 60, 150, 350, 600, 800];
const HELD = new Set(['EPERM', 'EACCES', 'EBUSY']);

/** SHA-256 in hexadecimal. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Characters of a file's name in the name of its temporary. Names hold 255 bytes, a character takes up to four. */
const KEPT_OF_NAME = 48;

/** Our temporaries carry the name of the process that writes them, so that what a killed one leaves can be told. */
const TEMPORARY = new RegExp(`^\\.(.*)\\.(${PROCESS_NAME_PATTERN})\\.[0-9a-f]{12}\\.tmp$`, 's');

/** A name beside `path` that nothing else uses; hidden where names with a dot are. */
export function temporaryBeside(path: string): string {
  const random = randomBytes(6).toString('hex');
  return join(dirname(path), `.${startOfName(path)}.${PROCESS_NAME}.${random}.tmp`);
}

function startOfName(path: string): string {
  return Array.from(basename(path)).slice(0, KEPT_OF_NAME).join('');
}

/**
 * Takes away temporaries that killed processes of this machine left beside a file; nothing else, whatever its name.
 * Never throws: what cannot be taken away now is taken away later.
 */
export async function removeLeftovers(disk: Disk, configFolder: string, path: string): Promise<void> {
  const folder = dirname(await resolveLink(disk, path).catch(() => path));
  for (const name of await disk.readdir(folder).catch(() => [])) {
    const [, start, writer] = TEMPORARY.exec(name) ?? [];
    if (writer === undefined || start !== startOfName(path)) continue;
    if ((await processState(disk, configFolder, writer)) === 'gone')
      await disk.rm(join(folder, name), { force: true }).catch(() => undefined);
  }
}

/** The same for a folder of our own: every temporary in it is ours. */
export async function removeAllLeftovers(disk: Disk, configFolder: string, folder: string): Promise<void> {
  for (const name of await disk.readdir(folder).catch(() => [])) {
    const writer = TEMPORARY.exec(name)?.[2];
    if (writer !== undefined && (await processState(disk, configFolder, writer)) === 'gone')
      await disk.rm(join(folder, name), { force: true }).catch(() => undefined);
  }
}

/**
 * Replaces a file in one step: written beside it, flushed, read back and compared, then renamed over it. At any
 * moment the path holds the old bytes or the new ones, whole. With `backup` the old file stays as `<name>.bak`.
 * Throws what the file system throws, or a `HostError`; then the old file is as it was and no temporary is left.
 */
export async function writeAtomically(
  disk: Disk,
  path: string,
  bytes: Uint8Array,
  options: { readonly backup: boolean },
): Promise<void> {
  const target = await resolveLink(disk, path);
  const old = await statOrNull(disk, target);
  if (old && !old.isFile())
    throw new HostError('not-a-file', `${basename(path)} is not a file that can be replaced.`);
  // A rename would replace a file its owner has protected, because it asks for rights on the folder only.
  if (old && (old.mode & 0o222) === 0) {
    throw new HostError(
      'read-only',
      `${basename(path)} is marked read-only. Save it under another name. Nothing was changed on disk.`,
    );
  }
  const temporary = temporaryBeside(target);
  try {
    await writeFlushed(disk, temporary, bytes, old ? old.mode & 0o777 : 0o666);
    if (old) await disk.chmod(temporary, old.mode & 0o777);
    if (sha256(await disk.readFile(temporary)) !== sha256(bytes)) {
      throw new HostError(
        'internal',
        `${basename(path)} did not read back as it was written; the disk may be failing. The old file is untouched.`,
      );
    }
    if (old && options.backup) await keepBackup(disk, target);
    await renameHeld(disk, temporary, target);
  } catch (error) {
    await disk.rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  }
  await flushFolder(disk, dirname(target));
}

/** A link is followed, so that saving replaces the file it names and not the link. */
async function resolveLink(disk: Disk, path: string): Promise<string> {
  try {
    return await disk.realpath(path);
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
  }
  try {
    return resolve(dirname(path), await disk.readlink(path));
  } catch {
    return path;
  }
}

async function statOrNull(disk: Disk, path: string) {
  try {
    return await disk.stat(path);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

/** Writes a new file and waits until the disk has it. */
export async function writeFlushed(disk: Disk, path: string, bytes: Uint8Array, mode: number): Promise<void> {
  const file = await disk.open(path, 'wx', mode);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A second name for the old content; copied where the file system knows no second names. */
async function keepBackup(disk: Disk, target: string): Promise<void> {
  const temporary = temporaryBeside(target);
  try {
    await disk.link(target, temporary).catch(() => disk.copyFile(target, temporary));
    await renameHeld(disk, temporary, `${target}.bak`);
  } finally {
    // Also after success: a rename between two names of one file, as a broken-off save leaves them, does nothing.
    await disk.rm(temporary, { force: true }).catch(() => undefined);
  }
}

/** Renames, patiently while another program holds one of the files. */
export async function renameHeld(disk: Disk, from: string, to: string): Promise<void> {
  for (const wait of RETRY_WAITS) {
    try {
      return await disk.rename(from, to);
    } catch (error) {
      if (!HELD.has(errorCode(error))) throw error;
      await sleep(wait);
    }
  }
  await disk.rename(from, to);
}

/** Makes the rename itself durable. Windows has no such call and needs none. */
async function flushFolder(disk: Disk, folder: string): Promise<void> {
  const handle = await disk.open(folder, 'r').catch(() => null);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}
