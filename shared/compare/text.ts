import { isSame } from './compare-designs.ts';
import type { Comparison, FigureChange } from './types.ts';

const MARK = { added: '+', removed: '-', changed: '~', same: ' ' } as const;

/** The differences as plain text, for a terminal, a mail or a review. `before` and `after` name the designs. */
export function comparisonText(comparison: Comparison, before: string, after: string): string {
  const head = `Before: ${before}\nAfter:  ${after}\n`;
  if (isSame(comparison)) return `${head}\nThe two designs are equal.\n`;
  const { parts, cables, settings, figures } = comparison;
  const sections = [
    section(
      'Parts',
      parts
        .filter(({ kind }) => kind !== 'same')
        .map(({ kind, description, partNumber, before: was, after: is }) => [
          MARK[kind],
          `${was} -> ${is}`,
          partNumber === '' ? '-' : partNumber,
          description,
        ]),
    ),
    section(
      'Cables',
      cables
        .filter(({ kind }) => kind !== 'same')
        .flatMap(({ kind, tags, routes, what }) =>
          what.map((change, i) => [
            i === 0 ? MARK[kind] : '',
            i === 0 ? tags.after || tags.before : '',
            i === 0 ? routes.after || routes.before : '',
            change.field,
            values(change),
          ]),
        ),
    ),
    section(
      'Settings',
      settings.map(({ kind, area, subjects, field, ...change }) => [
        MARK[kind],
        area,
        subjectText(subjects),
        field,
        values(change),
      ]),
    ),
    section(
      'Figures',
      figures
        .filter((figure) => figure.before !== figure.after)
        .map((figure) => [MARK.changed, figure.label, figureText(figure)]),
    ),
  ];
  return [head, ...sections.filter((text) => text !== '')].join('\n');
}

/** `8 -> 10 GB/s`; what is not known says so. */
export function figureText({ before, after, unit }: FigureChange): string {
  const text = (value: number | null) => (value === null ? 'not known' : String(value));
  return `${text(before)} -> ${text(after)}${unit === '' ? '' : ` ${unit}`}`;
}

/** A name, or the old and the new one. */
export function subjectText({ before, after }: { readonly before: string; readonly after: string }): string {
  if (before === '' || before === after) return after;
  return after === '' ? before : `${before} → ${after}`;
}

function values({ before, after }: { readonly before: string; readonly after: string }): string {
  if (before === '') return after;
  return after === '' ? before : `${before} -> ${after}`;
}

function section(title: string, rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, i) => (widths[i] = Math.max(widths[i] ?? 0, cell.length)));
  }
  const lines = rows.map((row) =>
    row
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return `${title}\n${lines.map((line) => `  ${line}`).join('\n')}\n`;
}
