import { z } from 'zod';
import { fileNameSchema } from './file-name.ts';
import {
  countsSchema,
  draftSchema,
  fileStateSchema,
  idSchema,
  preferencesSchema,
  versionFactsSchema,
} from './records.ts';

/** An opaque name a host gave for a file or a folder. The renderer cannot invent a path, only hand tokens back. */
const tokenSchema = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/, 'not a token of this host');

const fileRefSchema = z.strictObject({ token: tokenSchema, name: z.string(), path: z.string() });
export type FileRef = z.infer<typeof fileRefSchema>;
const folderRefSchema = fileRefSchema;
export type FolderRef = z.infer<typeof folderRefSchema>;

const recentFileSchema = z.strictObject({
  ref: fileRefSchema,
  pinned: z.boolean(),
  /** When the file was last changed on disk, as an ISO time. */
  modified: z.string(),
});
export type RecentFile = z.infer<typeof recentFileSchema>;

/** Identifies the content a file had when it was read or written, to notice a change by someone else. */
const stampSchema = z.string().max(200);

/** 64 MiB: a design of 10,000 nodes is a tenth of it. */
export const MAX_DESIGN_CHARS = 64 * 1024 * 1024;
const designTextSchema = z.string().max(MAX_DESIGN_CHARS, 'The design is larger than 64 MiB');

const nothing = z.strictObject({});

/** Every method of every host: what goes in and what comes out. Client and handler types follow from it. */
export const METHODS = {
  'app.info': {
    input: nothing,
    output: z.strictObject({
      version: z.string(),
      host: z.enum(['electron', 'web']),
      platform: z.string(),
      /** `native`: the host shows the system's file dialogs; `page`: the page lists folders itself. */
      dialogs: z.enum(['native', 'page']),
      /** A file named on the command line or double-clicked. */
      openFile: fileRefSchema.nullable(),
    }),
  },
  /** What the user chose of the window, by name; the values are JSON texts of the page's own. */
  'preferences.read': { input: nothing, output: preferencesSchema },
  'preferences.write': {
    input: z.strictObject({
      name: z.string().regex(/^[A-Za-z][A-Za-z0-9.-]{0,39}$/),
      value: z.string().max(4096),
    }),
    output: nothing,
  },
  /** Native hosts: a file was dropped on the window. The preload script puts its path in; the page cannot. */
  'files.dropped': { input: z.strictObject({ path: z.string().min(1).max(4096) }), output: fileRefSchema },
  /** Native hosts: shows the open dialog; null when cancelled. */
  'files.chooseOpen': { input: nothing, output: fileRefSchema.nullable() },
  /** Native hosts: shows the save dialog; null when cancelled. The system asks before replacing. */
  'files.chooseSave': {
    input: z.strictObject({ suggestedName: fileNameSchema }),
    output: fileRefSchema.nullable(),
  },
  /** Native hosts: shows the folder dialog; null when cancelled. */
  'files.chooseFolder': { input: nothing, output: folderRefSchema.nullable() },
  /** Page dialogs: what a folder holds; null for the first folder to show. Only folders and design files are listed. */
  'files.list': {
    input: z.strictObject({ folder: tokenSchema.nullable() }),
    output: z.strictObject({
      folder: folderRefSchema,
      parent: folderRefSchema.nullable(),
      entries: z.array(
        z.strictObject({
          ref: fileRefSchema,
          kind: z.enum(['folder', 'file']),
          bytes: z.number(),
          modified: z.string(),
        }),
      ),
    }),
  },
  /** Page dialogs: a name in a folder, there already or not. */
  'files.place': {
    input: z.strictObject({ folder: tokenSchema, name: fileNameSchema }),
    output: z.strictObject({ file: fileRefSchema, exists: z.boolean() }),
  },
  /** Page dialogs: makes a folder. */
  'files.makeFolder': {
    input: z.strictObject({ folder: tokenSchema, name: fileNameSchema }),
    output: folderRefSchema,
  },
  'files.read': {
    input: z.strictObject({ file: tokenSchema }),
    output: z.strictObject({ file: fileRefSchema, text: z.string(), stamp: stampSchema }),
  },
  /**
   * Atomic. With `expect` set, refuses with `changed-on-disk` when the file no longer is what was read, or with
   * `missing` when there is a file after all. `auto`: the user did not ask for this save.
   */
  'files.write': {
    input: z.strictObject({
      file: tokenSchema,
      text: designTextSchema,
      expect: z.union([stampSchema, z.literal('missing')]).nullable(),
      auto: z.boolean().default(false),
    }),
    output: z.strictObject({ file: fileRefSchema, stamp: stampSchema }),
  },
  /** Whether the file still holds what the stamp was given for; the stamp is that of now. */
  'files.check': {
    input: z.strictObject({ file: tokenSchema, stamp: stampSchema }),
    output: z.strictObject({ state: fileStateSchema, stamp: stampSchema }),
  },
  /** Keeps what is not saved yet, outside the user's files. One draft a design; the next text replaces it. */
  'drafts.write': {
    input: z.strictObject({
      draft: idSchema,
      text: designTextSchema,
      file: tokenSchema.nullable(),
      stamp: stampSchema.nullable(),
      name: z.string().max(300),
      counts: countsSchema,
      /** This very text is about to be written into the file. */
      saving: z.boolean(),
    }),
    output: nothing,
  },
  'drafts.discard': { input: z.strictObject({ draft: idSchema }), output: nothing },
  /** The user wants to decide later: until the next start these are listed only when asked for. */
  'drafts.postpone': { input: z.strictObject({ drafts: z.array(idSchema).max(1000) }), output: nothing },
  /** Drafts of windows that are gone, newest first; those that say what their file says are left out. */
  'drafts.list': {
    input: z.strictObject({ postponed: z.boolean() }),
    output: z.array(z.strictObject({ ...draftSchema, file: fileRefSchema.nullable() })),
  },
  /** The text of one of those, and whether its file changed since the edits began. */
  'drafts.read': {
    input: z.strictObject({ draft: idSchema }),
    output: z.strictObject({
      text: z.string(),
      file: fileRefSchema.nullable(),
      stamp: stampSchema.nullable(),
      fileState: fileStateSchema.nullable(),
    }),
  },
  /** What the last saves of a file held, newest first. */
  'versions.list': { input: z.strictObject({ file: tokenSchema }), output: z.array(versionFactsSchema) },
  'versions.read': {
    input: z.strictObject({ file: tokenSchema, version: z.string().max(80) }),
    output: z.strictObject({ text: z.string() }),
  },
  /** Opens another window, with a file or empty. In a browser the page opens the address that comes back. */
  'windows.open': {
    input: z.strictObject({ file: tokenSchema.nullable() }),
    output: z.strictObject({ address: z.string().nullable() }),
  },
  /** Whether another window shows this file; where the host can, it brings that window to the front. */
  'windows.find': {
    input: z.strictObject({ file: tokenSchema }),
    output: z.strictObject({ shown: z.enum(['nowhere', 'elsewhere', 'raised']) }),
  },
  /** What this window shows now, for its frame, for closing it and for finding files that are open. */
  'windows.tell': {
    input: z.strictObject({ file: tokenSchema.nullable(), hasDocument: z.boolean(), dirty: z.boolean() }),
    output: nothing,
  },
  /** The answer to `window.closing`. */
  'windows.answerClose': { input: z.strictObject({ leave: z.boolean() }), output: nothing },
  /** Files opened or saved before: pinned ones first, then newest first; missing ones are left out. */
  'files.recent': { input: nothing, output: z.array(recentFileSchema) },
  /** A pinned file keeps its place in the list of recent files. */
  'files.pinRecent': { input: z.strictObject({ file: tokenSchema, pinned: z.boolean() }), output: nothing },
  /** Takes a file off the list of recent files; the file itself stays. */
  'files.forgetRecent': { input: z.strictObject({ file: tokenSchema }), output: nothing },
  /** Writes the chosen formats into a folder; the same bytes as `clusterwright export`. */
  'exports.run': {
    input: z.strictObject({
      job: z.string().min(1).max(64),
      text: designTextSchema,
      formats: z.array(z.string().max(40)).min(1).max(40),
      paper: z.enum(['A4', 'LETTER']),
      folder: tokenSchema,
    }),
    output: z.strictObject({
      folder: folderRefSchema,
      files: z.array(z.strictObject({ path: z.string(), bytes: z.number() })),
    }),
  },
  'exports.cancel': { input: z.strictObject({ job: z.string().min(1).max(64) }), output: nothing },
} as const;

