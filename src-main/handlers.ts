import type { EventName, EventPayload, FileRef, Handlers, MethodOutput } from '../shared/host/index.ts';
import { HostError } from '../shared/host/index.ts';
import { designFromText, type ExportService } from './services/export.ts';
import type { FileService } from './services/files.ts';
import type { DraftService } from './services/drafts.ts';
import type { PreferenceStore } from './services/preferences.ts';
import type { RecentFiles } from './services/recent.ts';
import type { TokenStore } from './services/tokens.ts';
import type { VersionService } from './services/versions.ts';

/** The system's file dialogs; each returns a path, or null when cancelled. */
export interface NativeDialogs {
  readonly chooseOpen: () => Promise<string | null>;
  readonly chooseSave: (suggestedName: string) => Promise<string | null>;
  readonly chooseFolder: () => Promise<string | null>;
}

/** The window a page is in, as its host knows it. */
export interface WindowHost {
  /** Tells this window from all others of the host. */
  readonly id: string;
  /** Opens another window; an address when the page must do it. */
  readonly open: (path: string | null) => string | null;
  /** Whether another window shows that file. */
  readonly find: (path: string) => 'nowhere' | 'elsewhere' | 'raised';
  readonly tell: (shown: ShownDocument) => void;
  readonly answerClose: (leave: boolean) => void;
}

/** What a window shows. */
export interface ShownDocument {
  readonly path: string | null;
  readonly hasDocument: boolean;
  readonly dirty: boolean;
}

/** All that the handlers need; each host brings its own. */
export interface Services {
  readonly host: 'electron' | 'web';
  readonly version: string;
  readonly platform: string;
  readonly tokens: TokenStore;
  readonly files: FileService;
  readonly recent: RecentFiles;
  readonly exports: ExportService;
  /** Null where the page lists folders itself. */
  readonly dialogs: NativeDialogs | null;
  /** First folder of the page's dialogs. */
  readonly homeFolder: string;
  /** Path of the file the program was started with. */
  readonly openPath: string | null;
  readonly drafts: DraftService;
  readonly versions: VersionService;
  readonly preferences: PreferenceStore;
  readonly window: WindowHost;
  readonly emit: <E extends EventName>(event: E, payload: EventPayload<E>) => void;
}

