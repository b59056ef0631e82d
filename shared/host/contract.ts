import { z } from 'zod';

/** An opaque name a host gave for a file or a folder. The renderer cannot invent a path, only hand tokens back. */
const tokenSchema = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/, 'not a token of this host');
const fileNameSchema = z
  .string()
  .min(1, 'A file needs a name')
  .max(200, 'At most 200 characters')
  // eslint-disable-next-line no-control-regex -- control characters are what is refused
  .regex(/^[^\\/:*?"<>|\u0000-\u001f]+$/, 'A file name cannot hold \\ / : * ? " < > |')
  .refine((name) => !/^\.+$/.test(name) && !/[. ]$/.test(name), 'A file name cannot end in a dot or a space');

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
  /** Atomic. With `expect` set, refuses with `changed-on-disk` when the file no longer is what was read. */
  'files.write': {
    input: z.strictObject({ file: tokenSchema, text: designTextSchema, expect: stampSchema.nullable() }),
    output: z.strictObject({ file: fileRefSchema, stamp: stampSchema }),
  },
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
  /** A native menu item was chosen; the id names an action of the page. */
  'menu.action': z.strictObject({ action: z.string() }),
} as const;

/** Header in which a page of the local web host sends its token. */
export const WEB_TOKEN_HEADER = 'x-clusterwright-token';

export type MethodName = keyof typeof METHODS;
export type EventName = keyof typeof EVENTS;
export type MethodInput<M extends MethodName> = z.infer<(typeof METHODS)[M]['input']>;
export type MethodOutput<M extends MethodName> = z.infer<(typeof METHODS)[M]['output']>;
export type EventPayload<E extends EventName> = z.infer<(typeof EVENTS)[E]>;

/** One function per method. A host that lacks one does not compile. */
export type Handlers = { readonly [M in MethodName]: (input: MethodInput<M>) => Promise<MethodOutput<M>> };

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
