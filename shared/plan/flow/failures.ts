import { must } from '../../lib/assert.ts';
import type { SwitchId } from '../../lib/ids.ts';
import { compareText } from '../../lib/stable-json.ts';
import { FIRST_FABRIC, type EdgeTag, type Removal } from './graph.ts';
import { EPSILON } from './max-flow.ts';
import type { FlowModel, Trunk } from './types.ts';
import { solve, type Solution } from './solve.ts';

export interface WorstFailure {
  readonly rate: number;
  readonly removal: Removal;
}

/** One kind of component to take out, with what the rate cannot fall below without it. */
interface Candidate {
  readonly removal: Removal;
  /** Equal candidates have equal names. */
  readonly likeness: string;
  readonly floor: number;
}

/**
 * Up to this many candidates each is tried on its own. Beyond, those of the same colours are taken for equal,
 * which holds for every regular fabric.
 */
const TRY_EACH = 200;

/**
 * The least rate after the loss of one adapter, cable, switch, or node that gives. Taking a component out costs
 * no more than what flows through it, so candidates are tried in that order until none can be worse.
 * Null when there is nothing to lose.
 */
export function findWorstFailure(model: FlowModel, base: Solution): WorstFailure | null {
  let worst: WorstFailure | null = null;
  for (const candidate of distinct(listCandidates(model, base))) {
    if (worst && candidate.floor >= worst.rate - EPSILON) break;
    const { rate } = solve(model, candidate.removal);
    if (!worst || rate < worst.rate - EPSILON) worst = { rate, removal: candidate.removal };
  }
  return worst;
}

function distinct(candidates: readonly Candidate[]): Candidate[] {
  const kept = new Map<string, Candidate>();
  candidates.forEach((candidate, i) => {
    const key = candidates.length <= TRY_EACH ? String(i) : candidate.likeness;
    if (!kept.has(key)) kept.set(key, candidate);
  });
  return [...kept.values()].sort((a, b) => a.floor - b.floor);
}

/** Every kind of component: adapters, cables, cables between switches, switches, nodes. */
function listCandidates(model: FlowModel, base: Solution): Candidate[] {
  const usage = measure(model, base);
  const safe = !base.limited && !hasMixedSpeeds(model);
  const floor = (through: number) => (safe ? Math.max(0, base.rate - through) : 0);
  const colour = (vertex: number) => base.colours[vertex] ?? -1;
  const [adapters, cables, nodes]: [Candidate[], Candidate[], Candidate[]] = [[], [], []];
  for (const variant of base.graph.variants) {
    const group = must(model.groups[variant.group], 'group of a variant');
    const like = `${colour(variant.out)}/${colour(variant.into)} of ${variant.count}`;
    const share = (total: number | undefined) => floor((total ?? 0) / variant.count);
    if (group.supply) {
      const removal = { kind: 'node', group: variant.group } as const;
      nodes.push({ removal, likeness: `node ${like}`, floor: share(usage.groups[variant.group]) });
    }
    for (const used of variant.adapters) {
      const at = { group: variant.group, adapter: used.place };
      const through = usage.adapters.get(`${at.group}/${at.adapter}`);
      const likeAdapter = `${like} ${used.place}`;
      adapters.push({
        removal: { kind: 'adapter', ...at },
        likeness: `adapter ${likeAdapter}`,
        floor: share(through),
      });
      for (const port of used.ports) {
        if (port.lane) continue;
        const place = { ...at, port: must(group.adapters[used.place], 'adapter').ports.indexOf(port) };
        const both = usage.ports.get(`${place.group}/${place.adapter}/${place.port}`) ?? 0;
        const back = port.peer
          ? (usage.ports.get(`${port.peer.group}/${port.peer.adapter}/${port.peer.port}`) ?? 0)
          : 0;
        cables.push({
          removal: { kind: 'link', ...place },
          likeness: `link ${likeAdapter} ${place.port}`,
          floor: share(both + back),
        });
      }
    }
  }
  return [
    ...adapters,
    ...cables,
    ...listTrunks(model, base, usage, floor),
    ...listBreakouts(model, base, usage, floor),
    ...listSwitches(model, base, usage, floor),
    ...nodes,
  ];
}

function listTrunks(
  model: FlowModel,
  base: Solution,
  usage: Usage,
  floor: (through: number) => number,
): Candidate[] {
  const colour = (fabric: number) => base.colours[FIRST_FABRIC + fabric] ?? -1;
  return model.trunks.flatMap((trunk, i): Candidate[] => {
    if (trunk.links.every(({ breakout }) => breakout !== null)) return [];
    return [
      {
        removal: { kind: 'trunk', trunk: i },
        likeness: `trunk ${likenessOf(trunk, colour)}`,
        floor: floor((usage.trunks[i] ?? 0) / trunk.links.length),
      },
    ];
  });
}

