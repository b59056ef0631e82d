import type { AdapterPart } from '../catalog/types.ts';
import { must } from '../lib/assert.ts';
import type { Evaluation } from './evaluate.ts';
import {
  factsOf,
  hostPortsNeeded,
  isHopeless,
  listOptions,
  listShapes,
  neededGbps,
  switchUses,
  type Ground,
  type Option,
} from './options.ts';
import { orderAdapters } from './parts.ts';
import { EPSILON, whyNoAdapter, whyNoShape, whyNoSwitch, whyNotEnough } from './reasons.ts';
import type { SizeRequest, Topology } from './request.ts';
import { portsOf, type DesignFacts, type NodeShape, type SwitchUse } from './spec.ts';

/** One way that was looked at: it holds when there is no reason against it. */
export interface Found {
  readonly topology: Topology;
  readonly speedGbps: number;
  readonly adapter: AdapterPart;
  readonly giving: NodeShape;
  readonly taking: NodeShape | null;
  readonly switch: SwitchUse | null;
  /** Null where no design can be drawn. */
  readonly evaluation: Evaluation | null;
  readonly reasons: readonly string[];
}

type Look = (facts: DesignFacts) => Evaluation;
type Place = Pick<Found, 'topology' | 'speedGbps'>;

/** Designs drawn for one shape before it is given up. */
const TRIES = 6;
/** Switches tried for one adapter. */
const SWITCHES_TRIED = 2;

/**
 * The rows of one line speed and topology: the shapes with the fewest ports or adapters that reach the target, each with
 * the best adapter and switch, and for the first of them what other makers have. Where none does, the one row that
 * says why.
 */
export function searchPlace(
  place: Place,
  { all, usable }: { readonly all: readonly AdapterPart[]; readonly usable: readonly AdapterPart[] },
  ground: Ground,
  look: Look,
): readonly Found[] {
  if (usable.length === 0) return [undrawn(place, all, whyNoAdapter(all, ground), ground)];
  const found: Found[] = [];
  const options: Option[] = [];
  let nearly: Found | null = null;
  for (const shape of listShapes(place.topology, ground.request)) {
    const first = found[0];
    if (first && !isWorthIt(shape, found)) continue;
    const ofShape = listOptions(shape, place, usable, ground);
    options.push(...ofShape);
    const reaching = ofShape.filter(({ boundGbps }) => boundGbps >= neededGbps(ground) - EPSILON);
    const tried = tryOptions(reaching, ground, look);
    if (tried?.reasons.length === 0) {
      found.push(tried);
      if (!first) found.push(...otherMakers(tried, reaching, ground, look));
    } else if (tried && (!nearly || (tried.evaluation && !nearly.evaluation))) nearly = tried;
    if (nearly && isHopeless(ground.request)) break;
  }
  if (found.length > 0) return found;
  const closest = nearly ?? tryNearest(options, ground, look);
  return [closest ?? undrawn(place, usable, whyNoShape(place.topology, ground), ground)];
}

/** Beside a way that holds: another with as many ports, or up to twice as many on fewer adapters. */
function isWorthIt(shape: NodeShape, found: readonly Found[]): boolean {
  const ports = Math.min(...found.map(({ giving }) => portsOf(giving)));
  const adapters = Math.min(...found.map(({ giving }) => giving.adapters));
  return portsOf(shape) === ports || (shape.adapters < adapters && portsOf(shape) <= 2 * ports);
}

/** The first option that holds; else the first that does not, drawn if one can be. Null for no options. */
function tryOptions(options: readonly Option[], ground: Ground, look: Look): Found | null {
  let first: Found | null = null;
  let tries = isHopeless(ground.request) ? 1 : TRIES;
  for (const option of options) {
    for (const entry of candidatesOf(option, ground)) {
      const tried = entry.use === 'none' ? entry.found : foundOf(option, entry.use, ground, look);
      if (tried.reasons.length === 0) return tried;
      if (!first || (tried.evaluation && !first.evaluation)) first = tried;
      if (tried.evaluation && --tries === 0) return first;
    }
  }
  return first;
}

type Candidate = { readonly use: 'none'; readonly found: Found } | { readonly use: SwitchUse | null };

