import { lstat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { catalog } from '../../shared/catalog/index.ts';
import { parseDesignFile, serializeDesign } from '../../shared/file/index.ts';
import { HostError } from '../../shared/host/index.ts';
import type { Design } from '../../shared/model/index.ts';
import { computeOutcome } from '../../shared/outcome.ts';
import { embedParts } from '../../shared/plan/index.ts';
import { withExtension } from '../services/files.ts';
import { APP_VERSION } from '../version.ts';
import { UsageError } from './define.ts';
import { files } from './open-design.ts';

/** Writes a new design, its products embedded, and returns the path. Replaces a file only when told to. */
export async function writeDesign(design: Design, out: string, force: boolean): Promise<string> {
  const path = resolve(withExtension(out));
  if (!force && (await exists(path))) {
    throw new HostError('exists', `${path} is there already; --force replaces it.`);
  }
  await files.write(path, textOf(design), null);
  return path;
}

/** The file's text, read back once: a name that a design cannot hold is refused here with its reason. */
function textOf(design: Design): string {
  const { plan } = computeOutcome(design, catalog);
  const text = serializeDesign(embedParts(design, plan), APP_VERSION);
  const parsed = parseDesignFile(text);
  if (parsed.ok) return text;
  const reasons =
    parsed.error.tag === 'invalid'
      ? parsed.error.issues.map(({ message }) => message).join('; ')
      : parsed.error.tag;
  throw new UsageError(`this name cannot be used: ${reasons}.`);
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}
