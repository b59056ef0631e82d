import { must } from '../lib/assert.ts';
import { inStep } from '../lib/in-step.ts';
import type { NetworkId } from '../lib/ids.ts';
import type { Design, Network } from '../model/index.ts';
import type { NodeDraft, PortDraft, SwitchDraft } from './expand.ts';
import { keep, keepList } from './keep.ts';
import type { PartBook } from './parts.ts';
import { rateNode } from './rates.ts';
import { effectiveSettings } from './settings.ts';
import type { EffectiveFabric, Endpoint, Plan, PlanNode, PlanPort, PlanSwitch } from './types.ts';

/**
 * Makes the node of a plan from its draft. What says the same as in the plan before stays the same object, down to
 * the ports; `same` tells that the draft's ports are those of the plan before.
 */
export function finishNode(
  draft: NodeDraft,
  endpoints: readonly Endpoint[],
  { design, book }: { readonly design: Design; readonly book: PartBook },
  before: Plan | null,
  same: boolean,
): PlanNode {
  const { record } = draft;
  const old = before?.nodeById.get(record.id);
  const profile = must(design.profiles.get(record.profileId), `profile ${record.profileId}`);
  const cluster = must(design.clusters.get(record.clusterId), `cluster ${record.clusterId}`);
  const server = book.server(profile.serverId, profile.id);
  const rates = same && old ? old : rateAnew(draft, old);
  const adapters = keepList(old?.adapters, rates.adapters);
  if (
    old?.record === record &&
    old.profile === profile &&
    old.cluster === cluster &&
    old.server === server &&
    old.endpoints === endpoints &&
    old.adapters === adapters
  ) {
    return old;
  }
  return {
    id: record.id,
    record,
    profile,
    cluster,
    os: profile.os,
    server,
    adapters,
    endpoints,
    sendGbps: rates.sendGbps,
    receiveGbps: rates.receiveGbps,
    unusedAdapters: rates.unusedAdapters,
  };
}

type Rates = Pick<PlanNode, 'adapters' | 'sendGbps' | 'receiveGbps' | 'unusedAdapters'>;

function rateAnew(draft: NodeDraft, old: PlanNode | undefined): Rates {
  const { rate, unused } = rateNode(draft);
  const adapters = draft.adapters.map((entry) => {
    const before = old?.adapters.find(({ id }) => id === entry.adapter.id);
    if (before) {
      entry.adapter.ports = keepPorts(entry.ports, before.ports);
      entry.adapter = keep(before, entry.adapter);
    }
    return entry.adapter;
  });
  return { adapters, sendGbps: rate.send, receiveGbps: rate.receive, unusedAdapters: unused };
}

/** The ports of one device as they are now; those that say the same are those of before. */
function keepPorts(drafts: readonly PortDraft[], before: readonly PlanPort[]): readonly PlanPort[] {
  const oldOf = inStep(before, ({ id }) => id);
  return drafts.map((draft) => (draft.port = keep(oldOf(draft.port.id), draft.port)));
}

/** Makes the switch of a plan from its draft, as `finishNode` does for nodes. */
export function finishSwitch(
  draft: SwitchDraft,
  {
    fabric,
    networks,
  }: { readonly fabric: EffectiveFabric; readonly networks: ReadonlyMap<NetworkId, Network> },
  before: Plan | null,
  same: boolean,
): PlanSwitch {
  const { record } = draft;
  const old = before?.switchById.get(record.id);
  const ports =
    same && old
      ? old.ports
      : keepList(
          old?.ports,
          old ? keepPorts(draft.ports, old.ports) : draft.ports.map((entry) => entry.port),
        );
  const settings = keep(old?.settings, effectiveSettings(record, ports, fabric, networks));
  const part = draft.print?.part ?? null;
  if (old?.record === record && old.part === part && old.ports === ports && old.settings === settings) {
    return old;
  }
  return {
    id: record.id,
    record,
    part,
    settings,
    ports,
    groups: groupPorts(part, ports),
    ...countUse(ports),
  };
}

function groupPorts(part: PlanSwitch['part'], ports: readonly PlanPort[]): PlanSwitch['groups'] {
  let start = 0;
  return (part?.portGroups ?? []).map((group) => {
    const members = ports.slice(start, start + group.names.length);
    start += group.names.length;
    const speedGbps = group.speedsGbps.at(-1) ?? 0;
    return { cage: group.cage, speedGbps, rows: group.rows, ports: members, ...countUse(members) };
  });
}

function countUse(ports: readonly PlanPort[]): { readonly used: number; readonly free: number } {
  let used = 0;
  for (const port of ports) if (port.linkIds.length > 0) used += 1;
  return { used, free: ports.length - used };
}
