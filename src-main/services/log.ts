import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Where stacks go: never to the page. */
export interface Log {
  readonly error: (error: unknown) => void;
}

const MAX_BYTES = 1024 * 1024;

/** A log file in the program's own folder, at most 1 MiB and one older part. Never throws: a log must not stop the work. */
export function createLog(folder: string): Log {
  const path = join(folder, 'clusterwright.log');
  return {
    error(error) {
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
      try {
        mkdirSync(folder, { recursive: true });
        if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > MAX_BYTES)
          renameSync(path, `${path}.old`);
        appendFileSync(path, `${new Date().toISOString()} ${text}\n`);
      } catch {
        process.stderr.write(`${text}\n`);
      }
    },
  };
}
