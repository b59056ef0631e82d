import type { Bom, BomLine } from '../../shared/bom/types.ts';
import { compareNatural } from '../../shared/lib/stable-json.ts';
import { plural } from '../shell/words.ts';
import type { SizeEntry } from '../state/size-answer.ts';
import { figureColumns } from './size-lines.ts';

/** A row of the list with its purchase list. */
export interface ComparedRow {
  readonly entry: SizeEntry;
  readonly bom: Bom;
}

/** One line of designs side by side: a text for each. */
export interface CompareLine {
  readonly key: string;
  readonly label: string;
  readonly values: readonly string[];
  /** Not all the same. */
  readonly differs: boolean;
  /** Which of the values are the best, where that can be said and not all are. */
  readonly best: readonly boolean[];
}

export interface CompareGroup {
  readonly label: string;
  readonly lines: readonly CompareLine[];
}

/** Designs side by side: their figures, the parts to buy, the cables by kind and length. */
export function compareGroups(rows: readonly ComparedRow[], priced: boolean): readonly CompareGroup[] {
  return [
    { label: 'Figures', lines: figureLines(rows, priced) },
    { label: 'Parts', lines: partLines(rows) },
    { label: 'Cables by length', lines: cableLines(rows) },
  ];
}

function lineOf(label: string, values: readonly string[], best: readonly boolean[] = []): CompareLine {
  return { key: label, label, values, differs: values.some((value) => value !== values[0]), best };
}

function figureLines(rows: readonly ComparedRow[], priced: boolean): readonly CompareLine[] {
  const numbers = figureColumns(priced).map((column) => {
    const values = rows.map(({ entry }) => entry.figures && column.value(entry.figures));
    const known = values.filter((value) => value !== null);
    const top = column.good === 'more' ? Math.max(...known) : Math.min(...known);
    // What cuts a node off has a line of its own here.
    const notes = rows.map(({ entry: { figures } }) =>
      figures && column.id !== 'worst' ? column.note(figures) : '',
    );
    const texts = rows.map((_, i) => {
      const value = values[i] ?? null;
      return value === null
        ? ['–', notes[i] ?? ''].filter((text) => text !== '').join(' ')
        : [column.text(value), notes[i] ?? ''].filter((text) => text !== '').join(' ');
    });
    const ties = new Set(texts).size === 1;
    const label = column.unit === '' ? column.label : `${column.label}, ${column.unit}`;
    return lineOf(
      label,
      texts,
      // A sum that leaves pieces out is not known to be the best.
      values.map((value, i) => !ties && value === top && notes[i] === ''),
    );
  });
  const text = (label: string, of: (row: ComparedRow) => string) => lineOf(label, rows.map(of));
  return [
    ...numbers,
    text('Worst failure', ({ entry }) => entry.figures?.worstPerServerLabel ?? ''),
    text('A node is cut off without', ({ entry }) => entry.figures?.cutOffLabel || 'nothing alone'),
    text('Adapters in a node', ({ entry }) => adaptersText(entry)),
    text('Fails and warnings', ({ entry: { figures } }) =>
      figures ? `${figures.findings.fail} and ${figures.findings.warn}` : '',
    ),
  ];
}

/** One line for each product any of them needs, with how many each needs. */
function partLines(rows: readonly ComparedRow[]): readonly CompareLine[] {
  const keyOf = ({ manufacturer, partNumber, description }: BomLine) =>
    [manufacturer, partNumber || description].join(' ');
  const labels = new Map<string, string>();
  for (const { bom } of rows)
    for (const line of bom.lines)
      labels.set(
        keyOf(line),
        line.partNumber === '' ? line.description : `${line.description}, ${line.partNumber}`,
      );
  return [...labels].map(([key, label]) => ({
    ...lineOf(
      label,
      rows.map(({ bom }) => {
        const count = bom.lines
          .filter((line) => keyOf(line) === key)
          .reduce((sum, { quantity }) => sum + quantity, 0);
        return count === 0 ? '–' : String(count);
      }),
    ),
    key,
  }));
}

/** One line for each kind of cable and length, with how many each has. */
function cableLines(rows: readonly ComparedRow[]): readonly CompareLine[] {
  const kindOf = ({ product, run }: Bom['cables'][number]) =>
    `${product.type}, ${product.stockLengthM ?? run.lengthM} m`;
  const kinds = [...new Set(rows.flatMap(({ bom }) => bom.cables.map(kindOf)))].sort(compareNatural);
  return kinds.map((kind) =>
    lineOf(
      kind,
      rows.map(({ bom }) => {
        const count = bom.cables.filter((cable) => kindOf(cable) === kind).length;
        return count === 0 ? '–' : String(count);
      }),
    ),
  );
}

/** How many adapters stand in a node of each role, and how many of their ports are cabled. */
function adaptersText({ adaptersPerNode, hyperVAdapters, portsPerAdapter }: SizeEntry): string {
  const counts =
    hyperVAdapters === null || hyperVAdapters === adaptersPerNode
      ? String(adaptersPerNode)
      : `${adaptersPerNode} and ${hyperVAdapters}`;
  return `${counts} with ${plural(portsPerAdapter, 'port', 'ports')}`;
}
