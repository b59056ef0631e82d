import { headroomText } from '../../shared/lib/numbers.ts';
import type { SizeResult, SizeRow } from '../../shared/size/index.ts';
import { round3 } from './numbers.ts';
import { table } from './table.ts';

/** A search as other programs read it; designs are not in it, `--row` writes one to a file. */
export function sizeJson({ rows, assumptions }: SizeResult) {
  return { rows: rows.map(rowJson), assumptions };
}

function rowJson({ design, figures, adapter, switch: used, ...row }: SizeRow) {
  const { id, topology, speedGbps, adaptersPerNode, portsPerAdapter, hyperVAdapters, reasons, dominatedBy } =
    row;
  return {
    id,
    holds: reasons.length === 0,
    topology,
    speedGbps,
    adapter: { id: adapter.id, manufacturer: adapter.manufacturer, model: adapter.model },
    adaptersPerNode,
    portsPerAdapter,
    hyperVAdapters,
    switch: used && { id: used.id, manufacturer: used.manufacturer, model: used.model },
    drawn: design !== null,
    figures:
      figures &&
      Object.fromEntries(
        Object.entries(figures).map(([name, value]: [string, unknown]) => [
          name,
          typeof value === 'number' ? round3(value) : value,
        ]),
      ),
    reasons,
    dominatedBy,
  };
}

/** A search for people: what holds, what falls short and why, what was assumed. */
export function sizeText({ rows, assumptions }: SizeResult, all: boolean): string {
  const holds = rows.filter(({ reasons }) => reasons.length === 0);
  const shown = all ? holds : holds.filter(({ dominatedBy }) => dominatedBy === null);
  const folded = holds.length - shown.length;
  const failed = rows.filter(({ reasons }) => reasons.length > 0);
  return [
    shown.length > 0 ? rowTable(shown) : 'No design reaches the target.',
    ...(folded > 0
      ? [`${folded} more that ${folded === 1 ? 'is' : 'are'} no better in anything: --all shows them.`]
      : []),
    ...(failed.length > 0
      ? [
          ['Not enough', ...failed.map(({ id, reasons }) => `  ${id}\n    ${reasons.join('\n    ')}`)].join(
            '\n',
          ),
        ]
      : []),
    ['Assumed', ...assumptions.map((text) => `  ${text}`)].join('\n'),
  ].join('\n\n');
}

function rowTable(rows: readonly SizeRow[]): string {
  return table(
    [
      'row',
      'adapters',
      'switches',
      'cables',
      'ports free',
      'GB/s',
      'after',
      'headroom',
      'units',
      'watts',
      'price',
      'warn',
    ],
    rows.flatMap(({ id, figures }) =>
      figures
        ? [
            [
              id,
              figures.adapters,
              figures.switches,
              figures.cables,
              figures.switchPortsFree,
              figures.perServerGBps.toFixed(1),
              figures.worstPerServerGBps.toFixed(1),
              headroomText(figures.headroomPercent),
              figures.rackUnits ?? '?',
              known(figures.watts, figures.wattsUnknown),
              known(figures.price, figures.priceUnknown),
              figures.findings.warn,
            ],
          ]
        : [],
    ),
  );
}

/** A sum with what it lacks: `207 + 10 ?`. */
function known(sum: number, unknown: number): string {
  const text = Number.isInteger(sum) ? String(sum) : sum.toFixed(1);
  if (unknown === 0) return text;
  return sum === 0 ? '?' : `${text} + ${unknown} ?`;
}
