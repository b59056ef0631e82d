import { sortNatural } from './natural-order.ts';

interface Run {
  readonly first: string;
  last: string;
  readonly prefix: string;
  readonly width: number;
  number: number;
}

/**
 * Names as ranges in natural order: `FS01, FS02, HV01 ... HV06` gives `FS01-FS02, HV01-HV06`. Names are joined
 * when they differ only in a number at their end that counts up by one and is written with as many digits.
 * With more than `most` ranges the rest is counted: `A1-A4 and 7 more`.
 */
export function nameRanges(names: Iterable<string>, most = Infinity): string {
  const runs: Run[] = [];
  let total = 0;
  let shown = 0;
  for (const name of sortNatural(
    new Set(names),
    (text) => text,
    (text) => text,
  )) {
    total += 1;
    const run = runs.at(-1);
    const parts = splitNumber(name);
    if (run && parts && continues(run, parts)) {
      run.last = name;
      run.number = parts.number;
    } else {
      runs.push({
        first: name,
        last: name,
        prefix: parts?.prefix ?? name,
        width: parts?.width ?? 0,
        number: parts?.number ?? NaN,
      });
    }
    if (runs.length <= most) shown = total;
  }
  const text = runs
    .slice(0, most === Infinity ? runs.length : most)
    .map((run) => (run.first === run.last ? run.first : `${run.first}-${run.last}`))
    .join(', ');
  return shown < total ? `${text} and ${total - shown} more` : text;
}

interface NumberedName {
  readonly prefix: string;
  readonly width: number;
  readonly number: number;
}

/** A name with at most nine digits at its end; more would lose exactness as a number. */
function splitNumber(name: string): NumberedName | null {
  const match = /^(.*?)(\d{1,9})$/s.exec(name);
  const [prefix, digits] = [match?.[1], match?.[2]];
  if (prefix === undefined || digits === undefined || /\d$/.test(prefix)) return null;
  return { prefix, width: digits.length, number: Number(digits) };
}

/** The next number in the same writing: `9` to `10` without leading zeros, `09` to `10` with them. */
function continues(run: Run, next: NumberedName): boolean {
  const sameWriting = run.width === next.width || String(next.number).length === next.width;
  return (
    run.prefix === next.prefix && next.number === run.number + 1 && sameWriting && plainGrowth(run, next)
  );
}

function plainGrowth(run: Run, next: NumberedName): boolean {
  return run.width === next.width || String(run.number).length === run.width;
}
