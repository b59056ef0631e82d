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

/** The rows that are seen while some branches are closed, top to bottom. */
export function visibleRows(rows: readonly OutlineRow[], closed: ReadonlySet<string>): readonly OutlineRow[] {
  return rows.flatMap((row) => {
    const below = row.children && !closed.has(row.id) ? visibleRows(row.children, closed) : [];
    return [row, ...below];
  });
}

function heading(name: string, children: readonly OutlineRow[]): OutlineRow {
  return { id: `heading-${name}`, subject: null, name, note: '', level: 1, children };
}

function leaf(id: string, name: string, note: string, level: 2 | 3): OutlineRow {
  return { id, subject: id, name, note, level };
}
