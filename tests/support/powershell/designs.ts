import { catalog } from '../../../shared/catalog/index.ts';
import {
  buildDesign,
  TABLE_NAMES,
  type Design,
  type DesignRecords,
  type OsVersion,
} from '../../../shared/model/index.ts';
import { computePlan, type Plan } from '../../../shared/plan/index.ts';
import { composeScripts, type ScriptFile } from '../../../shared/scripts/index.ts';

interface Composed {
  readonly design: Design;
  readonly plan: Plan;
  readonly scripts: readonly ScriptFile[];
}

/** The scripts of a design, with the program's own catalog. */
export function compose(design: Design): Composed {
  const plan = computePlan(design, catalog);
  return { design, plan, scripts: composeScripts(design, plan, 'a1b2c3') };
}

/** A design with some of its records replaced. */
export function withRecords(design: Design, changed: Partial<DesignRecords>): Design {
  const records = Object.fromEntries(
    TABLE_NAMES.map((name) => [name, [...design[name].values()]]),
  ) as unknown as DesignRecords;
  return buildDesign({ ...records, ...changed });
}

/** The same design on another Windows Server release. */
export function onSystem(design: Design, os: OsVersion): Design {
  return withRecords(design, {
    profiles: [...design.profiles.values()].map((profile) => ({ ...profile, os })),
  });
}

/** Scripts of the first node of each profile and cluster: the others differ in names and addresses only. */
export function oneOfEach({ plan, scripts }: Composed): ScriptFile[] {
  const seen = new Set<string>();
  const chosen = new Set<string>();
  for (const node of plan.nodes) {
    const kind = `${node.profile.id} ${node.cluster.id}`;
    if (!seen.has(kind)) chosen.add(node.id);
    seen.add(kind);
  }
  return scripts.filter((script) => chosen.has(script.nodeId));
}
