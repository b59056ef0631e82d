import { must } from '../../shared/lib/assert.ts';
import type { PortId } from '../../shared/lib/ids.ts';
import { tagOf } from '../../shared/plan/index.ts';
import type { SceneNode, ScenePort, SceneSwitch } from '../../shared/scene/index.ts';
import { deviceOf, freePorts } from '../../shared/wiring/index.ts';
import type { ProjectState } from '../state/project.svelte.ts';
import type { SessionState } from '../state/session.svelte.ts';
import type { ViewState } from '../state/view.svelte.ts';
import { suggestTarget, targetWords } from '../state/wire.ts';
import type { WiringStage } from '../state/wiring.svelte.ts';
import { neighbour, type Direction } from '../tools/index.ts';
import { finishWire } from './finish-wire.ts';
import type { ShownScene } from './shown-scene.svelte.ts';

/** What the keys that wire work on. */
export interface WiringKeys {
  readonly project: ProjectState;
  readonly view: ViewState;
  readonly session: SessionState;
  readonly shown: ShownScene;
  /** Brings a port into view, close enough to be seen. */
  readonly showPort: (port: ScenePort) => void;
}

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

type Stage<K extends WiringStage['kind']> = Extract<WiringStage, { kind: K }>;

/**
 * Answers the keys that draw cables: C on a card begins, Enter on a selected card goes to its ports. Then the arrow
 * keys choose a port to begin at and one to end at, of those where a cable fits. True when the key was answered.
 */
export function answerWiringKey(event: KeyboardEvent, keys: WiringKeys): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  const { stage } = keys.view.wiring;
  if (stage?.kind === 'from') return answerFrom(event, stage, keys);
  if (stage?.kind === 'to') return answerTo(event, stage, keys);
  const { focusedItem, selectedId } = keys.view;
  if (event.key === 'Escape' && keys.view.tool === 'connect') return leave(keys);
  if (event.key.toLowerCase() === 'c' && !event.shiftKey) {
    keys.view.tool = 'connect';
    if (focusedItem !== null) startWiring(focusedItem, keys);
    return true;
  }
  return (
    event.key === 'Enter' && !event.shiftKey && focusedItem === selectedId && enterPorts(focusedItem, keys)
  );
}

/** Begins to wire by keys at a device or a port: its first free port is offered. False when it has no ports. */
export function startWiring(id: string, keys: WiringKeys): boolean {
  const { plan } = keys.project.outcome;
  const port = plan.portById.get(id as PortId);
  const owner = deviceItem(port ? deviceOf(port) : id, keys);
  if (!owner) return false;
  const [first] = freePorts(plan, owner.id as never);
  if (!port && !first) {
    keys.view.announce(`${nameOf(owner)} has no free port.`);
    keys.session.toasts.show('info', `${nameOf(owner)} has no free port.`);
    return false;
  }
  choose(owner, port?.id ?? must(first, 'a free port').id, keys);
  return true;
}

/** Goes to the ports of a card that is selected already. */
function enterPorts(id: string | null, keys: WiringKeys): boolean {
  const owner = id === null ? undefined : deviceItem(id, keys);
  const [first] = owner?.ports ?? [];
  if (!owner || !first) return false;
  choose(owner, first.id as PortId, keys);
  return true;
}

function answerFrom(event: KeyboardEvent, stage: Stage<'from'>, keys: WiringKeys): boolean {
  const owner = deviceItem(stage.ownerId, keys);
  const to = ARROWS[event.key];
  if (!owner) return leave(keys);
  const current = owner.ports.find((port) => port.id === stage.portId);
  if (to && current) {
    const next = neighbour(current, to, owner.ports);
    if (next !== null) choose(owner, next as PortId, keys);
    return true;
  }
  if (event.key === 'Home' || event.key === 'End') {
    const port = owner.ports.at(event.key === 'Home' ? 0 : -1);
    if (port) choose(owner, port.id as PortId, keys);
    return true;
  }
  if (event.key === 'Escape') return leave(keys);
  if (event.key === 'Enter' || event.key.toLowerCase() === 'c') return begin(event, stage, keys);
  return false;
}

/** A free port begins a cable. On a cabled one Enter selects the cable and C moves the end that is there. */
function begin(event: KeyboardEvent, { ownerId, portId }: Stage<'from'>, keys: WiringKeys): boolean {
  const { project, view, session } = keys;
  const { plan } = project.outcome;
  const link = plan.linkById.get(plan.portById.get(portId)?.linkIds[0] as never);
  if (link && event.key === 'Enter') {
    leave(keys);
    view.select([link.id]);
    view.announce(`Cable ${tagOf(link.id, plan)} from ${link.a.label} to ${link.b.label} is selected.`);
    return true;
  }
  const why = link
    ? view.wiring.begin(plan, { kind: 'end', linkId: link.id, side: link.a.portId === portId ? 'a' : 'b' })
    : view.wiring.begin(plan, { kind: 'port', portId });
  const { wire } = view.wiring;
  if (why !== null || !wire) {
    session.toasts.show('warn', 'No cable can begin here.', why ?? '');
    return true;
  }
  const offered = keys.shown.ports.get(suggestTarget(plan, wire) ?? '');
  if (!offered) {
    const words = `${targetWords(wire)}.`;
    view.wiring.end();
    session.toasts.show('warn', 'No cable can begin here.', words);
    return true;
  }
  view.wiring.stage = { kind: 'to', ownerId, portId, filter: '' };
  const what = link ? `Moving this end of ${wire.label}` : `From ${wire.label}`;
  point(offered, keys, `${what}: ${targetWords(wire)}.`);
  return true;
}

