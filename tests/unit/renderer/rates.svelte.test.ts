import { describe, expect, it } from 'vitest';
import { applyCommand } from '../../../shared/commands/index.ts';
import { must } from '../../../shared/lib/assert.ts';
import { templateById } from '../../../shared/templates/index.ts';
import { serializeDesign } from '../../../shared/file/index.ts';
import { createActions } from '../../../src-renderer/state/actions/index.ts';
import { failableOf } from '../../../src-renderer/state/failable.ts';
import { ProjectState } from '../../../src-renderer/state/project.svelte.ts';
import { RatesState } from '../../../src-renderer/state/rates.svelte.ts';
import { ViewState } from '../../../src-renderer/state/view.svelte.ts';
import { failedComponents } from '../../../src-renderer/shell/failed-components.ts';

function open(template: string) {
  const design = must(templateById(template), template).build();
  const project = new ProjectState(design, (prefix) => `${prefix}-new`);
  const view = new ViewState();
  const rates = new RatesState(project, view);
  const actions = createActions({ project, view, session: { hasDocument: true }, arranger: {} } as never);
  const switchId = (name: string) =>
    must([...design.switches.values()].find((one) => one.name === name) ?? null, name).id;
  const nodeId = (name: string) =>
    must([...design.nodes.values()].find((one) => one.name === name) ?? null, name).id;
  return { project, view, rates, actions, switchId, nodeId };
}

describe('what is taken for failed', () => {
  it('halves a cluster on two switches when one fails, and cuts nobody off', () => {
    const { project, view, rates, switchId } = open('set-25g');
    const whole = project.outcome.plan.flow.rateGbps;
    expect(rates.left).toBeNull();
    expect(rates.rateGbps).toBe(whole);
    view.rates.fail([switchId('TOR1')]);
    expect(rates.rateGbps).toBeCloseTo(whole / 2, 6);
    expect(rates.cutOff.size).toBe(0);
    expect(rates.cutShown).toBe(true);
    expect(rates.lost.devices).toEqual(new Set([switchId('TOR1')]));
    const { plan } = project.outcome;
    const onIt = plan.links.filter((link) => [link.a.ownerId, link.b.ownerId].includes(switchId('TOR1')));
    expect(rates.lost.cables).toEqual(new Set(onIt.map(({ id }) => id)));
    view.rates.bringAllBack();
    expect(rates.left).toBeNull();
    expect(rates.lost.cables.size).toBe(0);
  });

  it('adds up: with both switches gone everybody is cut off', () => {
    const { project, view, rates, switchId } = open('set-25g');
    view.rates.fail([switchId('TOR1')]);
    view.rates.fail([switchId('TOR2')]);
    expect(rates.rateGbps).toBe(0);
    expect(rates.cutOff.size).toBe(project.outcome.plan.nodes.length);
    view.rates.bringBack([switchId('TOR2')]);
    expect(rates.failed).toEqual(new Set([switchId('TOR1')]));
  });

  it('tells a failed adapter from its node, and loses its cables', () => {
    const { project, view, rates, nodeId } = open('eight-node-dual-10g');
    const adapter = must(project.outcome.plan.nodeById.get(nodeId('FS01'))?.adapters[0] ?? null, 'adapter');
    view.rates.toggle([adapter.id]);
    expect(rates.lost.devices.size).toBe(0);
    expect(rates.lost.adapters).toEqual(new Set([adapter.id]));
    expect(rates.lost.cables).toEqual(new Set(adapter.ports.flatMap(({ linkIds }) => linkIds)));
    expect(rates.cutOff).toEqual(new Set([nodeId('FS01')]));
    view.rates.toggle([adapter.id]);
    expect(rates.failed.size).toBe(0);
  });

  it('changes neither the design nor its history, and is in no file', () => {
    const { project, view, switchId } = open('set-25g');
    const before = serializeDesign(project.design, '1.0.0');
    view.rates.fail([switchId('TOR1')]);
    view.rates.pinned = true;
    expect(serializeDesign(project.design, '1.0.0')).toBe(before);
    expect(project.undoLabel).toBeNull();
  });

  it('follows edits, and lets go of what they remove', () => {
    const { project, view, rates, switchId } = open('set-25g');
    const tor1 = switchId('TOR1');
    view.rates.fail([tor1]);
    const without = rates.rateGbps;
    expect(applyCommand(project.design, 'remove-items', { ids: [tor1] }, { newId: (p) => p }).ok).toBe(true);
    expect(project.run('remove-items', { ids: [tor1] }).ok).toBe(true);
    expect(rates.failed.size).toBe(0);
    expect(rates.left).toBeNull();
    expect(rates.rateGbps).toBeCloseTo(without, 6);
    project.undo();
    expect(rates.failed.size).toBe(1);
  });

  it('is forgotten with the design', () => {
    const { view, rates, switchId } = open('set-25g');
    view.rates.fail([switchId('TOR1')]);
    view.rates.pointed = true;
    view.reset();
    expect(rates.failed.size).toBe(0);
    expect(rates.cutShown).toBe(false);
  });
});

describe('the actions', () => {
  it('fail what is selected and bring it back', () => {
    const { view, actions, switchId, nodeId } = open('set-25g');
    expect(actions.perform('failure.fail')).toBe(false);
    view.select([switchId('TOR1')]);
    expect(actions.get('failure.fail').label()).toBe('Fail it');
    expect(actions.perform('failure.fail')).toBe(true);
    expect(actions.get('failure.fail').menu?.()).toBe(false);
    view.select([switchId('TOR1'), nodeId('S2D01')]);
    expect(actions.perform('failure.fail')).toBe(true);
    expect(view.rates.failed.size).toBe(2);
    view.select([nodeId('S2D01')]);
    expect(actions.perform('failure.bring-back')).toBe(true);
    expect([...view.rates.failed]).toEqual([switchId('TOR1')]);
    expect(actions.perform('failure.bring-all-back')).toBe(true);
    expect(actions.perform('failure.bring-all-back')).toBe(false);
  });

  it('open the list and the formulas, and pin the bottleneck', () => {
    const { view, actions } = open('set-25g');
    actions.perform('failure.list');
    expect([view.drawerTab, view.rates.tab]).toEqual(['rates', 'failures']);
    actions.perform('failure.bottleneck');
    expect(view.rates.cutShown).toBe(true);
    actions.perform('help.formulas');
    expect(view.dialog?.name).toBe('formulas');
  });
});

describe('what can fail', () => {
  it('is an adapter, a cable, a switch or a node, nothing else', () => {
    const { project, switchId, nodeId } = open('set-25g');
    const { plan, design } = project.outcome;
    const link = must(plan.links[0] ?? null, 'link').id;
    const adapter = must(plan.adapters[0] ?? null, 'adapter').id;
    const ids = [switchId('TOR1'), nodeId('S2D01'), link, adapter];
    const others = [...design.clusters.keys(), ...design.networks.keys(), 'fabric', 'project'];
    expect(failableOf(plan, [...ids, ...others])).toEqual(ids);
    const labels = failedComponents(design, plan, new Set(ids)).map(({ label }) => label);
    expect(labels.slice(0, 3)).toEqual(['TOR1', 'S2D01', `cable ${[...plan.tags.values()][0]}`]);
  });
});
