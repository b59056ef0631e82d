import {
  figureText,
  subjectText,
  type ChangeKind,
  type Comparison,
  type FieldChange,
  type FigureChange,
  type PartChange,
} from '../../../shared/compare/index.ts';
import type { Column, Group } from '../../panels/table.ts';

/** One line of any of the lists. `id` is what it is about in the design on the screen; null where that has it no more. */
export interface Line {
  readonly key: string;
  readonly kind: ChangeKind | 'same';
  readonly id: string | null;
  readonly group: string;
  readonly subject: string;
  readonly what: string;
  readonly before: string;
  readonly after: string;
  readonly change: string;
}

export const TABS = ['parts', 'cables', 'settings', 'figures'] as const;
export type Tab = (typeof TABS)[number];
export const TAB_LABELS: Readonly<Record<Tab, string>> = {
  parts: 'Parts',
  cables: 'Cables',
  settings: 'Settings',
  figures: 'Figures',
};
export const KIND_WORDS: Readonly<Record<Line['kind'], string>> = {
  added: 'New',
  removed: 'Gone',
  changed: 'Changed',
  same: 'Equal',
};

/** The lines of every tab. */
export function linesOf(comparison: Comparison): Readonly<Record<Tab, readonly Line[]>> {
  return {
    parts: comparison.parts.map(partLine),
    cables: comparison.cables.flatMap(({ kind, ids, tags, routes, what }, i) =>
      (what.length === 0 ? [UNCHANGED] : what).map((change, j): Line => ({
        ...valuesOf(change),
        key: `${i}/${j}`,
        kind,
        id: ids.after,
        group: '',
        subject: `${tags.after || tags.before}  ${routes.after || routes.before}`,
      })),
    ),
    settings: comparison.settings.map(({ kind, ids, area, subjects, ...change }, i) => ({
      ...valuesOf(change),
      key: String(i),
      kind,
      id: ids.after,
      group: area,
      subject: subjectText(subjects) || area,
    })),
    figures: comparison.figures.map(figureLine),
  };
}

const UNCHANGED: FieldChange = { field: '', before: '', after: '' };

function valuesOf({ field, before, after }: FieldChange): Pick<Line, 'what' | 'before' | 'after' | 'change'> {
  return { what: field, before, after, change: '' };
}

function partLine(part: PartChange, i: number): Line {
  const { kind, section, manufacturer, partNumber, description, before, after } = part;
  return {
    key: String(i),
    kind,
    id: null,
    group: section,
    subject: description,
    what: [manufacturer, partNumber].filter((text) => text !== '').join(' '),
    before: String(before),
    after: String(after),
    change: signed(after - before),
  };
}

function figureLine(figure: FigureChange): Line {
  const { label, unit, before, after } = figure;
  const known = before !== null && after !== null;
  return {
    key: label,
    kind: before === after ? 'same' : 'changed',
    id: null,
    group: '',
    subject: unit === '' ? label : `${label}, ${unit}`,
    what: figureText(figure),
    before: before === null ? 'not known' : String(before),
    after: after === null ? 'not known' : String(after),
    change: known ? signed(Math.round((after - before) * 10) / 10) : '',
  };
}

function signed(value: number): string {
  if (value === 0) return '';
  return value > 0 ? `+${value}` : `−${-value}`;
}

const kind: Column<Line> = {
  id: 'kind',
  label: 'Change',
  value: (line) => KIND_WORDS[line.kind],
  width: '96px',
};
const before: Column<Line> = { id: 'before', label: 'Before', value: (line) => line.before };
const after: Column<Line> = { id: 'after', label: 'After', value: (line) => line.after };
const amount = { align: 'end', width: '88px' } as const;
const change: Column<Line> = { id: 'change', label: 'Difference', value: (line) => line.change, ...amount };
const subject = (label: string, width?: string): Column<Line> => ({
  id: 'subject',
  label,
  value: (line) => line.subject,
  ...(width === undefined ? {} : { width }),
});
const what = (label: string, width: string): Column<Line> => ({
  id: 'what',
  label,
  value: (line) => line.what,
  width,
});

/** The columns of every tab. */
export const COLUMNS: Readonly<Record<Tab, readonly Column<Line>[]>> = {
  parts: [
    kind,
    subject('Part'),
    what('Part number', '26%'),
    { ...before, ...amount },
    { ...after, ...amount },
    change,
  ],
  cables: [kind, subject('Cable', '38%'), what('What', '14%'), before, after],
  settings: [kind, subject('Of', '18%'), what('What', '26%'), before, after],
  figures: [kind, subject('Figure'), { ...before, ...amount }, { ...after, ...amount }, change],
};

/** Lines under the headings they have. */
export function grouped(lines: readonly Line[]): readonly Group<Line>[] {
  const groups = new Map<string, Line[]>();
  for (const line of lines) {
    const group = groups.get(line.group);
    if (group) group.push(line);
    else groups.set(line.group, [line]);
  }
  return [...groups].map(([id, rows]) => ({ id, label: id === '' ? null : id, rows }));
}
