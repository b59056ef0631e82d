import { dirname, join, sep } from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import { catalog, type Catalog } from '../../shared/catalog/index.ts';
import {
  describeMismatch,
  exportById,
  prepareExport,
  type ExportFile,
  type ExportInput,
  type Exporter,
  type Paper,
} from '../../shared/exports/index.ts';
import { describeFailure, parseDesignFile } from '../../shared/file/index.ts';
import { HostError } from '../../shared/host/index.ts';
import type { Design } from '../../shared/model/index.ts';
import { renameHeld, temporaryBeside, writeFlushed } from './atomic-write.ts';
import { diskError } from './disk-errors.ts';
import { errorCode, type Disk } from './disk.ts';
import { refuseClashes, splitExportPath } from './export-paths.ts';

export interface ExportRequest {
  readonly design: Design;
  readonly formats: readonly string[];
  readonly paper: Paper;
  readonly folder: string;
  /** Another place in the folder for a file; by default each keeps the path its exporter gave it. */
  readonly rename?: (path: string) => string;
}

export interface ExportProgress {
  readonly done: number;
  readonly total: number;
  /** Path of the file being made, inside the folder. */
  readonly current: string;
}

export interface ExportedFile {
  /** Inside the folder, with slashes. */
  readonly path: string;
  readonly bytes: number;
}

/** Writes exports; the one road for all hosts, so that they give the same bytes. */
export interface ExportService {
  readonly run: (
    request: ExportRequest,
    onProgress: (progress: ExportProgress) => void,
    signal: AbortSignal,
  ) => Promise<readonly ExportedFile[]>;
}

/** The design in a text, or `bad-design` with what is wrong and where. */
export function designFromText(text: string, name: string): Design {
  const parsed = parseDesignFile(text);
  if (!parsed.ok) throw new HostError('bad-design', describeFailure(parsed.error, name));
  return parsed.value;
}

/**
 * All files are made under temporary names first and renamed at the end: a failure, a full disk or a cancel
 * leaves the folder as it was.
 */
export function createExports(disk: Disk, appVersion: string): ExportService {
  return {
    async run(request, onProgress, signal) {
      const files = produce(request, appVersion);
      const made: Made = { temporaries: [], folders: [] };
      try {
        const staged = await stage(disk, request.folder, files, made, onProgress, signal);
        for (const { temporary, target } of staged) await renameHeld(disk, temporary, target);
        return staged.map(({ path, bytes }) => ({ path, bytes }));
      } catch (error) {
        await clean(disk, made);
        throw diskError(error, request.folder, 'exported to');
      }
    },
  };
}

/** Everything that can be refused is refused here, before the disk is touched. */
function produce(request: ExportRequest, appVersion: string): readonly ExportFile[] {
  const exporters = request.formats.map((id): Exporter => {
    const exporter = exportById(id);
    if (!exporter) throw new HostError('bad-input', `There is no export format "${id}".`);
    return exporter;
  });
  const input = prepareOrRefuse(request.design, catalog, { paper: request.paper, appVersion });
  const files = [...new Set(exporters)].flatMap((exporter) => exporter.produce(input));
  const rename = request.rename ?? ((path: string) => path);
  const named = files.map((file) => ({ ...file, path: rename(file.path) }));
  for (const file of named) splitExportPath(file.path);
  refuseClashes(named.map(({ path }) => path));
  return named;
}

/** What exporters read, or `export-refused` with every contradiction between the outputs. */
export function prepareOrRefuse(
  design: Design,
  parts: Catalog,
  options: { readonly paper: Paper; readonly appVersion: string },
): ExportInput {
  const prepared = prepareExport(design, parts, options);
  if (prepared.ok) return prepared.value;
  const lines = prepared.error.slice(0, SHOWN).map((mismatch) => `  ${describeMismatch(mismatch)}`);
  const more = prepared.error.length > SHOWN ? [`  and ${prepared.error.length - SHOWN} more`] : [];
  throw new HostError(
    'export-refused',
    ['Nothing was exported, because the outputs would contradict each other:', ...lines, ...more].join('\n'),
  );
}

const SHOWN = 10;

interface Made {
  readonly temporaries: string[];
  readonly folders: string[];
}

interface Staged {
  readonly path: string;
  readonly temporary: string;
  readonly target: string;
  readonly bytes: number;
}

async function stage(
  disk: Disk,
  folder: string,
  files: readonly ExportFile[],
  made: Made,
  onProgress: (progress: ExportProgress) => void,
  signal: AbortSignal,
): Promise<readonly Staged[]> {
  await makeFolder(disk, folder, made);
  const root = await disk.realpath(folder);
  const staged: Staged[] = [];
  for (const file of files) {
    onProgress({ done: staged.length, total: files.length, current: file.path });
    // Lets a cancel that is waiting in the queue come through.
    await breathe();
    if (signal.aborted) throw new HostError('cancelled', 'The export was cancelled. Nothing was written.');
    const bytes = await bytesOf(file);
    const target = await targetOf(disk, root, file.path, made);
    const temporary = temporaryBeside(target);
    made.temporaries.push(temporary);
    await writeFlushed(disk, temporary, bytes, 0o666);
    staged.push({ path: file.path, temporary, target, bytes: bytes.length });
  }
  onProgress({ done: files.length, total: files.length, current: '' });
  return staged;
}

async function bytesOf(file: ExportFile): Promise<Uint8Array> {
  if (file.kind === 'text') return Buffer.from(file.text, 'utf8');
  // pdfmake takes longer to load than everything else together; only a PDF pays for it.
  const { renderPdf } = await import('./pdf.ts');
  return renderPdf(file.definition);
}

/** Where a file goes. Its folder is made one step at a time, and a link that leads out of the root is refused. */
async function targetOf(disk: Disk, root: string, path: string, made: Made): Promise<string> {
  const parts = splitExportPath(path);
  let folder = root;
  for (const part of parts.slice(0, -1)) {
    folder = join(folder, part);
    await makeFolder(disk, folder, made);
    const real = await disk.realpath(folder);
    if (!real.startsWith(root.endsWith(sep) ? root : root + sep)) {
      throw new HostError(
        'export-refused',
        `"${path}" would be written outside the chosen folder, because a folder in it is a link.`,
      );
    }
  }
  const target = join(folder, parts.at(-1) ?? '');
  const there = await disk.stat(target).catch(() => null);
  if (there && !there.isFile())
    throw new HostError('not-a-file', `"${path}" cannot be written: something else of that name is there.`);
  return target;
}

async function makeFolder(disk: Disk, path: string, made: Made): Promise<void> {
  try {
    await disk.mkdir(path);
    made.folders.push(path);
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT' && dirname(path) !== path) {
      await makeFolder(disk, dirname(path), made);
      await makeFolder(disk, path, made);
      return;
    }
    const there = await disk.stat(path).catch(() => null);
    if (!there?.isDirectory()) throw error;
  }
}

async function clean(disk: Disk, made: Made): Promise<void> {
  for (const file of made.temporaries) await disk.rm(file, { force: true }).catch(() => undefined);
  for (const folder of made.folders.toReversed()) await disk.rmdir(folder).catch(() => undefined);
}
