import { buildFreshBom } from '../../shared/bom/index.ts';
import { catalog, withEmbedded } from '../../shared/catalog/index.ts';
import { id } from '../../shared/lib/ids.ts';
import type { LinkId, NodeId, PartId, ProfileId } from '../../shared/lib/ids.ts';
import { fabricOf, withoutRecords, withRecords, type Design } from '../../shared/model/index.ts';
import { computeFreshOutcome, computeOutcome, type Outcome } from '../../shared/outcome.ts';
import { computeFreshPlan, computePlan, embedParts } from '../../shared/plan/index.ts';
import { runFreshRules } from '../../shared/rules/index.ts';
import { largeDesign } from '../support/large-design.ts';
import type { BenchEntry } from './entry.ts';

/** Purchase list and cable schedule are worked out when they are asked for: here they always are. */
function whole({ bom }: Outcome): number {
  return bom.lines.length + bom.cables.length;
}

/** As the app holds it: with its products embedded. */
function embedded(nodes: number): Design {
  const design = largeDesign(nodes);
  return embedParts(design, computePlan(design, catalog));
}

function outcome(nodes: number, goalMs: number | null): BenchEntry {
  return {
    name: 'Outcome: plan, findings and purchase list',
    size: `${nodes} nodes, ${4 * nodes} cables`,
    goalMs,
    nodes,
    prepare: () => {
      const design = embedded(nodes);
      return () => whole(computeFreshOutcome(design, catalog));
    },
  };
}

function edit(what: string, change: (design: Design, count: number) => Design): BenchEntry {
  return {
    name: `One edit: ${what}`,
    size: '1000 nodes, 4000 cables',
    goalMs: 16,
    prepare: () => {
      const design = embedded(1000);
      whole(computeOutcome(design, catalog));
      let count = 0;
      return () => whole(computeOutcome(change(design, (count += 1)), catalog));
    },
  };
}

function part(name: string, work: (design: Design) => () => unknown): BenchEntry {
  return { name, size: '1000 nodes', goalMs: null, prepare: () => work(embedded(1000)) };
}

const first = id<NodeId>('n00001');

/** More than a row is run. */
const STEPS = 500;

/** The first links of a design, whose cables come first as well. */
function linkIds(design: Design, count: number): LinkId[] {
  return [...design.links.keys()].slice(0, count);
}

/** The engine: PRODUCT 11, first two rows, and what they are made of. */
export const planEntries: readonly BenchEntry[] = [
  outcome(100, null),
  outcome(1000, 50),
  outcome(10_000, 600),
  part('  of it: plan', (design) => () => computeFreshPlan(design, withEmbedded(catalog, design.parts))),
  part('  of it: rules', (design) => {
    const plan = computePlan(design, catalog);
    return () => runFreshRules({ design, plan });
  }),
  part('  of it: purchase list', (design) => {
    const plan = computePlan(design, catalog);
    return () => buildFreshBom(plan).cables;
  }),
  edit('a node moved', (design, count) =>
    withRecords(design, 'placements', [{ id: first, x: count, y: count }]),
  ),
  edit('a cable made longer', (design, count) => {
    const [link] = design.links.values();
    return link ? withRecords(design, 'links', [{ ...link, lengthM: 1 + (count % 3) }]) : design;
  }),
  // Each step is another cable than the last one, so that no step finds its plan ready.
  edit('a cable removed', (design, count) =>
    withoutRecords(design, 'links', new Set(linkIds(design, count))),
  ),
  edit('a cable connected', (design, count) =>
    withoutRecords(design, 'links', new Set(linkIds(design, STEPS - (count % STEPS)))),
  ),
  edit('a node renamed', (design, count) => {
    const node = design.nodes.get(first);
    return node ? withRecords(design, 'nodes', [{ ...node, name: `Renamed ${count}` }]) : design;
  }),
  edit('an adapter swapped in one node', (design, count) => {
    const node = design.nodes.get(first);
    const shared = node && design.profiles.get(node.profileId);
    if (!shared) return design;
    const adapters = shared.adapters.map((slot, i) =>
      i === count % 2 ? { ...slot, partId: id<PartId>('nvidia-mcx4121a-acat') } : slot,
    );
    const own = { ...shared, id: id<ProfileId>('own'), name: 'Own', adapters };
    const detached = withRecords(design, 'profiles', [own]);
    return withRecords(detached, 'nodes', [{ ...node, profileId: own.id }]);
  }),
  edit('a priority changed in the fabric policy', (design, count) =>
    withRecords(design, 'fabric', [{ ...fabricOf(design), smbPriority: 3 + (count % 2) }]),
  ),
];
