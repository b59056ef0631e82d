import type { Endpoint, Plan } from '../../plan/types.ts';
import { defineRule, type RuleResult } from '../define.ts';
import type { Facts, NodeTraits } from '../facts.ts';
import { conclude, notApplicable, violated } from '../results.ts';
import { count, listNames } from '../words.ts';
import { addressNumber, rangeOf } from '../helpers/subnets.ts';

const REASON =
  'Peers reach each other only with addresses that are unique and belong to the subnet of their network.';
const FIX = 'Correct the address of the node, or the subnet of the network.';

/** What is wrong with one address; null when it is usable. */
function fault(node: NodeTraits, { address, network, name, pinned }: Endpoint): string | null {
  const at = `${name} of ${node.record.name}`;
  if (network.subnet === null) return null;
  if (address === null)
    return `${at} gets no address: subnet ${network.subnet} of "${network.name}" is full.`;
  if (!pinned) return null;
  const { first, last, prefixLength } = rangeOf(network.subnet);
  const value = addressNumber(address);
  if (value < first || value > last)
    return `${address} of ${at} is outside of ${network.subnet}, the subnet of "${network.name}".`;
  if (prefixLength < 31 && (value === first || value === last)) {
    return `${address} of ${at} is the ${value === first ? 'network' : 'broadcast'} address of ${network.subnet}.`;
  }
  if (address === network.gateway) return `${address} of ${at} is the gateway of "${network.name}".`;
  return network.dns.includes(address) ? `${address} of ${at} is a DNS server of "${network.name}".` : null;
}

/** True for an interface whose network has addresses, but none left for it. */
function isLeftOut({ address, network }: Endpoint): boolean {
  return address === null && network.subnet !== null;
}

const NO_FAULTS: readonly RuleResult[] = [];

function faultsOfNode(node: NodeTraits): readonly RuleResult[] {
  const { pins } = node.record;
  // What the plan hands out itself lies where it should, as long as there is something left to hand out.
  if (pins.length === 0 && !node.endpoints.some(isLeftOut)) return NO_FAULTS;
  const keys = new Set(pins.length > 0 ? node.endpoints.map(({ key }) => key) : []);
  const stray = pins.filter(({ endpoint }) => !keys.has(endpoint));
  const messages = [
    ...node.endpoints.flatMap((endpoint) => fault(node, endpoint) ?? []),
    ...stray.map(
      ({ endpoint, address }) =>
        `${address} is fixed for "${endpoint}", an interface ${node.record.name} does not have.`,
    ),
  ];
  if (messages.length === 0) return [];
  return [violated([node.id], { message: messages.join(' '), reason: REASON, fix: FIX })];
}

/** One fault for each set of nodes that share addresses. */
function doubleAddresses(facts: Facts, plan: Plan): readonly RuleResult[] {
  const groups = new Map<string, { readonly nodes: readonly string[]; readonly texts: string[] }>();
  for (const { address, endpoints } of facts.sharedAddresses) {
    const nodes = [...new Set(endpoints.map(({ nodeId }) => nodeId as string))];
    const users = endpoints.map(
      ({ name, nodeId }) => `${name} of ${plan.nodeById.get(nodeId)?.record.name ?? nodeId}`,
    );
    const text = `${address} is used by ${listNames(users)}.`;
    const group = groups.get(nodes.join(' '));
    if (group) group.texts.push(text);
    else groups.set(nodes.join(' '), { nodes, texts: [text] });
  }
  return [...groups.values()].map(({ nodes, texts }) => {
    const [first = '', ...more] = texts;
    const rest =
      more.length > 0
        ? ` So ${more.length === 1 ? 'is' : 'are'} ${count(more.length, 'more address', 'more addresses')}.`
        : '';
    return violated(nodes, { message: first + rest, reason: REASON, fix: FIX });
  });
}

export const addressUnusable = defineRule({
  id: 'NET-04',
  area: 'net',
  title: 'Addresses are unique and inside their subnet',
  severity: 'fail',
  sources: ['ENG'],
  check: ({ facts, plan }) => {
    const planned = plan.networks.filter(({ subnet }) => subnet !== null);
    const pinned = facts.nodes.some(({ record }) => record.pins.length > 0);
    if (planned.length === 0 && !pinned) return notApplicable('No addresses are planned.');
    const faults = mergeBySubjects([...facts.nodes.flatMap(faultsOfNode), ...doubleAddresses(facts, plan)]);
    return conclude(faults, {
      subjects: planned.map(({ id }) => id),
      message: 'Each address is used once and lies in the subnet of its network.',
      reason: REASON,
    });
  },
});

/** Faults about the same nodes told together, so that a finding is named by its rule and subjects alone. */
function mergeBySubjects(faults: readonly RuleResult[]): readonly RuleResult[] {
  const merged = new Map<string, RuleResult>();
  for (const one of faults) {
    const key = one.subjects.join(' ');
    const earlier = merged.get(key);
    merged.set(key, earlier ? { ...earlier, message: `${earlier.message} ${one.message}` } : one);
  }
  return [...merged.values()];
}
