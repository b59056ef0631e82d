import { z } from 'zod';

/** A random name the page gives: of a draft, of a window. */
export const idSchema = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/, 'not a name of ours');

const countSchema = z.number().int().min(0);

/** How much a design draws, to tell one from another at a glance. */
export const countsSchema = z.strictObject({
  nodes: countSchema,
  switches: countSchema,
  cables: countSchema,
});
export type Counts = z.infer<typeof countsSchema>;

/** What became of a file since its stamp was given. */
export const fileStateSchema = z.enum(['same', 'changed', 'missing']);
export type FileState = z.infer<typeof fileStateSchema>;

/** What is known of a draft without reading its text. */
export const draftSchema = {
  id: idSchema,
  /** ISO time of the last edit in it, by the host's clock. */
  time: z.string(),
  name: z.string(),
  counts: countsSchema,
};

const editedSchema = z.strictObject({ added: countSchema, removed: countSchema, edited: countSchema });

/** What a version changed against the one before it. */
export const versionChangeSchema = z.strictObject({
  nodes: editedSchema,
  switches: editedSchema,
  cables: editedSchema,
  /** Anything that is not drawn: networks, profiles, the project, the fabric. */
  settings: z.boolean(),
  /** Things were moved on the drawing. */
  moved: z.boolean(),
});
export type VersionChange = z.infer<typeof versionChangeSchema>;

/** One kept version of a file. */
export const versionFactsSchema = z.strictObject({
  id: z.string(),
  time: z.string(),
  bytes: z.number(),
  /** Saved by the program itself, as the user had allowed. */
  auto: z.boolean(),
  counts: countsSchema,
  /** Null for the oldest one that is kept. */
  change: versionChangeSchema.nullable(),
});
export type VersionFacts = z.infer<typeof versionFactsSchema>;

/** Choices of the user by name, each a JSON text of the page's own; small enough to be read at every start. */
export const preferencesSchema = z
  .record(z.string().max(40), z.string().max(4096))
  .refine((all) => Object.keys(all).length <= 200, 'At most 200 choices');
export type Preferences = z.infer<typeof preferencesSchema>;
