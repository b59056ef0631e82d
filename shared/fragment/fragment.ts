import { z } from 'zod';
import { err, ok, type Result } from '../lib/result.ts';
import { compareText, stableJson } from '../lib/stable-json.ts';
import { cutText } from '../lib/text.ts';
import {
  TABLES,
  buildDesign,
  checkIntegrity,
  emptyDesign,
  type Design,
  type DesignRecords,
} from '../model/index.ts';

/** How a piece of a design says on the clipboard what it is. */
export const FRAGMENT_FORMAT = 'clusterwright-fragment';
const VERSION = 1;

/** A clipboard holds far less; beyond this nothing is read at all. */
const MOST_CHARACTERS = 32_000_000;

const shape = {
  racks: z.array(TABLES.racks),
  networks: z.array(TABLES.networks),
  clusters: z.array(TABLES.clusters),
  profiles: z.array(TABLES.profiles),
  nodes: z.array(TABLES.nodes),
  switches: z.array(TABLES.switches),
  links: z.array(TABLES.links),
  /** Where its nodes and switches stood, seen from the upper left corner of all of them. */
  placements: z.array(TABLES.placements),
  parts: z.array(TABLES.parts),
};

const fragmentSchema = z.strictObject({
  format: z.literal(FRAGMENT_FORMAT),
  version: z.literal(VERSION),
  /** Clusters of which only some nodes were taken: their copies join the cluster where it is there. */
  partial: z.array(TABLES.clusters.shape.id),
  ...shape,
});

/** A piece of a design that stands by itself: every record it names is in it. */
export type Fragment = z.infer<typeof fragmentSchema>;
type FragmentTable = keyof typeof shape;

/** Why a text is no fragment: something else altogether, or one that cannot be used. */
export type FragmentFailure =
  { readonly kind: 'other' } | { readonly kind: 'damaged'; readonly reason: string };

/** A fragment as text for the clipboard, readable and the same on every machine. */
export function serializeFragment(fragment: Fragment): string {
  return stableJson(fragment);
}

/** An empty fragment to fill. */
export function emptyFragment(): Fragment {
  const lists = Object.fromEntries(Object.keys(shape).map((table) => [table, []]));
  return { format: FRAGMENT_FORMAT, version: VERSION, partial: [], ...lists } as unknown as Fragment;
}

/** Reads text that somebody put on the clipboard. Nothing of it is trusted before all of it was checked. */
export function parseFragment(text: string): Result<Fragment, FragmentFailure> {
  const isOurs =
    text.slice(0, 200_000).includes(FRAGMENT_FORMAT) || text.slice(-2000).includes(FRAGMENT_FORMAT);
  if (!text.trimStart().startsWith('{') || !isOurs) return err({ kind: 'other' });
  if (text.length > MOST_CHARACTERS) return damaged('it is too large');
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return damaged('the text is cut off or changed');
  }
  if (!isMarked(json)) return err({ kind: 'other' });
  if (typeof json.version === 'number' && json.version > VERSION)
    return damaged('it was copied by a newer Clusterwright');
  const parsed = fragmentSchema.safeParse(json);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const place = cutText((issue?.path ?? []).join('/'), 80);
    const why = cutText(issue?.message ?? '', 200);
    return damaged(place === '' ? why : `${place}: ${why}`);
  }
  const fault = faultOf(parsed.data);
  return fault === null ? ok(parsed.data) : damaged(fault);
}

function damaged(reason: string): Result<never, FragmentFailure> {
  return err({ kind: 'damaged', reason });
}

function isMarked(json: unknown): json is { readonly version?: unknown } {
  return typeof json === 'object' && json !== null && 'format' in json && json.format === FRAGMENT_FORMAT;
}

/** What keeps a fragment from being a whole piece of a design, null when nothing does. */
function faultOf(fragment: Fragment): string | null {
  for (const table of Object.keys(shape) as FragmentTable[]) {
    const ids = fragment[table].map((record) => record.id);
    if (new Set<string>(ids).size < ids.length) return `an id is there twice in ${table}`;
  }
  const broken = checkIntegrity(fragmentDesign(fragment))[0];
  return broken ? `${broken.path.slice(0, 80)} names ${broken.names.slice(0, 80)}, which is not in it` : null;
}

/** The fragment as a design of its own, to draw or to check it. Its ids must be unique. */
function fragmentDesign(fragment: Fragment): Design {
  const empty = emptyDesign('Fragment');
  const records: Partial<Record<FragmentTable, unknown>> = {};
  for (const table of Object.keys(shape) as FragmentTable[]) {
    records[table] = [...fragment[table]].sort((a, b) => compareText(a.id, b.id));
  }
  return buildDesign({
    project: [...empty.project.values()],
    fabric: [...empty.fabric.values()],
    cabling: [...empty.cabling.values()],
    acknowledgements: [],
    ...(records as Pick<DesignRecords, FragmentTable>),
  });
}
