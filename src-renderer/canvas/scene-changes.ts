import { boxesTouch, growBox, type Box } from '../../shared/geometry/box.ts';
import { sameData } from '../../shared/lib/same-data.ts';
import type { Detail, Mark, RectMark, Scene, TextMark } from '../../shared/scene/index.ts';
import { partsOf, type SceneItem } from './drawing-index.ts';

/** An item as it was and as it is; null where it was not or is no more. */
export interface Change {
  readonly before: SceneItem | null;
  readonly after: SceneItem | null;
}

export interface SceneChanges {
  readonly changes: readonly Change[];
  /** Nothing came, went or changed its place among the others. */
  readonly sameItems: boolean;
}

const LISTS = ['clusters', 'cables', 'switches', 'nodes'] as const;

/** What differs between two scenes, told by identity: items that look as before must be the same objects. */
export function changesBetween(before: Scene, after: Scene): SceneChanges {
  const changes: Change[] = [];
  let sameItems = true;
  for (const list of LISTS) {
    const [old, fresh]: [readonly SceneItem[], readonly SceneItem[]] = [before[list], after[list]];
    if (old === fresh) continue;
    if (old.length === fresh.length && fresh.every((item, i) => item.id === old[i]?.id)) {
      fresh.forEach((item, i) => {
        if (old[i] !== item) changes.push({ before: old[i] ?? null, after: item });
      });
    } else {
      sameItems = false;
      changes.push(...unordered(old, fresh));
    }
  }
  return { changes, sameItems };
}

function* unordered(old: readonly SceneItem[], fresh: readonly SceneItem[]): Iterable<Change> {
  const known = new Map(old.map((item) => [item.id, item]));
  for (const after of fresh) {
    const before = known.get(after.id) ?? null;
    known.delete(after.id);
    if (before !== after) yield { before, after };
  }
  for (const before of known.values()) yield { before, after: null };
}

/** Height of the strips that hold the words of a region. */
const CAPTION = 60;
/** Room for the border of a region. */
const BORDER = 3;

/** The boxes to paint again after changes; null for everything. */
export function dirtyBoxes(changes: readonly Change[], detail: Detail): readonly Box[] | null {
  const boxes: Box[] = [];
  for (const { before, after } of changes) {
    if ((before ?? after)?.kind !== 'cluster') {
      boxes.push(
        ...(partlyAlike(before, after) ?? [before, after].flatMap((item) => (item ? partsOf(item) : []))),
      );
      continue;
    }
    // From afar its bundles reach across the drawing.
    if (detail === 'far') return null;
    boxes.push(...regionBoxes(before?.box, after?.box));
  }
  return merged(boxes);
}

/** A region is one even colour: only where an edge was or is, and its captions, can anything differ. */
function regionBoxes(before: Box | undefined, after: Box | undefined): readonly Box[] {
  if (!before || !after) return [before ?? after].flatMap((box) => box ?? []);
  const [left, right] = [span(before.x, after.x), span(before.x + before.width, after.x + after.width)];
  const [top, bottom] = [span(before.y, after.y), span(before.y + before.height, after.y + after.height)];
  const [width, height] = [right.to - left.from, bottom.to - top.from];
  const upper = top.to + CAPTION - top.from;
  const lower = bottom.to - bottom.from + CAPTION;
  return [
    { x: left.from, y: top.from, width, height: upper },
    { x: left.from, y: bottom.from - CAPTION, width, height: lower },
    { x: left.from, y: top.from, width: left.to - left.from, height },
    { x: right.from, y: top.from, width: right.to - right.from, height },
  ];
}

function span(a: number, b: number): { from: number; to: number } {
  return { from: Math.min(a, b) - BORDER, to: Math.max(a, b) + BORDER };
}

/** Boxes that lie within others are left out; so many are few enough to compare each with each. */
const MOST_COMPARED = 200;

function merged(boxes: readonly Box[]): readonly Box[] {
  if (boxes.length > MOST_COMPARED) return boxes;
  return boxes.filter(
    (box, i) => !boxes.some((other, j) => i !== j && covers(other, box) && (j < i || !covers(box, other))),
  );
}

function covers(outer: Box, inner: Box): boolean {
  return (
    boxesTouch(outer, inner) &&
    outer.x <= inner.x &&
    outer.y <= inner.y &&
    outer.x + outer.width >= inner.x + inner.width &&
    outer.y + outer.height >= inner.y + inner.height
  );
}

/** Room around the line of a mark, and the width of a letter as part of its size, on the safe side. */
const MARK_ROOM = 3;
const LETTER = 0.8;

/** The boxes of the marks that differ, where all else of two items is alike; null when it is not. */
function partlyAlike(before: SceneItem | null, after: SceneItem | null): readonly Box[] | null {
  if (!before || !after || !sameData(before.box, after.box)) return null;
  const [old, fresh] = [allMarks(before), allMarks(after)];
  if (old.length !== fresh.length) return null;
  const boxes: Box[] = [];
  for (const [i, mark] of fresh.entries()) {
    const last = old[i];
    if (!last) return null;
    if (sameData(last, mark)) continue;
    if (last.kind === 'path' || mark.kind === 'path') return null;
    boxes.push(boxOfMark(last), boxOfMark(mark));
  }
  return boxes;
}

function allMarks(item: SceneItem): readonly Mark[] {
  return 'ports' in item ? [...item.marks, ...item.ports.flatMap(({ marks }) => marks)] : item.marks;
}

function boxOfMark(mark: TextMark | RectMark): Box {
  if (mark.kind === 'rect') return growBox(mark.box, MARK_ROOM + mark.strokeWidth);
  const width = mark.text.length * mark.size * LETTER;
  const left = mark.anchor === 'start' ? 0 : mark.anchor === 'end' ? width : width / 2;
  return growBox({ x: mark.x - left, y: mark.y - mark.size, width, height: mark.size * 1.4 }, MARK_ROOM);
}
