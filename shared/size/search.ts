import type { Catalog } from '../catalog/types.ts';
import { projectOf, type Design } from '../model/index.ts';
import { createCableChooser } from '../plan/index.ts';
import { listAssumptions } from './assumptions.ts';
import { evaluate, type Evaluation } from './evaluate.ts';
import { searchPlace, type Found } from './search-place.ts';
import { figuresOf } from './figures.ts';
import { needOf } from './need.ts';
import { isHopeless, usableAdapters, whyNotTopology, type Ground } from './options.ts';
import { limitWords } from './parts.ts';
import { compareFailed, compareRows, markDominated, type FiguredRow } from './rank.ts';
import { wantedFailures } from './rates.ts';
import { createHouse } from './servers.ts';
import { SIZE_SPEEDS, TOPOLOGIES, type SizeRequest } from './request.ts';
import { rowId, type DesignFacts } from './spec.ts';
import type { SizeResult, SizeRow } from './types.ts';
import { TOPOLOGY_WORDS, listed } from './words.ts';

/** Outcomes kept: some searches of eight nodes, of which all but the first few designs are alike. */
const KEPT = 400;

/**
 * A search over one catalog that remembers the outcome of every design it drew: a nudge of target, growth, failures,
 * prices or ranking draws only designs that were not looked at before. The answer is the same as without memory.
 */
export function createSearch(catalog: Catalog): (request: SizeRequest) => SizeResult {
  const known = new Map<string, Evaluation>();
  const house = createHouse();
  const choose = createCableChooser(catalog, new Map(), (id) => catalog.byId.get(id) ?? null);
  const look = (facts: DesignFacts): Evaluation => {
    const key = keyOf(facts);
    const evaluation = known.get(key) ?? evaluate(facts, catalog);
    // What was asked for last is the last to go.
    known.delete(key);
    known.set(key, evaluation);
    return evaluation;
  };
  return (request) => {
    const parts = { catalog, choose, house };
    const result = search({ ...parts, request, need: needOf(request), kinds: wantedFailures(request) }, look);
    for (const key of known.keys()) {
      if (known.size <= KEPT) break;
      known.delete(key);
    }
    return result;
  };
}

/** All ways to meet a request, ranked. Pure: the same request and catalog give the same rows in the same order. */
export function searchDesigns(request: SizeRequest, catalog: Catalog): SizeResult {
  return createSearch(catalog)(request);
}

function keyOf(facts: DesignFacts): string {
  const { adapter, giving, taking, switch: used, ...rest } = facts;
  const side = (of: typeof taking) =>
    of && { ...of, server: of.server.id, slots: of.slots.map(({ slot }) => slot) };
  return JSON.stringify([
    rest,
    adapter.id,
    side(giving),
    side(taking),
    used && [used.part.id, used.peerPorts, used.hostPorts[0]],
  ]);
}

function search(ground: Ground, look: (facts: DesignFacts) => Evaluation): SizeResult {
  const { request } = ground;
  const { speedsGbps, topologies } = request.limits;
  const speeds = SIZE_SPEEDS.filter((speed) => speedsGbps.length === 0 || speedsGbps.includes(speed));
  const wanted = TOPOLOGIES.filter((topology) => topologies.length === 0 || topologies.includes(topology));
  const leftOut: string[] = [];
  const possible = wanted.filter((topology) => {
    const why = whyNotTopology(topology, request);
    if (why !== null) leftOut.push(`${capital(TOPOLOGY_WORDS[topology])}: left out. ${why}.`);
    return why === null;
  });
  const without: string[] = [];
  const found: Found[] = [];
  for (const speedGbps of speeds) {
    const adapters = usableAdapters(speedGbps, ground);
    if (adapters.all.length === 0) {
      without.push(`${speedGbps}`);
      continue;
    }
    if (isHopeless(request) && found.length > 0) break;
    for (const topology of possible) {
      found.push(...searchPlace({ topology, speedGbps }, adapters, ground, look));
    }
  }
  if (without.length > 0) {
    const speedList = listed(without, without.length);
    const { adapterMakers, adapterIds } = request.limits;
    const limits = limitWords(adapterMakers, adapterIds, ground.catalog);
    leftOut.push(`${speedList} Gb/s: left out. No RDMA adapter within the limits${limits} runs at that.`);
  }
  return {
    rows: rank(
      found.map((entry) => rowOf(entry, ground)),
      request,
    ),
    leftOut,
    assumptions: listAssumptions(ground, leftOut),
  };
}

function rowOf(found: Found, ground: Ground): SizeRow {
  const { topology, speedGbps, adapter, giving, taking, evaluation, reasons } = found;
  return {
    id: rowId(found),
    topology,
    speedGbps,
    adapter,
    adaptersPerNode: giving.adapters,
    portsPerAdapter: giving.ports,
    hyperVAdapters: taking?.adapters ?? null,
    switch: found.switch?.part ?? null,
    design: evaluation && titled(evaluation.design, ground.request),
    figures: evaluation && figuresOf(evaluation, ground),
    reasons,
    dominatedBy: null,
  };
}

/** The design under the name of the request, which nothing computed depends on. */
function titled(design: Design, { name }: SizeRequest): Design {
  return { ...design, project: new Map([['project', { ...projectOf(design), name }]]) };
}

function rank(rows: readonly SizeRow[], { rankBy }: SizeRequest): readonly SizeRow[] {
  const holds = rows.filter((row): row is FiguredRow => row.figures !== null && row.reasons.length === 0);
  const failed = rows.filter(({ reasons }) => reasons.length > 0);
  return [...markDominated([...holds].sort(compareRows(rankBy))), ...failed.sort(compareFailed)];
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
