import { catalog } from '../../../shared/catalog/index.ts';
import { applyCommand } from '../../../shared/commands/index.ts';
import type { Design } from '../../../shared/model/index.ts';
import { computeOutcome } from '../../../shared/outcome.ts';
import type { Plan, PlanLink } from '../../../shared/plan/index.ts';
import type { Proposal } from '../../../shared/wiring/index.ts';

/** One cable of a proposal as the preview lists it. */
export interface ProposalRow {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly speed: string;
  readonly length: string;
  /** What would be bought, or why nothing can be. */
  readonly cable: string;
  readonly fault: boolean;
}

/** A preview lists so many; the count above it tells all. */
export const MOST_ROWS = 200;

const PREFIX = 'proposed';

/** The cables of a proposal with what the plan makes of them. */
export function rowsOf(design: Design, proposal: Proposal): readonly ProposalRow[] {
  const made = linksAfter(design, proposal);
  return proposal.cables.slice(0, MOST_ROWS).map((cable, i): ProposalRow => {
    const link = made[i];
    return {
      id: `${cable.a} ${cable.b}`,
      from: cable.labelA,
      to: cable.labelB,
      speed: `${cable.speedGbps} Gb/s`,
      length: link ? `${link.lengthM} m` : '',
      cable: link ? cableWords(link) : '',
      fault: link !== undefined && link.problem !== null,
    };
  });
}

/**
 * Cables from node to node whose ports are in different networks, in words: their addresses are of different subnets,
 * so that nothing passes. A switch in between can carry any network.
 */
export function acrossNetworks(plan: Plan, { cables }: Proposal): readonly string[] {
  const nameOf = (ids: readonly string[]) =>
    ids.map((id) => plan.networks.find((network) => network.id === id)?.name ?? id);
  return cables.flatMap(({ a, b, labelA, labelB }) => {
    const [from, to] = [plan.portById.get(a), plan.portById.get(b)];
    if (from?.owner.kind !== 'adapter' || to?.owner.kind !== 'adapter') return [];
    if (from.networkIds.length === 0 || to.networkIds.length === 0) return [];
    if (from.networkIds.some((id) => to.networkIds.includes(id))) return [];
    const [near, far] = [from, to].map(({ networkIds }) => nameOf(networkIds).join(', '));
    return [`${labelA} is in ${near}, ${labelB} in ${far}.`];
  });
}

/** The links the design would gain, in the order of the proposal. */
function linksAfter(design: Design, { links }: Proposal): readonly (PlanLink | undefined)[] {
  if (links.length === 0) return [];
  let count = 0;
  const ids: string[] = [];
  const newId = (prefix: string) => {
    const id = `${PREFIX}-${prefix}-${++count}`;
    if (prefix === 'link') ids.push(id);
    return id;
  };
  const applied = applyCommand(design, 'connect-links', { links }, { newId });
  if (!applied.ok) return [];
  const { plan } = computeOutcome(applied.value.design, catalog);
  return ids.map((id) => plan.linkById.get(id as never));
}

function cableWords({ cable, cableReason }: PlanLink): string {
  if (!cable) return cableReason;
  if (cable.kind === 'assembly') return cable.part.model;
  const { type, lengthM } = cable.fibre;
  return `2 transceivers, ${type} ${lengthM} m`;
}
