import { compareNatural } from '../../shared/lib/stable-json.ts';
import type { ClusterKind, Design } from '../../shared/model/index.ts';
import type { Plan } from '../../shared/plan/index.ts';

/** One row of the outline. Headings have no subject. */
export interface OutlineRow {
  readonly id: string;
  /** What is selected by it: a record's id, `fabric` or `project`. */
  readonly subject: string | null;
  readonly name: string;
  /** A quiet word at the end of the row. */
  readonly note: string;
  readonly level: 1 | 2 | 3;
  readonly children?: readonly OutlineRow[];
}

const KINDS: Readonly<Record<ClusterKind, string>> = {
  'file-server': 'file server',
  'hyper-v': 'Hyper-V',
  'hyper-converged': 'hyper-converged',
};

/** The design as a tree: an alternative to the drawing for keyboard and screen reader. */
export function outlineOf(design: Design, plan: Plan): readonly OutlineRow[] {
  const clusters = plan.clusters.map(({ record, nodes }): OutlineRow => ({
    id: record.id,
    subject: record.id,
    name: record.name,
    note: KINDS[record.kind],
    level: 2,
    children: nodes.map((node) => leaf(node.id, node.record.name, node.profile.name, 3)),
  }));
  const switches = plan.switches.map((entry) =>
    leaf(entry.id, entry.record.name, entry.part?.model ?? '', 2),
  );
  const networks = [...design.networks.values()]
    .sort((a, b) => compareNatural(a.name, b.name))
    .map((network) =>
      leaf(network.id, network.name, network.vlan === 0 ? 'untagged' : `VLAN ${network.vlan}`, 2),
    );
  return [
    heading('Clusters', clusters),
    heading('Switches', switches),
    heading('Networks', networks),
    heading('Design', [leaf('fabric', 'Fabric policy', '', 2), leaf('project', 'Project details', '', 2)]),
  ].filter((row) => row.children?.length);
}

/** A row that is seen, with its place among those beside it, which a screen reader tells. */
export interface ShownRow extends OutlineRow {
  /** From 1. */
  readonly place: number;
  readonly siblings: number;
}

/** The rows that are seen while some branches are closed, top to bottom. */
export function visibleRows(rows: readonly OutlineRow[], closed: ReadonlySet<string>): readonly ShownRow[] {
  return rows.flatMap((row, index) => {
    const below = row.children && !closed.has(row.id) ? visibleRows(row.children, closed) : [];
    return [{ ...row, place: index + 1, siblings: rows.length }, ...below];
  });
}

/** What is selected when the selection reaches from one row to another, headings left out. */
export function subjectsBetween(rows: readonly OutlineRow[], from: string, to: string): readonly string[] {
  const ends = [from, to].map((id) => rows.findIndex((row) => row.id === id));
  const [first = 0, last = 0] = ends.sort((a, b) => a - b);
  return rows.slice(Math.max(0, first), last + 1).flatMap((row) => row.subject ?? []);
}

/** Which rows to draw: those in view and some around them, and the one that holds the focus wherever it is. */
export function drawnRows(
  count: number,
  { top, height, rowHeight, keep }: { top: number; height: number; rowHeight: number; keep: number },
): readonly number[] {
  const spare = 8;
  const first = Math.max(0, Math.floor(top / rowHeight) - spare);
  const last = Math.min(count, Math.ceil((top + height) / rowHeight) + spare);
  const seen = Array.from({ length: Math.max(0, last - first) }, (_, index) => first + index);
  if (keep < 0 || keep >= count || (keep >= first && keep < last)) return seen;
  return keep < first ? [keep, ...seen] : [...seen, keep];
}

function heading(name: string, children: readonly OutlineRow[]): OutlineRow {
  return { id: `heading-${name}`, subject: null, name, note: '', level: 1, children };
}

function leaf(id: string, name: string, note: string, level: 2 | 3): OutlineRow {
  return { id, subject: id, name, note, level };
}
