import { join, resolve } from 'node:path';
import { disk } from '../services/disk.ts';
import { createExports, type ExportRequest, type ExportedFile } from '../services/export.ts';
import { APP_VERSION } from '../version.ts';
import { json } from './json.ts';

export interface Written {
  readonly folder: string;
  readonly files: readonly ExportedFile[];
}

/** Writes formats into a folder; the same bytes as the app's export. */
export async function writeExport(request: ExportRequest): Promise<Written> {
  const folder = resolve(request.folder);
  const exports = createExports(disk, APP_VERSION);
  const files = await exports.run({ ...request, folder }, () => undefined, new AbortController().signal);
  return { folder, files };
}

/** What was written, for people one path a line. */
export function report({ folder, files }: Written, asJson: boolean): string {
  return asJson ? json({ folder, files }) : files.map(({ path }) => `${join(folder, path)}\n`).join('');
}
