import type { AdapterPart } from '../catalog/types.ts';
import type { Evaluation } from './evaluate.ts';
import {
  ETHERNET_HEADER,
  carries,
  hostPortsNeeded,
  isHopeless,
  neededGbps,
  type Ground,
  type Option,
} from './options.ts';
import { limitWords, protocolFor, switchesWithin } from './parts.ts';
import { portPayload, slotLimit } from './rates.ts';
import { MEDIUM_WORDS, TOPOLOGY_NEEDS, listed, serverWord, shapeWords, shortOf } from './words.ts';
import { needsPeerLinks, type SwitchUse } from './spec.ts';
import type { Topology } from './request.ts';

/** A shortfall below this is rounding, Gb/s. */
export const EPSILON = 1e-6;

/** Why a drawn design does not hold, the binding reason first; empty when it does. */
export function whyNotEnough(evaluation: Evaluation, ground: Ground): readonly string[] {
  const { faults, overloads } = evaluation;
  const tooSlow = whyTooSlow(evaluation, ground);
  const slow = tooSlow.length > 0 ? tooSlow : overloads;
  // What no number of adapters changes binds first.
  return [...new Set(isHopeless(ground.request) ? [...faults, ...slow] : [...slow, ...faults])];
}

/** The least rate first: that is what binds. */
function whyTooSlow(evaluation: Evaluation, ground: Ground): readonly string[] {
  const needed = neededGbps(ground);
  const { facts, perServerGbps } = evaluation;
  const reached = (rate: number) => `${shortOf(rate / 8, needed / 8)} per ${serverWord(ground.request)}`;
  const failures = ground.kinds.flatMap((kind) => {
    const left = evaluation.after(kind);
    if (!left) return [];
    const { toAllGbps: rate, cutOff, label } = left;
    if (cutOff.length > 0)
      return [
        {
          rate,
          text: `Without ${label}: ${listed(cutOff)} ${cutOff.length === 1 ? 'finds' : 'find'} no storage`,
        },
      ];
    const shape = shapeWords(facts.giving, facts.speedGbps);
    return [{ rate, text: `Without ${label}: ${shape} leave ${reached(rate)}` }];
  });
  const whole = { rate: perServerGbps, text: `${holds(evaluation)}: ${reached(perServerGbps)}` };
  return [whole, ...failures]
    .filter(({ rate }) => rate < needed - EPSILON)
    .sort((a, b) => a.rate - b.rate)
    .map(({ text }) => text);
}

/** What limits a giving node, in words with its numbers. */
function holds({ facts, flow, perServerGbps }: Evaluation): string {
  const { giving, adapter, speedGbps } = facts;
  const taking = facts.taking ?? giving;
  const payload = giving.ports * portPayload(facts);
  const ends = [
    { side: giving, direction: 'send' as const },
    { side: taking, direction: 'receive' as const },
  ];
  for (const { side, direction } of ends) {
    const [slot] = side.slots;
    if (!slot) continue;
    const limit = slotLimit(adapter, slot)[direction];
    const perServer = (limit * side.adapters * side.count) / giving.count;
    if (limit >= payload || Math.abs(perServer - perServerGbps) > EPSILON) continue;
    const many = side.adapters === 1 ? '' : ` in each of ${side.adapters} adapters`;
    const ports = `${side.ports} x ${speedGbps} GbE`;
    return limit === adapter.cardLimitGbps
      ? `The ${adapter.model} itself moves ${limit} Gb/s over ${ports}${many}`
      : `${linkWords(adapter, slot)} holds ${ports} at ${limit.toFixed(1)} Gb/s${many}`;
  }
  // Less than ports and slots of a giving node allow: the fabric or the taking nodes hold it back.
  if (payload * giving.adapters > perServerGbps + EPSILON) return flow.bottleneckText;
  return `${shapeWords(giving, speedGbps)} carry no more payload`;
}

function linkWords(adapter: AdapterPart, slot: { readonly gen: number; readonly lanes: number }): string {
  return `Gen${Math.min(adapter.pcie.gen, slot.gen)} x${Math.min(adapter.pcie.lanes, slot.lanes)}`;
}

/** Why none of the adapters of a speed can be taken; they are not empty. */
export function whyNoAdapter(adapters: readonly AdapterPart[], { request }: Ground): string {
  const { protocol, mtu } = request;
  const speaking = adapters.filter((part) => protocolFor(part, request) !== null);
  if (speaking.length === 0) {
    const families = listed(adapters.map(({ family }) => family));
    return `${families} ${plural(adapters) ? 'have' : 'has'} no ${PROTOCOL_WORDS[protocol ?? 'RoCEv2']}`;
  }
  const short = speaking.filter((part) => !carries(part.maxFrameBytes, request));
  const longest = Math.max(0, ...short.map(({ maxFrameBytes }) => maxFrameBytes ?? 0));
  return `${listed(short.map(({ family }) => family))} ${plural(short) ? 'carry' : 'carries'} frames of ${longest} bytes, ${mtu + ETHERNET_HEADER} are asked for`;
}

function plural(adapters: readonly AdapterPart[]): boolean {
  return new Set(adapters.map(({ family }) => family)).size > 1;
}

const PROTOCOL_WORDS = { RoCEv1: 'RoCE v1', RoCEv2: 'RoCE v2', iWARP: 'iWARP' } as const;

/** Why no shape can be built with the adapters there are: too few of them allowed, or too few slots. */
export function whyNoShape(topology: Topology, ground: Ground): string {
  const { request } = ground;
  const { adaptersPerNode } = request.limits;
  const most = `${adaptersPerNode} adapter${adaptersPerNode === 1 ? '' : 's'} per node`;
  return `${TOPOLOGY_NEEDS[topology](request)}, and ${most} at most do not give them in these servers`;
}

/** Why no switch serves an option. `uses` have ports of the speed, but too few. */
export function whyNoSwitch(option: Option, uses: readonly SwitchUse[], ground: Ground): string {
  const { speedGbps, topology, adapter, cables } = option;
  const pair = topology === 'switch-pair';
  const [largest] = [...uses].sort((a, b) => b.hostPorts.length - a.hostPorts.length);
  if (largest) {
    const { part, hostPorts, hostTotal } = largest;
    const count = pair ? 2 : 1;
    const needed = hostPortsNeeded(option) * count;
    const free = hostPorts.length < hostTotal ? ` beside those that stay free` : '';
    return `${count} x ${part.model} ${pair ? 'have' : 'has'} ${hostPorts.length * count} ports of ${speedGbps} Gb/s${free}, ${needed} needed`;
  }
  const within = switchesWithin(ground.request, ground.catalog);
  const { switchMakers, switchIds } = ground.request.limits;
  if (within.length === 0)
    return `The limits${limitWords(switchMakers, switchIds, ground.catalog)} leave no switch`;
  const peers = needsPeerLinks(option) ? ` and ${cables.interSwitchM} m between the switches` : '';
  const reach = `${cables.lengthM} m${peers}`;
  return within.some((part) => part.portGroups.some((group) => group.speedsGbps.includes(speedGbps)))
    ? `No ${MEDIUM_WORDS[cables.medium]}cable joins the ${adapter.model} to a switch at ${speedGbps} Gb/s over ${reach}`
    : `No switch within the limits has ports of ${speedGbps} Gb/s`;
}