/** The one set of handlers behind every host. */
export function createHandlers(services: Services): Handlers {
  const { tokens, files, recent, drafts, versions, preferences, window } = services;
  const jobs = new Map<string, AbortController>();
  const refOrNull = (path: string | null): FileRef | null => (path === null ? null : files.refOf(path));
  const native = (): NativeDialogs => {
    if (!services.dialogs) throw new HostError('not-supported', 'This host has no dialogs of its own.');
    return services.dialogs;
  };
  /** Where the system has dialogs, the page may not look around on the disk by itself. */
  const listing = (): FileService => {
    if (services.dialogs)
      throw new HostError('not-supported', 'This host chooses files with the dialogs of the system.');
    return files;
  };

  return {
    'app.info': () =>
      Promise.resolve({
        version: services.version,
        host: services.host,
        platform: services.platform,
        dialogs: services.dialogs ? ('native' as const) : ('page' as const),
        openFile: refOrNull(services.openPath),
      }),
    'files.dropped': ({ path }) => {
      native();
      return Promise.resolve(files.refOf(path));
    },
    'files.chooseOpen': async () => refOrNull(await native().chooseOpen()),
    'files.chooseSave': async ({ suggestedName }) => refOrNull(await native().chooseSave(suggestedName)),
    'files.chooseFolder': async () => refOrNull(await native().chooseFolder()),
    'files.list': async ({ folder }) =>
      listing().list(folder === null ? services.homeFolder : tokens.pathOf(folder)),
    'files.place': async ({ folder, name }) => listing().place(tokens.pathOf(folder), name),
    'files.makeFolder': async ({ folder, name }) => listing().makeFolder(tokens.pathOf(folder), name),
    'files.read': async ({ file }) => {
      const path = tokens.pathOf(file);
      const result = await files.read(path);
      await recent.add(path);
      return result;
    },
    'files.write': async ({ file, text, expect, auto }) => {
      const path = tokens.pathOf(file);
      const { saved, before, ...result } = await files.write(path, text, expect);
      // The file is safe: the answer does not wait for its history.
      void versions.keep(path, saved, before, auto);
      await recent.add(path);
      return result;
    },
    'files.check': ({ file, stamp }) => files.check(tokens.pathOf(file), stamp),
    'drafts.write': async ({ draft, text, file, ...facts }) => {
      const path = file === null ? null : tokens.pathOf(file);
      await drafts.write(window.id, draft, text, { ...facts, file: path });
      return {};
    },
    'drafts.discard': async ({ draft }) => {
      await drafts.discard(window.id, draft);
      return {};
    },
    'drafts.postpone': ({ drafts: ids }) => {
      drafts.postpone(ids);
      return Promise.resolve({});
    },
    'drafts.list': async ({ postponed }) =>
      (await drafts.orphans(postponed)).map(({ id, time, name, counts, file }) => ({
        id,
        time,
        name,
        counts,
        file: refOrNull(file),
      })),
    'drafts.read': async ({ draft: id }) => {
      const { draft, text } = await drafts.read(id);
      if (draft.file === null) return { text, file: null, stamp: null, fileState: null };
      const file = files.refOf(draft.file);
      // A file that cannot be read now must not keep back what was edited: it counts as changed.
      const unreadable = { state: 'changed' as const, stamp: draft.stamp ?? '' };
      const now = await files.check(draft.file, draft.stamp ?? '').catch(() => unreadable);
      // Our own save, whose end nobody lived to see.
      const ours = draft.pending !== null && now.stamp.endsWith(draft.pending);
      if (ours) return { text, file, stamp: now.stamp, fileState: 'same' as const };
      return { text, file, stamp: draft.stamp, fileState: draft.stamp === null ? null : now.state };
    },
    'versions.list': async ({ file }) => [...(await versions.list(tokens.pathOf(file)))],
    'versions.read': async ({ file, version }) => ({
      text: await versions.read(tokens.pathOf(file), version),
    }),
    'windows.open': ({ file }) =>
      Promise.resolve({ address: window.open(file === null ? null : tokens.pathOf(file)) }),
    'windows.find': ({ file }) => Promise.resolve({ shown: window.find(tokens.pathOf(file)) }),
    'windows.tell': ({ file, ...shown }) => {
      window.tell({ ...shown, path: file === null ? null : tokens.pathOf(file) });
      return Promise.resolve({});
    },
    'windows.answerClose': ({ leave }) => {
      window.answerClose(leave);
      return Promise.resolve({});
    },
    'preferences.read': () => preferences.read(),
    'preferences.write': async ({ name, value }) => {
      await preferences.write(name, value);
      return {};
    },
    'files.recent': async () =>
      (await recent.list()).map(({ path, ...known }) => ({ ref: files.refOf(path), ...known })),
    'files.pinRecent': async ({ file, pinned }) => {
      await recent.pin(tokens.pathOf(file), pinned);
      return {};
    },
    'files.forgetRecent': async ({ file }) => {
      await recent.forget(tokens.pathOf(file));
      return {};
    },
    'exports.run': async ({ job, ...request }) => {
      if (jobs.has(job)) throw new HostError('bad-input', 'An export of that name is running already.');
      const abort = new AbortController();
      jobs.set(job, abort);
      try {
        return await runExport(services, job, request, abort.signal);
      } finally {
        jobs.delete(job);
      }
    },
    'exports.cancel': ({ job }) => {
      jobs.get(job)?.abort();
      return Promise.resolve({});
    },
  };
}

async function runExport(
  services: Services,
  job: string,
  request: { text: string; formats: string[]; paper: 'A4' | 'LETTER'; folder: string },
  signal: AbortSignal,
): Promise<MethodOutput<'exports.run'>> {
  const folder = services.tokens.pathOf(request.folder);
  const design = designFromText(request.text, 'The design');
  const written = await services.exports.run(
    { design, formats: request.formats, paper: request.paper, folder },
    (progress) => services.emit('export.progress', { job, ...progress }),
    signal,
  );
  return { folder: services.files.refOf(folder), files: written.map(({ path, bytes }) => ({ path, bytes })) };
}
