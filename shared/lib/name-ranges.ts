import { isDigit, sortNatural } from './natural-order.ts';

interface NumberedName {
  readonly prefix: string;
  readonly digits: string;
}

interface Run {
  readonly first: string;
  last: string;
  end: NumberedName | null;
}

/**
 * Names as ranges in natural order: `FS01, FS02, HV01 ... HV06` gives `FS01-FS02, HV01-HV06`. Names are joined
 * when they differ only in a number at their end that counts up by one in the same writing.
 * With more than `most` ranges the rest is counted: `A1-A4 and 7 more`.
 */
export function nameRanges(names: Iterable<string>, most = Infinity): string {
  return sortedRanges(
    sortNatural(
      new Set(names),
      (name) => name,
      (name) => name,
    ),
    most,
  );
}

/** The same for names that are in natural order already, each once. */
export function sortedRanges(sorted: readonly string[], most = Infinity): string {
  const runs: Run[] = [];
  let shown = 0;
  sorted.forEach((name, i) => {
    const run = runs.at(-1);
    const end = splitNumber(name);
    if (run?.end && end && follows(run.end, end)) {
      run.last = name;
      run.end = end;
    } else runs.push({ first: name, last: name, end });
    if (runs.length <= most) shown = i + 1;
  });
  const text = runs
    .slice(0, Math.min(most, runs.length))
    .map(({ first, last }) => (first === last ? first : `${first}-${last}`))
    .join(', ');
  return shown < sorted.length ? `${text} and ${sorted.length - shown} more` : text;
}

/** A name with at most nine digits at its end; more would lose exactness as a number. */
function splitNumber(name: string): NumberedName | null {
  let start = name.length;
  while (start > 0 && isDigit(name.charCodeAt(start - 1))) start -= 1;
  const digits = name.slice(start);
  return digits === '' || digits.length > 9 ? null : { prefix: name.slice(0, start), digits };
}

/** The next number, written as counting goes on: `09` to `10`, `9` to `10`, but not `9` to `010`. */
function follows(one: NumberedName, next: NumberedName): boolean {
  return (
    one.prefix === next.prefix &&
    String(Number(one.digits) + 1).padStart(one.digits.length, '0') === next.digits
  );
}