/** The switches to try with an option; where none has enough ports, the way it cannot be built. */
function candidatesOf(option: Option, ground: Ground): readonly Candidate[] {
  if (option.topology === 'direct' || option.topology === 'mesh') return [{ use: null }];
  const uses = switchUses(option, ground);
  const enough = enoughPorts(option, uses);
  if (enough.length > 0) return enough.slice(0, SWITCHES_TRIED).map((use) => ({ use }));
  const reasons = [whyNoSwitch(option, uses, ground)];
  return [{ use: 'none', found: { ...option, switch: null, evaluation: null, reasons } }];
}

function enoughPorts(option: Option, uses: readonly SwitchUse[]): readonly SwitchUse[] {
  const needed = hostPortsNeeded(option);
  return uses.filter(({ hostPorts }) => hostPorts.length >= needed);
}

function foundOf(option: Option, use: SwitchUse | null, ground: Ground, look: Look): Found {
  const evaluation = look(factsOf(option, use, ground));
  return { ...option, switch: use, evaluation, reasons: whyNotEnough(evaluation, ground) };
}

/**
 * What other makers have to offer for a way that holds: one row per maker of adapters and per maker of switches, where
 * it matters because the user named makers or models or gave prices.
 */
function otherMakers(first: Found, options: readonly Option[], ground: Ground, look: Look): readonly Found[] {
  const { limits } = ground.request;
  const found: Found[] = [];
  const makers = new Set([first.adapter.manufacturer]);
  for (const option of options) {
    const { adapter } = option;
    if (makers.has(adapter.manufacturer)) continue;
    if (!matters(adapter, limits.adapterMakers, limits.adapterIds, ground.request)) continue;
    makers.add(adapter.manufacturer);
    const other = tryOptions([option], ground, look);
    if (other?.reasons.length === 0) found.push(other);
  }
  const own = options.find(({ adapter }) => adapter === first.adapter);
  if (!own || !first.switch) return found;
  const switchMakers = new Set([first.switch.part.manufacturer]);
  for (const use of enoughPorts(own, switchUses(own, ground))) {
    if (switchMakers.has(use.part.manufacturer)) continue;
    if (!matters(use.part, limits.switchMakers, limits.switchIds, ground.request)) continue;
    switchMakers.add(use.part.manufacturer);
    const other = foundOf(own, use, ground, look);
    if (other.reasons.length === 0) found.push(other);
  }
  return found;
}

function matters(
  part: AdapterPart | SwitchUse['part'],
  makers: readonly string[],
  ids: readonly string[],
  { prices }: SizeRequest,
): boolean {
  return (
    makers.includes(part.manufacturer) ||
    ids.includes(part.id) ||
    prices.some(({ partId }) => partId === part.id)
  );
}

/** None reaches the target: the one that comes nearest, drawn if one can be. Null for no options. */
function tryNearest(options: readonly Option[], ground: Ground, look: Look): Found | null {
  const sorted = options
    .map((option, i) => ({ option, i }))
    .sort(
      (a, b) =>
        b.option.boundGbps - a.option.boundGbps ||
        portsOf(a.option.giving) - portsOf(b.option.giving) ||
        a.i - b.i,
    );
  let first: Found | null = null;
  for (const { option } of sorted) {
    const [entry] = candidatesOf(option, ground);
    if (!entry) continue;
    if (entry.use !== 'none') return foundOf(option, entry.use, ground, look);
    first ??= entry.found;
  }
  return first;
}

/** A row without a design: there is no adapter or no shape to draw one with. */
function undrawn(place: Place, parts: readonly AdapterPart[], reason: string, ground: Ground): Found {
  const [shape = { adapters: 1, ports: 1 }] = listShapes(place.topology, ground.request);
  const wanted = { ports: shape.ports, speedGbps: place.speedGbps, platformGen: null };
  const [adapter] = orderAdapters(parts, wanted, ground.request);
  return {
    ...place,
    adapter: must(adapter, 'an adapter of the speed'),
    giving: shape,
    taking: null,
    switch: null,
    evaluation: null,
    reasons: [reason],
  };
}