function likenessOf(trunk: Trunk, colour: (fabric: number) => number): string {
  const pairs = trunk.pairs.map(([a, b]) => [colour(a), colour(b)].sort((x, y) => x - y).join('-'));
  return `${pairs.sort(compareText).join()} of ${trunk.links.length}`;
}

/** A breakout cable takes all of its lanes along. */
function listBreakouts(
  model: FlowModel,
  base: Solution,
  usage: Usage,
  floor: (through: number) => number,
): Candidate[] {
  const colour = (fabric: number) => base.colours[FIRST_FABRIC + fabric] ?? -1;
  const variants = new Map(base.graph.variants.map((variant) => [variant.group, variant]));
  return model.breakouts.map(({ losses, trunks }, breakout) => {
    const likeness: string[] = [];
    let through = 0;
    for (const { group, members: hit, ports } of losses) {
      const count = hit.length;
      const { out = 0, into = 0, count: members = 1 } = variants.get(group) ?? {};
      const places = ports.map(({ adapter, port }) => `${adapter}/${port}`);
      likeness.push(
        `${count} of ${members} ${base.colours[out] ?? -1}/${base.colours[into] ?? -1} ${places.join()}`,
      );
      for (const place of places) through += ((usage.ports.get(`${group}/${place}`) ?? 0) * count) / members;
    }
    for (const [i, count] of trunks) {
      const trunk = must(model.trunks[i], 'trunk');
      likeness.push(`${count} ${likenessOf(trunk, colour)}`);
      through += ((usage.trunks[i] ?? 0) * count) / trunk.links.length;
    }
    return {
      removal: { kind: 'breakout', breakout },
      likeness: `breakout ${likeness.sort(compareText).join('; ')}`,
      floor: floor(through),
    };
  });
}

function listSwitches(
  model: FlowModel,
  base: Solution,
  usage: Usage,
  floor: (through: number) => number,
): Candidate[] {
  const colours = new Map<SwitchId, number[]>();
  model.fabrics.forEach(({ switchId }, f) => {
    const list = colours.get(switchId) ?? [];
    list.push(base.colours[FIRST_FABRIC + f] ?? -1);
    colours.set(switchId, list);
  });
  return [...colours].map(([switchId, list]) => ({
    removal: { kind: 'switch', switchId },
    likeness: `switch ${list.sort((a, b) => a - b).join('-')}`,
    floor: floor(usage.switches.get(switchId) ?? 0),
  }));
}

/** An adapter with a fast and a slow cable drops out whole when it loses the fast one, more than flowed there. */
function hasMixedSpeeds(model: FlowModel): boolean {
  return model.groups.some((group) =>
    group.adapters.some((adapter) => adapter.ports.some((port) => port.speed !== adapter.ports[0]?.speed)),
  );
}

/** Flow through each component, all members of a group together, Gb/s. */
interface Usage {
  readonly groups: number[];
  readonly adapters: Map<string, number>;
  readonly ports: Map<string, number>;
  readonly trunks: number[];
  readonly switches: Map<SwitchId, number>;
}

function measure(model: FlowModel, { graph, flow }: Solution): Usage {
  const usage: Usage = { groups: [], adapters: new Map(), ports: new Map(), trunks: [], switches: new Map() };
  graph.tags.forEach((tag, edge) => {
    const amount = flow[edge] ?? 0;
    if (amount === 0) return;
    if (tag) addUsage(usage, tag, amount);
    const fabric = model.fabrics[(graph.to[edge] ?? 0) - FIRST_FABRIC];
    if (fabric) usage.switches.set(fabric.switchId, (usage.switches.get(fabric.switchId) ?? 0) + amount);
  });
  return usage;
}

function addUsage(usage: Usage, tag: EdgeTag, amount: number): void {
  switch (tag.kind) {
    case 'self':
      usage.groups[tag.group] = (usage.groups[tag.group] ?? 0) + amount;
      return;
    case 'adapter':
      addTo(usage.adapters, `${tag.group}/${tag.adapter}`, amount);
      return;
    case 'port':
      addTo(usage.ports, `${tag.group}/${tag.adapter}/${tag.port}`, amount);
      return;
    case 'trunk':
      usage.trunks[tag.trunk] = (usage.trunks[tag.trunk] ?? 0) + amount;
  }
}

function addTo(map: Map<string, number>, key: string, amount: number): void {
  map.set(key, (map.get(key) ?? 0) + amount);
}
