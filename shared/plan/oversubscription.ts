import type { LinkId, SwitchId } from '../lib/ids.ts';
import { perPlan } from './flow/memo.ts';
import { dataRate } from './payload.ts';
import type { Plan, PlanLink } from './types.ts';

/** How much more hosts can send into a part of the fabric than it can pass on. Line data rates, Gb/s, one direction. */
export interface Oversubscription {
  readonly switches: readonly {
    readonly switchId: SwitchId;
    /** Running cables to nodes, and to other switches. */
    readonly hostGbps: number;
    readonly uplinkGbps: number;
    /** Host ports over uplinks; null for a switch without the one or the other. */
    readonly ratio: number | null;
  }[];
  /** All running links between the same two switches. */
  readonly trunks: readonly {
    readonly a: SwitchId;
    readonly b: SwitchId;
    readonly linkIds: readonly LinkId[];
    readonly capacityGbps: number;
    /**
     * What can want to cross it: of a switch with hosts their rate, spread over its uplinks by capacity; between two
     * switches with hosts the lesser of both. Null between two switches without any.
     */
    readonly demandGbps: number | null;
    /** Demand over capacity. */
    readonly ratio: number | null;
  }[];
}

interface SwitchRates {
  host: number;
  uplink: number;
}

/** Oversubscription of each switch and of each pair of joined switches; that of the cluster is in the plan's flow. */
export const oversubscriptionOf: (plan: Plan) => Oversubscription = perPlan((plan) => {
  const rates = new Map<SwitchId, SwitchRates>(plan.switches.map(({ id }) => [id, { host: 0, uplink: 0 }]));
  const trunks = new Map<string, { a: SwitchId; b: SwitchId; linkIds: LinkId[]; capacityGbps: number }>();
  for (const link of plan.links) {
    if (link.speedGbps === null || link.kind === 'node-node') continue;
    const rate = dataRate(link.speedGbps);
    const [near, far] = [rates.get(link.a.ownerId as SwitchId), rates.get(link.b.ownerId as SwitchId)];
    if (link.kind === 'node-switch' && far) far.host += rate;
    if (link.kind !== 'switch-switch') continue;
    if (near) near.uplink += rate;
    if (far && far !== near) far.uplink += rate;
    const [a, b] = endsOf(link);
    const key = `${a} ${b}`;
    const trunk = trunks.get(key) ?? { a, b, linkIds: [], capacityGbps: 0 };
    trunk.linkIds.push(link.id);
    trunk.capacityGbps += rate;
    trunks.set(key, trunk);
  }
  return {
    switches: plan.switches.map(({ id }) => {
      const { host = 0, uplink = 0 } = rates.get(id) ?? {};
      const ratio = host > 0 && uplink > 0 ? host / uplink : null;
      return { switchId: id, hostGbps: host, uplinkGbps: uplink, ratio };
    }),
    trunks: [...trunks.values()].map((trunk) => {
      const demands = [trunk.a, trunk.b].flatMap((id) => {
        const { host = 0, uplink = 0 } = rates.get(id) ?? {};
        return host > 0 ? [(host * trunk.capacityGbps) / uplink] : [];
      });
      const demandGbps = demands.length > 0 ? Math.min(...demands) : null;
      return { ...trunk, demandGbps, ratio: demandGbps === null ? null : demandGbps / trunk.capacityGbps };
    }),
  };
});

/** Both switches of a link, the one with the lesser id first. */
function endsOf({ a, b }: PlanLink): readonly [SwitchId, SwitchId] {
  const [x, y] = [a.ownerId as SwitchId, b.ownerId as SwitchId];
  return x < y ? [x, y] : [y, x];
}
