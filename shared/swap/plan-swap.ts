import type { Catalog } from '../catalog/types.ts';
import { must, unreachable } from '../lib/assert.ts';
import type { NodeId } from '../lib/ids.ts';
import { err, ok, type Result } from '../lib/result.ts';
import { cutText } from '../lib/text.ts';
import type { Design, RecordOf, TableName } from '../model/index.ts';
import { computePlan, type Plan } from '../plan/index.ts';
import { swapAdapters } from './adapters.ts';
import { settleCables } from './cables.ts';
import { count, type SwapDraft } from './draft.ts';
import { cableFates } from './fates.ts';
import { groupNodes } from './groups.ts';
import { tellCeilings } from './rates.ts';
import { swapServer } from './servers.ts';
import { swapSwitch } from './switches.ts';
import { partFor, type SwapChoices, type SwapEdit, type SwapProposal, type SwapRequest } from './types.ts';

/** What a swap is planned on. `catalog` holds the products embedded in the design too, `plan` is that of the design. */
interface SwapGround {
  readonly design: Design;
  readonly plan: Plan;
  readonly catalog: Catalog;
  readonly newId: (prefix: string) => string;
}

/**
 * Works a swap of products out: what is kept, what does not fit, and the design that follows from the choices made.
 * Nothing is lost in silence: a cable or a setting is given up only by a choice. Planning again with more choices
 * lists the same matters under the same ids. Fails with a sentence when there is nothing to swap.
 */
export function planSwap(
  ground: SwapGround,
  request: SwapRequest,
  choices: SwapChoices,
): Result<SwapProposal, string> {
  const { design, plan, catalog, newId } = ground;
  const part = partFor(catalog.byId, request);
  if (!part) return err(`There is no ${request.what} "${request.partId}" in the catalog.`);
  const draft: SwapDraft = {
    before: design,
    design,
    misfits: [],
    choices,
    newId,
    touched: new Set(),
    explained: new Set(),
  };
  const changed = exchange(draft, plan, request, part);
  if (changed.count === 0) return err(`What is chosen is a ${part.model} already.`);
  const planOf = (of: SwapDraft): Plan => computePlan(of.design, catalog);
  settleCables(draft, plan, planOf);
  const after = planOf(draft);
  tellCeilings(draft, changed.nodeIds, plan, after);
  const undecided = draft.misfits.filter(
    ({ choices: open, chosen }) => open.length > 0 && chosen === null,
  ).length;
  return ok({
    request,
    part,
    count: changed.count,
    misfits: draft.misfits,
    undecided,
    cables: cableFates(draft.touched, plan, after),
    edit: editOf(
      design,
      draft.design,
      `Swap ${count(changed.count, request.what, PLURALS[request.what])} to ${part.model}`,
    ),
    after: draft.design,
  });
}

const PLURALS = { adapter: 'adapters', switch: 'switches', server: 'servers' } as const;

interface Exchange {
  readonly count: number;
  /** Nodes whose ceilings may change. */
  readonly nodeIds: readonly NodeId[];
}

function exchange(draft: SwapDraft, plan: Plan, request: SwapRequest, part: SwapProposal['part']): Exchange {
  switch (request.what) {
    case 'adapter': {
      const old = request.ids.flatMap((id) => plan.adapterById.get(id) ?? []);
      const places = old
        .filter(({ slot }) => slot.partId !== part.id)
        .map(({ nodeId, slot }) => ({ nodeId, slot: slot.slot }));
      for (const group of groupNodes(draft, places, part.model)) {
        if (part.kind === 'adapter') swapAdapters(draft, group, part);
      }
      return { count: places.length, nodeIds: [...new Set(places.map(({ nodeId }) => nodeId))] };
    }
    case 'switch': {
      const ids = request.ids.filter(
        (id) => draft.before.switches.get(id)?.partId !== part.id && draft.before.switches.has(id),
      );
      const swapped = new Set<string>(ids);
      for (const id of ids) if (part.kind === 'switch') swapSwitch(draft, plan, id, part, swapped);
      const nodeIds = [...draft.touched].flatMap((id) => {
        const { a, b } = must(draft.before.links.get(id), 'a link');
        return [a, b].flatMap((end) => (end.kind === 'node' ? [end.nodeId] : []));
      });
      return { count: ids.length, nodeIds: [...new Set(nodeIds)] };
    }
    case 'server': {
      const nodes = request.ids.flatMap((id) => plan.nodeById.get(id) ?? []);
      const places = nodes
        .filter(({ profile }) => profile.serverId !== part.id)
        .map(({ id }) => ({ nodeId: id, slot: null }));
      for (const group of groupNodes(draft, places, part.model)) {
        if (part.kind === 'server') swapServer(draft, group, part);
      }
      return { count: places.length, nodeIds: places.map(({ nodeId }) => nodeId) };
    }
    default:
      return unreachable(request);
  }
}

function editOf(before: Design, after: Design, label: string): SwapEdit {
  return {
    label: cutText(label, 120),
    profiles: changedRecords(before, after, 'profiles'),
    nodes: changedRecords(before, after, 'nodes'),
    switches: changedRecords(before, after, 'switches'),
    links: changedRecords(before, after, 'links'),
    removed: [...before.links.keys()].filter((id) => !after.links.has(id)),
  };
}

function changedRecords<T extends TableName>(before: Design, after: Design, table: T): RecordOf<T>[] {
  const old: ReadonlyMap<string, unknown> = before[table];
  const list = [...after[table].values()] as RecordOf<T>[];
  return list.filter((record) => old.get(record.id) !== record);
}