function answerTo(event: KeyboardEvent, stage: Stage<'to'>, keys: WiringKeys): boolean {
  const { view } = keys;
  const targets = targetsOf(keys, stage.filter);
  const current = aimed(keys);
  const to = ARROWS[event.key];
  if (to) {
    const next = current && neighbour(current, to, targets);
    const port = keys.shown.ports.get(next ?? '');
    if (port) point(port, keys);
    return true;
  }
  if (event.key === 'Home' || event.key === 'End') {
    const port = targets.at(event.key === 'Home' ? 0 : -1);
    if (port) point(port, keys);
    return true;
  }
  if (event.key === 'PageDown' || event.key === 'PageUp') {
    const port = nextDevice(targets, current, event.key === 'PageDown' ? 1 : -1, keys);
    if (port) point(port, keys);
    return true;
  }
  if (event.key === 'Enter') return finish(stage, keys);
  if (event.key === 'Escape') {
    view.wiring.end();
    const owner = deviceItem(stage.ownerId, keys);
    if (owner) choose(owner, stage.portId, keys);
    else leave(keys);
    return true;
  }
  if (event.key === 'Backspace') return filter(stage.filter.slice(0, -1), stage, keys);
  const types = event.key.length === 1 && (event.key !== ' ' || stage.filter !== '');
  return types ? filter(stage.filter + event.key.toLowerCase(), stage, keys) : false;
}

function filter(text: string, stage: Stage<'to'>, keys: WiringKeys): boolean {
  const { view } = keys;
  const targets = targetsOf(keys, text);
  const current = aimed(keys);
  const [first] = targets;
  if (!first) {
    view.announce(`No fitting port is called "${text}".`);
    return true;
  }
  view.wiring.stage = { ...stage, filter: text };
  const kept = current && targets.includes(current) ? current : first;
  point(kept, keys, text === '' ? 'All fitting ports.' : `${targets.length} called "${text}".`);
  return true;
}

function finish(stage: Stage<'to'>, keys: WiringKeys): boolean {
  const { project, view, session } = keys;
  const { aim, wire } = view.wiring;
  if (!aim || !wire) return true;
  view.wiring.end();
  view.wiring.stage = null;
  const done = aim.ok ? finishWire(aim.value, project, session) : aim;
  if (!done.ok) {
    session.toasts.show('warn', 'No cable was connected.', done.error);
    return true;
  }
  view.select([done.value.linkId]);
  // The next free port of the device waits for the next cable.
  const owner = deviceItem(stage.ownerId, keys);
  const [next] = freePorts(project.outcome.plan, stage.ownerId as never);
  if (owner && next && wire.source.kind === 'port') choose(owner, next.id, keys, done.value.words);
  else {
    leave(keys);
    view.announce(done.value.words);
  }
  return true;
}

/** Ports where a cable fits and whose name holds the text, in the order of the drawing. */
function targetsOf({ view, project, shown }: WiringKeys, text: string): readonly ScenePort[] {
  const verdicts = view.wiring.wire?.verdicts;
  const { portById } = project.outcome.plan;
  return [...shown.ports.values()].filter(
    ({ id }) =>
      verdicts?.get(id as PortId)?.ok === true &&
      (portById
        .get(id as PortId)
        ?.label.toLowerCase()
        .includes(text) ??
        false),
  );
}

function aimed({ view, shown }: WiringKeys): ScenePort | null {
  const { aim } = view.wiring;
  if (!aim?.ok) return null;
  return shown.ports.get(aim.value.kind === 'connect' ? aim.value.b : aim.value.to) ?? null;
}

function nextDevice(
  targets: readonly ScenePort[],
  current: ScenePort | null,
  step: 1 | -1,
  { project }: WiringKeys,
): ScenePort | undefined {
  const ownerOf = (port: ScenePort) => {
    const found = project.outcome.plan.portById.get(port.id as PortId);
    return found && deviceOf(found);
  };
  const owners = [...new Set(targets.map(ownerOf))];
  const at = current ? owners.indexOf(ownerOf(current)) : -1;
  const owner = owners[(at + step + owners.length) % Math.max(1, owners.length)];
  return targets.find((port) => ownerOf(port) === owner);
}

function choose(owner: SceneNode | SceneSwitch, portId: PortId, keys: WiringKeys, before = ''): void {
  const { view, showPort } = keys;
  const port = owner.ports.find((entry) => entry.id === portId);
  view.wiring.stage = { kind: 'from', ownerId: owner.id, portId };
  if (!port) return;
  showPort(port);
  view.announce(`${before === '' ? '' : `${before} `}${port.label}.`);
}

function point(port: ScenePort, keys: WiringKeys, before = ''): void {
  const { project, view, showPort } = keys;
  view.wiring.aimAt(project.outcome.plan, { kind: 'port', portId: port.id as PortId }, null);
  showPort(port);
  const { aim } = view.wiring;
  const speed = aim?.ok ? `, ${aim.value.speedGbps} Gb/s` : '';
  view.announce(`${before === '' ? '' : `${before} `}${labelOf(port, keys)}${speed}.`);
}

function leave({ view }: WiringKeys): boolean {
  view.wiring.reset();
  view.tool = 'select';
  return true;
}

function deviceItem(id: string, { shown }: WiringKeys): SceneNode | SceneSwitch | undefined {
  const item = shown.items.get(id);
  return item?.kind === 'node' || item?.kind === 'switch' ? item : undefined;
}

function labelOf({ id, label }: ScenePort, { project }: WiringKeys): string {
  return project.outcome.plan.portById.get(id as PortId)?.label ?? label;
}

function nameOf({ label }: SceneNode | SceneSwitch): string {
  return label.split(',')[0] ?? label;
}
