import { resolve } from 'node:path';
import { catalog } from '../../shared/catalog/index.ts';
import type { Design } from '../../shared/model/index.ts';
import { computeOutcome, type Outcome } from '../../shared/outcome.ts';
import { designFromText } from '../services/export.ts';
import { configFolder } from '../services/config-folder.ts';
import { disk } from '../services/disk.ts';
import { createFiles } from '../services/files.ts';
import { createTokenStore } from '../services/tokens.ts';

/** The files of the command line. */
export const files = createFiles(disk, createTokenStore(), configFolder(process.env, process.platform));

/** The design in a file. Throws a `HostError` that says what is wrong and where; the file is never touched. */
export async function openDesign(path: string): Promise<Design> {
  const { text } = await files.read(resolve(path));
  return designFromText(text, path);
}

/** The design in a file and all that follows from it. */
export async function openOutcome(path: string): Promise<Outcome> {
  return computeOutcome(await openDesign(path), catalog);
}