/** What a host tells the page unasked. */
export const EVENTS = {
  'export.progress': z.strictObject({
    job: z.string(),
    done: z.number(),
    total: z.number(),
    current: z.string(),
  }),
  /** The system asked to open this file (second instance, drop on the icon). */
  'file.opened': z.strictObject({ file: fileRefSchema }),
  /** The window, the program or the system is about to end; the page asks about unsaved work and answers. */
  'window.closing': z.strictObject({ reason: z.enum(['close', 'quit', 'shutdown']) }),
  /** A native menu item was chosen; the id names an action of the page. */
  'menu.action': z.strictObject({ action: z.string() }),
} as const;

/** Header in which a page of the local web host sends its token. */
export const WEB_TOKEN_HEADER = 'x-clusterwright-token';
/** Header in which it says which page it is: several windows share one host. */
export const WEB_WINDOW_HEADER = 'x-clusterwright-window';

export type MethodName = keyof typeof METHODS;
export type EventName = keyof typeof EVENTS;
/** What a caller gives; what has a default may be left out. */
export type MethodInput<M extends MethodName> = z.input<(typeof METHODS)[M]['input']>;
export type MethodOutput<M extends MethodName> = z.infer<(typeof METHODS)[M]['output']>;
export type EventPayload<E extends EventName> = z.infer<(typeof EVENTS)[E]>;

/** One function per method. A host that lacks one does not compile. */
export type Handlers = {
  readonly [M in MethodName]: (input: z.output<(typeof METHODS)[M]['input']>) => Promise<MethodOutput<M>>;
};

const HOST_ERROR_CODES = [
  'unknown-method',
  'bad-input',
  'unknown-token',
  'not-supported',
  'not-found',
  'not-a-file',
  'too-large',
  'read-only',
  'disk-full',
  'changed-on-disk',
  'exists',
  'bad-design',
  'export-refused',
  'cancelled',
  'lost',
  'unreachable',
  'internal',
] as const;
export type HostErrorCode = (typeof HOST_ERROR_CODES)[number];

/** What crosses the border as the answer to a call. Stacks stay in the host's log. */
export const replySchema = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), value: z.unknown() }),
  z.strictObject({ ok: z.literal(false), code: z.enum(HOST_ERROR_CODES), message: z.string() }),
]);
export type Reply = z.infer<typeof replySchema>;

/** A failure a handler reports on purpose, with a sentence the user can act on. */
export class HostError extends Error {
  readonly code: HostErrorCode;
  constructor(code: HostErrorCode, message: string) {
    super(message);
    this.name = 'HostError';
    this.code = code;
  }
}
