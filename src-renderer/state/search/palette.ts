import { findIn, type FindEntry, type FoundKind } from './find-index.ts';
import { EXACT, fuzzyScore } from './fuzzy.ts';

/** One line of the command palette. */
export interface PaletteEntry {
  readonly key: string;
  readonly label: string;
  /** Heading it stands under. */
  readonly section: string;
  /** A quiet second text. */
  readonly detail: string;
  readonly shortcut: string | undefined;
  /** Why it cannot be chosen now; null when it can. */
  readonly blocked: string | null;
  readonly choose: () => void;
}

export interface PaletteSection {
  readonly label: string;
  readonly entries: readonly PaletteEntry[];
  /** Matches that are not listed: more letters would bring them up. */
  readonly more: number;
}

interface Sources {
  /** Actions and templates. */
  readonly commands: readonly PaletteEntry[];
  /** Keys of commands, the last used first. */
  readonly recent: readonly string[];
  readonly index: readonly FindEntry[];
  /** Goes to something of the design. */
  readonly jump: (entry: FindEntry) => void;
}

/** Places of a design that the palette jumps to, and their headings. Ports and addresses are for the find bar. */
const JUMPS: Partial<Record<FoundKind, string>> = {
  node: 'Nodes',
  switch: 'Switches',
  cable: 'Cables',
  network: 'Networks',
  cluster: 'Clusters',
};
const RECENT = 'Recently used';
const LISTED = { recent: 5, searched: 8 };

/** What the palette shows for a search: the sections with the best match first, without a search in their own order. */
export function paletteSections(search: string, sources: Sources): readonly PaletteSection[] {
  return search.trim() === '' ? atRest(sources) : searched(search, sources);
}

function atRest({ commands, recent }: Sources): readonly PaletteSection[] {
  const byKey = new Map(commands.map((entry) => [entry.key, entry]));
  const used = recent.flatMap((key) => byKey.get(key) ?? []).slice(0, LISTED.recent);
  const keys = new Set(used.map((entry) => entry.key));
  return sectionsOf([
    ...used.map((entry) => ({ ...entry, section: RECENT })),
    ...commands.filter((entry) => !keys.has(entry.key)),
  ]);
}

function searched(search: string, { commands, recent, index, jump }: Sources): readonly PaletteSection[] {
  const places = findIn(index, search).flatMap((found): PaletteEntry[] => {
    const section = JUMPS[found.kind];
    const { key, label, detail } = found;
    return section === undefined
      ? []
      : [{ key, label, section, detail, shortcut: undefined, blocked: null, choose: () => jump(found) }];
  });
  const score = (entry: PaletteEntry): number => {
    const known = recent.indexOf(entry.key);
    // What was used lately wins among about equal matches; what cannot be done now comes after what can.
    return (
      fuzzyScore(search, entry.label) +
      (known < 0 ? 0 : Math.max(0, 20 - known)) -
      (entry.blocked === null ? 0 : 600)
    );
  };
  const fitting = commands.filter(
    (entry) => fuzzyScore(search, entry.label) > 0 || fuzzyScore(search, entry.section) >= EXACT,
  );
  const scored = [...fitting, ...places]
    .map((entry) => ({ entry, score: score(entry) }))
    .sort((a, b) => b.score - a.score);
  return sectionsOf(scored.map(({ entry }) => entry)).map((section) => ({
    ...section,
    entries: section.entries.slice(0, LISTED.searched),
    more: Math.max(0, section.entries.length - LISTED.searched),
  }));
}

function sectionsOf(entries: readonly PaletteEntry[]): readonly PaletteSection[] {
  const sections = new Map<string, PaletteEntry[]>();
  for (const entry of entries) {
    const section = sections.get(entry.section);
    if (section) section.push(entry);
    else sections.set(entry.section, [entry]);
  }
  return [...sections].map(([label, list]) => ({ label, entries: list, more: 0 }));
}
