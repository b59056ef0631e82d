import { compareText } from '../lib/stable-json.ts';
import type { Ranking } from './request.ts';
import type { SizeFigures, SizeRow } from './types.ts';

/** A row with its figures: one that holds, or could be drawn at least. */
export type FiguredRow = SizeRow & { readonly figures: SizeFigures };

/** What a ranking compares, the lesser the better, in turn. What is not known comes after what is. */
const KEYS: Readonly<Record<Ranking, (figures: SizeFigures) => readonly number[]>> = {
  price: ({ price, priceUnknown }) => [priceUnknown, price],
  watts: ({ watts, wattsUnknown }) => [wattsUnknown, watts],
  'rack-units': ({ rackUnits }) => [rackUnits ?? Infinity],
  // Rounded: two rows whose rates differ by rounding alone are equal.
  headroom: ({ headroomPercent }) => [-round(headroomPercent)],
};

/** What decides among equals: fewer doubts, less to buy, then more headroom. */
function tieKeys({ figures }: FiguredRow): readonly number[] {
  const { findings, switches, adapters, cables, rackUnits, headroomPercent } = figures;
  return [findings.warn, switches, adapters, cables, rackUnits ?? Infinity, -round(headroomPercent)];
}

/** Best first by a ranking. Equal rows stay as they come: the way an architect would try first, then other makers'. */
export function compareRows(rankBy: Ranking): (a: FiguredRow, b: FiguredRow) => number {
  return (a, b) =>
    compareKeys(KEYS[rankBy](a.figures), KEYS[rankBy](b.figures)) ||
    compareKeys(tieKeys(a), tieKeys(b)) ||
    a.speedGbps - b.speedGbps;
}

/** Rows that do not hold: what comes nearest first, then what cannot be drawn by speed. */
export function compareFailed(a: SizeRow, b: SizeRow): number {
  const near = (row: SizeRow) => (row.figures === null ? Infinity : -round(row.figures.headroomPercent));
  return compareKeys([near(a)], [near(b)]) || a.speedGbps - b.speedGbps || compareText(a.id, b.id);
}

function compareKeys(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((key, i) => key !== b[i]);
  return at === -1 ? 0 : (a[at] ?? 0) - (b[at] ?? 0) < 0 ? -1 : 1;
}

function round(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

/**
 * The rows with what makes each pointless: another that is at least as good in price, watts, rack units, headroom and
 * warnings. Of rows that are equal in all of them the first in rank stays. Where prices are not all known, only a row of
 * the same speed and topology with no more switches, adapters and cables, no higher sum of what is known and no more
 * pieces that are not can make another pointless: what is built otherwise may cost less. Watts likewise.
 * `ranked` is best first.
 */
export function markDominated(ranked: readonly FiguredRow[]): readonly SizeRow[] {
  const isBeaten = (row: FiguredRow, place: number, other: FiguredRow, i: number) =>
    i !== place && asGood(other, row) && (i < place || !asGood(row, other));
  const kept = ranked.filter((row, place) => !ranked.some((other, i) => isBeaten(row, place, other, i)));
  const stays = new Set(kept);
  return ranked.map((row) => {
    const better = stays.has(row) ? undefined : kept.find((other) => asGood(other, row));
    return { ...row, dominatedBy: better?.id ?? null };
  });
}

function asGood(one: FiguredRow, other: FiguredRow): boolean {
  const [a, b] = [one.figures, other.figures];
  return (
    round(a.headroomPercent) >= round(b.headroomPercent) &&
    a.findings.warn <= b.findings.warn &&
    (a.rackUnits ?? Infinity) <= (b.rackUnits ?? Infinity) &&
    noDearer(one, other) &&
    noHungrier(one, other)
  );
}

function noDearer(one: FiguredRow, other: FiguredRow): boolean {
  const [a, b] = [one.figures, other.figures];
  if (a.priceUnknown === 0 && b.priceUnknown === 0) return a.price <= b.price;
  return (
    one.speedGbps === other.speedGbps &&
    one.topology === other.topology &&
    a.switches <= b.switches &&
    a.adapters <= b.adapters &&
    a.cables <= b.cables &&
    a.transceivers <= b.transceivers &&
    a.priceUnknown <= b.priceUnknown &&
    a.price <= b.price
  );
}

function noHungrier(one: FiguredRow, other: FiguredRow): boolean {
  const [a, b] = [one.figures, other.figures];
  if (a.wattsUnknown === 0 && b.wattsUnknown === 0) return a.watts <= b.watts;
  return (
    a.switches <= b.switches &&
    a.adapters <= b.adapters &&
    a.wattsUnknown <= b.wattsUnknown &&
    a.watts <= b.watts
  );
}
