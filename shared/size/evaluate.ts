import type { Catalog } from '../catalog/types.ts';
import { must } from '../lib/assert.ts';
import type { PartId, SubjectId } from '../lib/ids.ts';
import type { Design } from '../model/index.ts';
import { computeFreshOutcome, type Outcome } from '../outcome.ts';
import { remainingWithout, serverRates, tagOf, type Plan, type PlanNode } from '../plan/index.ts';
import { countFindings } from '../rules/index.ts';
import { drawDesign } from './draw.ts';
import type { FailureKind } from './rates.ts';
import type { DesignFacts } from './spec.ts';

/** What is left after the worst failure of one kind. */
export interface Remainder {
  /** Gb/s of the giving node that has least. */
  readonly perServerGbps: number;
  /** The same where storage has to reach every node that is still there: 0 where it does not. */
  readonly toAllGbps: number;
  readonly clusterGbps: number;
  /** What is left counts as if all giving nodes were still there. */
  readonly isShared: boolean;
  readonly failed: SubjectId;
  readonly label: string;
  /** Names of the nodes that find no storage any more. */
  readonly cutOff: readonly string[];
}

/** Pieces of one product on the purchase list. */
interface Pieces {
  readonly partId: PartId | null;
  readonly quantity: number;
  /** Of the network: rows differ in it, while they all have the same servers. */
  readonly network: boolean;
  /** Null when not known. Passive copper draws nothing. */
  readonly watts: number | null;
}

/** A design with what of its outcome a row shows: nothing here depends on target, growth, prices or ranking. */
export interface Evaluation {
  readonly facts: DesignFacts;
  readonly design: Design;
  readonly totals: Plan['totals'];
  readonly flow: Plan['flow'];
  readonly perServerGbps: number;
  readonly findings: { readonly fail: number; readonly warn: number; readonly info: number };
  /** Messages of the findings that fail. */
  readonly faults: readonly string[];
  /** What LOAD-02 says: the load of virtual machines in both directions, of which a rate is the one that reads. */
  readonly overloads: readonly string[];
  readonly pieces: readonly Pieces[];
  /** Worked out when first asked; null when there is nothing of that kind to lose. */
  readonly after: (kind: FailureKind) => Remainder | null;
  /** The same over all kinds: what leaves one giving node least; null when there is nothing to lose. */
  readonly worst: () => Remainder | null;
  /** Of all kinds, what leaves a node that is still there without storage; null when nothing does. */
  readonly cuttingOff: () => Remainder | null;
}

/** Draws a design and computes its outcome from the ground, so that what the page remembers is left alone. */
export function evaluate(facts: DesignFacts, catalog: Catalog): Evaluation {
  const outcome = computeFreshOutcome(drawDesign(facts), catalog);
  return { facts, ...readOutcome(outcome) };
}

/** What a row shows of an outcome. The design is one the search drew: all nodes of a cluster are cabled alike. */
function readOutcome(outcome: Outcome): Omit<Evaluation, 'facts'> {
  const { design, plan, findings, bom } = outcome;
  const without = remember((failed: SubjectId) => lose(failed, plan));
  const all = (kinds: readonly FailureKind[]): readonly Remainder[] =>
    kinds.flatMap((kind) => listCandidates(kind, plan)).map(({ id, label }) => ({ ...without(id), label }));
  const { fail, warn, info } = countFindings(findings);
  return {
    design,
    totals: plan.totals,
    flow: plan.flow,
    perServerGbps: least(rates(plan)),
    findings: { fail, warn, info },
    faults: findings.filter(({ status }) => status === 'fail').map(({ message }) => message),
    overloads: findings
      .filter(({ rule, status }) => rule === 'LOAD-02' && status === 'warn')
      .map(({ message }) => message.replace(/\.$/, '')),
    pieces: bom.lines.map(({ partId, quantity, section }) => ({
      partId,
      quantity,
      network: section !== 'Servers',
      watts: wattsOf(partId, section, plan),
    })),
    after: remember((kind: FailureKind) => worstOf(all([kind]), 'toAllGbps')),
    worst: lazily(() => worstOf(all(WORST_KINDS), 'perServerGbps')),
    cuttingOff: lazily(() => all(WORST_KINDS).find(({ cutOff }) => cutOff.length > 0) ?? null),
  };
}

