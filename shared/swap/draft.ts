import type { LinkId, NodeId, SubjectId, SwitchId } from '../lib/ids.ts';
import { withRecords, withoutRecords, type Design, type Link, type LinkEnd } from '../model/index.ts';
import type { Misfit, SwapChoice, SwapChoices } from './types.ts';

/** A swap while it is worked out. */
export interface SwapDraft {
  readonly before: Design;
  design: Design;
  readonly misfits: Misfit[];
  readonly choices: SwapChoices;
  readonly newId: (prefix: string) => string;
  /** Cables that end at a swapped piece, by id. */
  readonly touched: Set<LinkId>;
  /** Cables that a misfit listed already leaves broken: they are not asked about twice. */
  readonly explained: Set<LinkId>;
}

/** What is told of a misfit; what applies follows from the choices. */
interface MisfitFacts {
  readonly id: string;
  readonly topic: Misfit['topic'];
  readonly severity: Misfit['severity'];
  readonly message: string;
  readonly subjects: readonly SubjectId[];
  readonly choices: readonly SwapChoice[];
  readonly recommended: string | null;
  /** True when the user has to say so: the recommended choice gives something up or moves a cable. */
  readonly ask: boolean;
}

/** Lists a misfit and tells which choice applies, null while it is undecided. */
export function ask(draft: SwapDraft, { ask: mustAsk, ...facts }: MisfitFacts): string | null {
  const wanted = draft.choices.get(facts.id);
  const known = facts.choices.some((choice) => choice.id === wanted) ? (wanted ?? null) : null;
  const chosen = known ?? (mustAsk ? null : facts.recommended);
  draft.misfits.push({ ...facts, chosen });
  return chosen;
}

/** Lists something to know about the swap. */
export function tell(
  draft: SwapDraft,
  facts: Pick<MisfitFacts, 'id' | 'topic' | 'severity' | 'message' | 'subjects'>,
): void {
  draft.misfits.push({ ...facts, choices: [], recommended: null, chosen: null });
}

/** Puts links in as `change` makes them; null takes the link away. */
export function editLinks(
  draft: SwapDraft,
  ids: Iterable<LinkId>,
  change: (link: Link) => Link | null,
): void {
  const changed: Link[] = [];
  const removed = new Set<string>();
  for (const id of ids) {
    const link = draft.design.links.get(id);
    if (!link) continue;
    const next = change(link);
    if (next === null) removed.add(id);
    else if (next !== link) changed.push(next);
  }
  draft.design = withoutRecords(withRecords(draft.design, 'links', changed), 'links', removed);
}

/** The link with both of its ends changed. */
export function withEnds(link: Link, change: (end: LinkEnd) => LinkEnd): Link {
  const [a, b] = [change(link.a), change(link.b)];
  return a === link.a && b === link.b ? link : { ...link, a, b };
}

/** The device an end is on. */
export function ownerOf(end: LinkEnd): NodeId | SwitchId {
  return end.kind === 'node' ? end.nodeId : end.switchId;
}

/** A count with its noun: `1 cable`, `16 cables`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
