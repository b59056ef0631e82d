import type { LinkId } from '../lib/ids.ts';
import type { Outcome } from '../outcome.ts';
import { tagOf, type LinkProblem, type Plan } from '../plan/index.ts';
import type { Scene } from '../scene/index.ts';
import type { ScriptFile } from '../scripts/index.ts';

/** Two outputs that disagree, or a cable that cannot exist. */
export interface Mismatch {
  /** What is counted, for example `adapters`. */
  readonly what: string;
  readonly left: string;
  readonly right: string;
}

interface Side {
  readonly name: string;
  readonly count: number;
}

/**
 * Compares what the outputs say of the same thing before any of them leaves: design, plan, canvas, purchase
 * list, cable schedule and scripts. An empty list means they agree.
 */
export function crossCheck(
  outcome: Outcome,
  scene: Scene,
  scripts: readonly ScriptFile[],
): readonly Mismatch[] {
  return [
    ...compareCounts(outcome, scene, scripts),
    ...checkCables(outcome.plan),
    ...checkScripts(outcome, scripts),
  ];
}

/** A sentence that names both sides of a mismatch. */
export function describeMismatch({ what, left, right }: Mismatch): string {
  return `${what}: ${left}, but ${right}`;
}

function compareCounts(
  { design, plan, bom }: Outcome,
  scene: Scene,
  scripts: readonly ScriptFile[],
): Mismatch[] {
  const { totals } = plan;
  const bought = (section: string) =>
    bom.lines.filter((line) => line.section === section).reduce((sum, line) => sum + line.quantity, 0);
  const profileAdapters = [...design.nodes.values()].map(
    (node) => design.profiles.get(node.profileId)?.adapters.length ?? 0,
  );
  const nodePorts = scene.nodes.flatMap(({ ports }) => ports);
  const switchPorts = scene.switches.flatMap(({ ports }) => ports);
  const optical = plan.runs.filter(({ cable }) => cable?.kind === 'optical').length;
  const links = [...design.links.values()];
  const drawn = scene.cables.flatMap(({ id }) => plan.tags.get(id as LinkId) ?? []);
  const cabled = plan.adapters.flatMap(({ ports }) => ports).filter(({ linkIds }) => linkIds.length > 0);
  const scripted = (kind: ScriptFile['script']) =>
    new Set(scripts.filter(({ script }) => script === kind).map(({ nodeId }) => nodeId));
  return [
    ...compare('Nodes', [
      { name: 'the design', count: design.nodes.size },
      { name: 'the plan', count: totals.nodes },
      { name: 'the diagram', count: scene.nodes.length },
      { name: 'the purchase list', count: bought('Servers') },
      { name: 'the configure scripts', count: scripted('configure').size },
      { name: 'the verify scripts', count: scripted('verify').size },
    ]),
    ...compare('Adapters', [
      { name: 'the design', count: profileAdapters.reduce((sum, count) => sum + count, 0) },
      { name: 'the plan', count: totals.adapters },
      { name: 'the purchase list', count: bought('Adapters') },
    ]),
    ...compare('Switches', [
      { name: 'the design', count: design.switches.size },
      { name: 'the plan', count: totals.switches },
      { name: 'the diagram', count: scene.switches.length },
      { name: 'the purchase list', count: bought('Switches') },
    ]),
    ...compare('Cables', [
      // All lanes of a breakout are one cable.
      { name: 'the design', count: new Set(links.map(({ id, breakout }) => breakout?.id ?? id)).size },
      { name: 'the plan', count: totals.cables },
      { name: 'the diagram', count: new Set(drawn).size },
      { name: 'the purchase list', count: bought('Cables') },
      { name: 'the cable schedule', count: bom.cables.length },
      { name: 'the grouped cables', count: plan.cables.reduce((sum, group) => sum + group.qty, 0) },
    ]),
    ...compare('Cable ends opposite side A', [
      { name: 'the design', count: links.length },
      { name: 'the plan', count: plan.runs.reduce((sum, run) => sum + run.links.length, 0) },
      { name: 'the diagram', count: scene.cables.length },
      { name: 'the cable schedule', count: bom.cables.reduce((sum, row) => sum + row.b.length, 0) },
    ]),
    ...compare('Transceivers', [
      { name: 'two for each optical cable', count: 2 * optical },
      { name: 'the plan', count: totals.transceivers },
      { name: 'the purchase list', count: bought('Transceivers') },
    ]),
    ...compare('Adapter ports', [
      { name: 'the plan', count: totals.adapterPorts },
      { name: 'the diagram', count: nodePorts.length },
    ]),
    ...compare('Cabled adapter ports', [
      { name: 'the plan', count: totals.portsCabled },
      { name: 'the ports of the plan', count: cabled.length },
      { name: 'the diagram', count: nodePorts.filter((port) => port.cabled).length },
    ]),
    ...compare('Used switch ports', [
      { name: 'the plan', count: totals.switchPortsUsed },
      { name: 'the diagram', count: switchPorts.filter((port) => port.cabled).length },
    ]),
  ];
}

/** Every side is compared with the first. */
function compare(what: string, [first, ...others]: readonly Side[]): Mismatch[] {
  if (!first) return [];
  return others
    .filter(({ count }) => count !== first.count)
    .map((other) => ({
      what,
      left: `${first.name} has ${first.count}`,
      right: `${other.name} has ${other.count}`,
    }));
}

/** Each cable needs two ports of its own that fit it. One without a product in reach is an open purchase line instead. */
function checkCables(plan: Plan): Mismatch[] {
  return plan.links.flatMap((link) => {
    const why = link.problem && !OPEN_ENDED.has(link.problem.code) ? link.cableReason : null;
    return why
      ? [
          {
            what: `Cable ${tagOf(link.id, plan)}`,
            left: `it joins ${link.a.label} and ${link.b.label}`,
            right: why,
          },
        ]
      : [];
  });
}

/** Problems that only leave a purchase line open; all others contradict the drawing. */
const OPEN_ENDED: ReadonlySet<LinkProblem['code']> = new Set(['no-cable', 'part-unknown']);

/** A node's scripts name exactly the adapter ports that the plan puts to use in it. */
function checkScripts({ plan }: Outcome, scripts: readonly ScriptFile[]): Mismatch[] {
  const named = new Map(
    scripts
      .filter(({ script }) => script === 'configure')
      .map(({ nodeId, ports }) => [nodeId, new Set(ports)]),
  );
  return plan.nodes.flatMap((node) => {
    const ports = named.get(node.id);
    if (!ports) return [];
    const cabled = node.adapters
      .flatMap((adapter) => adapter.ports)
      .filter(({ linkIds }) => linkIds.length > 0);
    const forgotten = cabled.filter(({ id }) => !ports.has(id));
    const unknown = [...ports].filter((id) => plan.portById.get(id) === undefined);
    return [
      ...forgotten.map(({ label }) => ({
        what: `Scripts of ${node.record.name}`,
        left: `${label} is cabled`,
        right: 'its script does not name it',
      })),
      ...unknown.map((id) => ({
        what: `Scripts of ${node.record.name}`,
        left: `the script names ${id}`,
        right: 'the plan has no such port',
      })),
    ];
  });
}