/**
 * Where the worst of all failures is looked for. A lost adapter takes its cables with it: no cable is worse. Of equal
 * ones the first is named, in the order of `plan.flow.worstCase`.
 */
const WORST_KINDS: readonly FailureKind[] = ['adapter', 'switch', 'node'];

function remember<K, V>(compute: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    if (!known.has(key)) known.set(key, compute(key));
    return known.get(key) as V;
  };
}

function lazily<V>(compute: () => V): () => V {
  let known: { readonly value: V } | null = null;
  return () => (known ??= { value: compute() }).value;
}

function wattsOf(partId: PartId | null, section: string, plan: Plan): number | null {
  const part = partId === null ? undefined : plan.parts.get(partId);
  if (part) return part.kind === 'cable' && part.medium === 'dac' ? 0 : part.maxWatts;
  // Fibre is bought by its class; it draws nothing.
  return section === 'Cables' ? 0 : null;
}

function least(values: readonly number[]): number {
  return values.length === 0 ? 0 : Math.min(...values);
}

interface Candidate {
  readonly id: SubjectId;
  readonly label: string;
}

/** Nodes of a cluster are cabled alike, so the first of each stands for all. */
function listCandidates(kind: FailureKind, plan: Plan): readonly Candidate[] {
  const firsts = plan.clusters.flatMap(({ nodes }) => nodes[0] ?? []);
  switch (kind) {
    case 'switch':
      return plan.switches.map(({ id, record }) => ({ id, label: record.name }));
    case 'node':
      return firsts.filter(gives).map(({ id, record }) => ({ id, label: record.name }));
    case 'adapter':
      return firsts.flatMap(({ adapters, record }) =>
        adapters.map(({ id, slot }) => ({ id, label: `the adapter in slot ${slot.slot} of ${record.name}` })),
      );
    case 'cable': {
      const own = new Set<SubjectId>(firsts.map(({ id }) => id));
      return plan.runs.flatMap(({ links }) => {
        const { id, a, b, kind: of } = must(links[0], 'a link of a cable');
        if (of !== 'switch-switch' && !own.has(a.ownerId) && !own.has(b.ownerId)) return [];
        return [{ id, label: `cable ${tagOf(id, plan)} (${a.label} to ${b.label})` }];
      });
    }
  }
}

function gives({ cluster }: PlanNode): boolean {
  return cluster.kind !== 'hyper-v';
}

function worstOf(left: readonly Remainder[], by: 'perServerGbps' | 'toAllGbps'): Remainder | null {
  let worst: Remainder | null = null;
  for (const entry of left) {
    if (!worst || entry[by] < worst[by] - 1e-9) worst = entry;
  }
  return worst;
}

/**
 * What one giving node delivers when something has failed. Of a giving node that is lost, or cut off from the others,
 * the others take over: what is left of the cluster rate counts as if all were still there.
 */
function lose(failed: SubjectId, plan: Plan): Omit<Remainder, 'label'> {
  const { rateGbps, servers, cutOff } = remainingWithout(plan, new Set([failed]));
  const giving = plan.nodes.filter(gives);
  const gone = giving.find(({ id }) => id === failed || cutOff.includes(id));
  const names = cutOff.flatMap((id) => plan.nodeById.get(id)?.record.name ?? []);
  const common = { clusterGbps: rateGbps, failed };
  if (gone?.id === failed && gone.cluster.kind === 'hyper-converged' && giving.length === 2) {
    // The last node reads its own disks: nothing has to cross the network.
    const own = least(rates(plan));
    return { ...common, isShared: false, perServerGbps: own, toAllGbps: own, cutOff: [] };
  }
  const each = gone ? rateGbps / giving.length : least([...servers.values()]);
  const toAllGbps = names.length > 0 ? 0 : each;
  return { ...common, isShared: gone !== undefined, perServerGbps: each, toAllGbps, cutOff: names };
}

function rates(plan: Plan): readonly number[] {
  return [...serverRates(plan).values()].map(({ together }) => together);
}
