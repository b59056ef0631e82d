import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, join } from 'node:path';
import { errorCode, type Disk } from './disk.ts';

/**
 * Who made a temporary file or a draft: machine, process and a mark of its start. The number of a process is given
 * out again after its end; with the mark of the start it is not.
 */
const MACHINE = short(hostname());
/** Where the system tells when a process started (Linux), that is the mark; elsewhere a random one, told by beats. */
const START = startOf(process.pid) ?? randomBytes(4).toString('hex');

/** The name of this process: letters, digits and dashes. */
export const PROCESS_NAME = `${MACHINE}-${process.pid}-${START}`;
/** Matches the name of a process, for file names that hold one. */
export const PROCESS_NAME_PATTERN = '[0-9a-f]{8}-\\d+-[0-9a-f]{8}';

const BEAT_MS = 10_000;
/** A process that shows no sign of life for so long has another program's number by now, or is gone. */
const STALE_MS = 60_000;

/** `unknown`: of another machine, or of a process that leaves no sign of life. */
export type ProcessState = 'running' | 'gone' | 'unknown';

/** Tells whether the process of that name still runs. `folder` is the program's own, where signs of life lie. */
export async function processState(disk: Disk, folder: string, name: string): Promise<ProcessState> {
  if (name === PROCESS_NAME) return 'running';
  const [machine, pid, start] = name.split('-');
  if (machine !== MACHINE || pid === undefined) return 'unknown';
  if (!isThere(Number(pid))) return 'gone';
  const startNow = startOf(Number(pid));
  if (startNow !== null) return startNow === start ? 'running' : 'gone';
  const beat = await disk.stat(beatPath(folder, name)).catch(() => null);
  if (beat === null) return 'unknown';
  return Date.now() - beat.mtimeMs > STALE_MS ? 'gone' : 'running';
}

/** Leaves signs of life while this process runs. Returns the way to stop; that also takes the signs away. */
export async function startBeats(disk: Disk, folder: string): Promise<() => Promise<void>> {
  const path = beatPath(folder, PROCESS_NAME);
  const beat = async () => {
    await disk.mkdir(join(folder, 'running'), { recursive: true });
    const file = await disk.open(path, 'w');
    await file.close();
  };
  // A folder that cannot be written takes no drafts either, and those tell the user.
  await beat().catch(() => undefined);
  const timer = setInterval(() => void beat().catch(() => undefined), BEAT_MS);
  timer.unref();
  void sweepBeats(disk, folder);
  return async () => {
    clearInterval(timer);
    await disk.rm(path, { force: true }).catch(() => undefined);
  };
}

/** Takes away the signs of processes that ended without doing so. */
async function sweepBeats(disk: Disk, folder: string): Promise<void> {
  for (const name of await disk.readdir(join(folder, 'running')).catch(() => [])) {
    if ((await processState(disk, folder, name)) === 'gone')
      await disk.rm(beatPath(folder, name), { force: true }).catch(() => undefined);
  }
}

function beatPath(folder: string, name: string): string {
  return join(folder, 'running', basename(name));
}

function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process is there all the same.
    return errorCode(error) !== 'ESRCH';
  }
}

/** When a process started, where the system tells; null elsewhere. The start of the system is part of it. */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name of the program stands in brackets and may hold anything; the start is the 20th field after it.
    const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8');
    return ticks === undefined ? null : short(`${boot}${ticks}`);
  } catch {
    return null;
  }
}

function short(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}
