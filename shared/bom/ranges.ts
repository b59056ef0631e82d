import { sortNatural } from '../lib/natural-order.ts';

/** A name that ends in digits, taken apart; null when it does not. */
function numbered(name: string): { readonly stem: string; readonly digits: string } | null {
  const match = /^(.*?)(\d{1,9})$/s.exec(name);
  return match ? { stem: match[1] ?? '', digits: match[2] ?? '' } : null;
}

/** True when `next` is the name counted up by one, with as many digits: `HV09` then `HV10`. */
function follows(name: string, next: string): boolean {
  const a = numbered(name);
  const b = numbered(next);
  if (!a || !b || a.stem !== b.stem) return false;
  if (Number(b.digits) !== Number(a.digits) + 1) return false;
  return a.digits.length === b.digits.length || !(a.digits.startsWith('0') || b.digits.startsWith('0'));
}

/** Distinct names in natural order. */
export function distinctNames(names: Iterable<string>): readonly string[] {
  return sortNatural(
    new Set(names),
    (name) => name,
    (name) => name,
  );
}

/** Names in natural order, runs of three and more drawn together: `FS01, FS02, HV01-HV06`. */
export function nameRanges(names: readonly string[]): string {
  const parts: string[] = [];
  for (let from = 0; from < names.length;) {
    let to = from;
    while (to + 1 < names.length && follows(names[to] ?? '', names[to + 1] ?? '')) to++;
    const run = names.slice(from, to + 1);
    if (run.length > 2) parts.push(`${run[0] ?? ''}-${run.at(-1) ?? ''}`);
    else parts.push(...run);
    from = to + 1;
  }
  return parts.join(', ');
}
