import { describe, expect, it } from 'vitest';
import { catalog } from '../../../shared/catalog/index.ts';
import { applyCommand, type CommandId, type CommandPayload } from '../../../shared/commands/index.ts';
import { must } from '../../../shared/lib/assert.ts';
import type { Design } from '../../../shared/model/index.ts';
import { computePlan, type Plan } from '../../../shared/plan/index.ts';
import { runRules } from '../../../shared/rules/index.ts';
import { templateById, templates } from '../../../shared/templates/index.ts';
import {
  acknowledgementOf,
  bucketOf,
  checkCounts,
  checkGroups,
  checkRows,
  openFindingsOn,
} from '../../../src-renderer/panels/check-rows.ts';
import { parseLength, parseNumbers } from '../../../src-renderer/panels/edit.ts';
import { adapterFormulas } from '../../../src-renderer/panels/formulas.ts';
import { concernedIds, inspect, shared } from '../../../src-renderer/panels/inspect.ts';
import { adapterOptions, cableOptions } from '../../../src-renderer/panels/part-options.ts';
import { selectionOf, subjectOf, subjectsText } from '../../../src-renderer/panels/subjects.ts';
import { filterOptions } from '../../../src-renderer/ui/options.ts';

function designOf(template: string): Design {
  return must(templateById(template), template).build();
}

function after<C extends CommandId>(design: Design, id: C, payload: CommandPayload<C>): Design {
  const result = applyCommand(design, id, payload, { newId: (prefix) => `${prefix}-1` });
  if (!result.ok) throw new Error(result.error);
  return result.value.design;
}

function planOf(design: Design): Plan {
  return computePlan(design, catalog);
}

describe('subjects', () => {
  const design = designOf('eight-node-dual-10g');
  const plan = planOf(design);

  it('are named as the user knows them, for every id of every template', () => {
    for (const template of templates) {
      const other = template.build();
      const its = planOf(other);
      const ids = [
        ...its.nodeById.keys(),
        ...its.adapterById.keys(),
        ...its.portById.keys(),
        ...its.switchById.keys(),
        ...its.linkById.keys(),
        ...other.networks.keys(),
        ...other.profiles.keys(),
        ...other.clusters.keys(),
      ];
      for (const id of ids) {
        const subject = subjectOf(other, its, id);
        expect(subject.kind, id).not.toBe('other');
        expect(subject.label).not.toBe('');
        expect(subject.select.length, id).toBeGreaterThan(0);
      }
    }
  });

  it('are listed by name when few, and counted when many', () => {
    const nodes = plan.nodes.map((node) => subjectOf(design, plan, node.id));
    expect(subjectsText(nodes.slice(0, 2))).toBe(`${nodes[0]?.label}, ${nodes[1]?.label}`);
    expect(subjectsText(nodes)).toBe('8 nodes');
    const mixed = [...nodes, subjectOf(design, plan, must(plan.switches[0], 'a switch').id)];
    expect(subjectsText(mixed)).toBe('8 nodes, 1 switch');
  });

  it('name a part of a profile and select it in every node that has the profile', () => {
    const profile = must([...design.profiles.values()][0], 'a profile');
    const slot = must(profile.adapters[0], 'an adapter').slot;
    const users = plan.nodes.filter((node) => node.profile.id === profile.id);
    expect(subjectOf(design, plan, `${profile.id}/${slot}/1`)).toEqual({
      id: `${profile.id}/${slot}/1`,
      kind: 'port',
      label: `${profile.name} slot ${slot} port 1`,
      select: users.map((node) => `${node.id}/${slot}`),
    });
    expect(subjectOf(design, plan, `${profile.id}/SETswitch`)).toMatchObject({
      label: `${profile.name} SETswitch`,
      select: users.map((node) => node.id),
    });
  });

  it('select the nodes of a profile, and nothing for an id that is gone', () => {
    const profile = must([...design.profiles.keys()][0], 'a profile');
    const users = plan.nodes.filter((node) => node.profile.id === profile).map((node) => node.id);
    expect(new Set(subjectOf(design, plan, profile).select)).toEqual(new Set(users));
    expect(selectionOf([subjectOf(design, plan, 'gone')])).toEqual([]);
  });
});

describe('the inspector', () => {
  const design = designOf('eight-node-dual-10g');
  const plan = planOf(design);
  const node = must(plan.nodes[0], 'a node');
  const adapter = must(node.adapters[0], 'an adapter');

  it('shows the node of a selected adapter or port, and knows the slot', () => {
    const port = must(adapter.ports[1], 'a port');
    for (const id of [adapter.id, port.id]) {
      expect(inspect(design, plan, new Set([id]))).toMatchObject({
        kind: 'node',
        node: { id: node.id },
        slot: adapter.slot.slot,
      });
    }
  });

  it('shows the design when nothing is selected or all of it is gone', () => {
    expect(inspect(design, plan, new Set()).kind).toBe('design');
    expect(inspect(design, plan, new Set(['gone', 'fabric'])).kind).toBe('design');
  });

  it('shows one kind of each selected thing, and several together', () => {
    const [item] = plan.switches;
    const [link] = plan.links;
    expect(inspect(design, plan, new Set([must(item, 'a switch').id])).kind).toBe('switch');
    expect(inspect(design, plan, new Set([must(link, 'a link').id])).kind).toBe('link');
    expect(inspect(design, plan, new Set([...design.networks.keys()].slice(0, 1))).kind).toBe('network');
    expect(inspect(design, plan, new Set([...design.clusters.keys()].slice(0, 1))).kind).toBe('cluster');
    const all = inspect(design, plan, new Set([...plan.nodeById.keys(), ...plan.linkById.keys()]));
    expect(all).toMatchObject({ kind: 'several', switches: [] });
    expect(all.kind === 'several' && [all.nodes.length, all.links.length]).toEqual([8, 16]);
  });

  it('puts findings on the adapters, ports and profile of a node beside its fields', () => {
    const ids = concernedIds(inspect(design, plan, new Set([node.id])));
    for (const id of [node.id, node.profile.id, adapter.id, ...adapter.ports.map((port) => port.id)]) {
      expect(ids.has(id), id).toBe(true);
    }
    expect(ids.has(must(plan.nodes[1], 'another node').id)).toBe(false);
  });

  it('finds the value all share', () => {
    expect(shared([1, 1], (n) => n)).toBe(1);
    expect(shared([1, 2], (n) => n)).toBeNull();
    expect(shared([], () => 1)).toBeNull();
  });
});

describe('the checks', () => {
  const design = designOf('eight-node-dual-10g');
  const plan = planOf(design);
  const findings = runRules({ design, plan });
  const rows = checkRows(design, plan, findings);

  it('list every finding once, worst bucket first, quiet ones folded', () => {
    const groups = checkGroups(rows, null);
    expect(groups.flatMap((group) => group.rows)).toHaveLength(findings.length);
    expect(new Set(rows.map((row) => row.key)).size).toBe(rows.length);
    for (const group of groups) {
      expect(group.open, group.id).toBe(['fail', 'warn', 'info'].includes(group.id));
      for (const row of group.rows) expect(bucketOf(row.finding)).toBe(group.id);
    }
  });

  it('open the one bucket that is asked for', () => {
    const [passed, ...others] = checkGroups(rows, 'pass');
    expect(others).toEqual([]);
    expect(passed?.open).toBe(true);
    expect(passed?.rows).toHaveLength(checkCounts(findings).pass);
  });

  it('move an acknowledged finding out of the open ones and keep its note', () => {
    const violated = after(design, 'edit-fabric', { changes: { smbPriority: 5, dcbxWilling: true } });
    const before = runRules({ design: violated, plan: planOf(violated) });
    const open = must(
      before.find((finding) => ['fail', 'warn', 'info'].includes(bucketOf(finding))),
      'an open finding',
    );
    const noted = after(violated, 'acknowledge', {
      rule: open.rule,
      subjects: [...open.subjects],
      note: 'agreed with the customer',
    });
    const now = runRules({ design: noted, plan: planOf(noted) });
    const same = must(
      now.find((finding) => finding.rule === open.rule && finding.acknowledged !== null),
      'the finding with its note',
    );
    expect(bucketOf(same)).toBe('acknowledged');
    expect(acknowledgementOf(noted, same)?.note).toBe('agreed with the customer');
    expect(checkCounts(now).acknowledged).toBe(checkCounts(before).acknowledged + 1);
    expect(openFindingsOn(now, new Set(same.subjects))).not.toContain(same);
  });
});

describe('the formulas of a ceiling', () => {
  function linesOf(design: Design): ReadonlyMap<string, { formula: string; result: string }> {
    const plan = planOf(design);
    const adapter = must(plan.adapters[0], 'an adapter');
    return new Map(adapterFormulas(plan, adapter).map((line) => [line.name, line]));
  }

  it('give the published PCIe numbers of two-node-40g: 52.9 Gb/s at Gen3 x8, 26.2 at Gen2', () => {
    const design = designOf('two-node-40g');
    expect(linesOf(design).get('DMA write (receive)')).toMatchObject({
      formula: expect.stringMatching(/^\d+\.\d x 256 \/ \(256 \+ 24\)$/) as string,
      result: '52.9',
    });
    expect(linesOf(design).get('After encoding')).toMatchObject({
      formula: '8.0 GT/s x 8 lanes x 128/130',
      result: '63.0',
    });
    const profile = must([...design.profiles.values()][0], 'a profile');
    const slot = must(profile.adapters[0], 'an adapter').slot;
    const gen2 = after(design, 'edit-adapter', { profileId: profile.id, slot, changes: { gen: 2 } });
    const lines = linesOf(gen2);
    expect(lines.get('DMA write (receive)')?.result).toBe('26.2');
    expect(lines.get('Receives')).toMatchObject({ result: '26.2' });
    expect(lines.get('Receives')?.formula).toMatch(/limited by PCIe$/);
  });

  it('come to the plan numbers when the reader works them out', () => {
    for (const template of templates) {
      const plan = planOf(template.build());
      for (const adapter of plan.adapters) {
        for (const line of adapterFormulas(plan, adapter)) {
          const parts = /^([\d.]+) x (\d+) \/ \((\d+) \+ (\d+)\)/.exec(line.formula);
          if (!parts) continue;
          const [, rate, data, payload, around] = parts.map(Number);
          const worked = (must(rate, '') * must(data, '')) / (must(payload, '') + must(around, ''));
          // The rate is printed with one decimal, so the result can be 0.1 off.
          expect(Math.abs(worked - Number(line.result)), line.formula).toBeLessThanOrEqual(0.1);
        }
      }
    }
  });
});

describe('pickers', () => {
  it('offer every adapter of the catalog once', () => {
    const offered = adapterOptions(catalog).flatMap((group) => group.options.map((option) => option.value));
    expect(new Set(offered)).toEqual(new Set(catalog.adapters.map((part) => part.id)));
    expect(offered).toHaveLength(catalog.adapters.length);
  });

  it('find a product by words in any order', () => {
    const found = filterOptions(adapterOptions(catalog), 'qsfp28 connectx-5').flatMap(
      (group) => group.options,
    );
    expect(found.length).toBeGreaterThan(0);
    for (const option of found) {
      const part = must(catalog.byId.get(option.value), 'a part');
      expect(part.kind === 'adapter' && part.cage).toBe('QSFP28');
    }
    expect(filterOptions(adapterOptions(catalog), 'no such card')).toEqual([]);
  });

  it('offer for a link only cables that fit its cages and its speed, shortest first', () => {
    const plan = planOf(designOf('eight-node-dual-10g'));
    const link = must(plan.links[0], 'a link');
    const ends = {
      a: plan.portById.get(must(link.a.portId, 'a')),
      b: plan.portById.get(must(link.b.portId, 'b')),
    };
    const [automatic, ...media] = cableOptions(catalog, link, ends);
    expect(automatic?.options.map((option) => option.value)).toEqual([null]);
    const parts = media.flatMap((group) =>
      group.options.map((option) => must(catalog.byId.get(must(option.value, 'an id')), 'a part')),
    );
    expect(parts.length).toBeGreaterThan(0);
    for (const part of parts) expect(part.kind === 'cable' && part.speedsGbps).toContain(10);
    for (const group of media) {
      const lengths = group.options.map((option) => {
        const part = catalog.byId.get(must(option.value, 'an id'));
        return part?.kind === 'cable' ? part.lengthM : 0;
      });
      expect(lengths).toEqual([...lengths].sort((a, b) => a - b));
    }
  });
});

describe('what users type', () => {
  it('is read as numbers or refused', () => {
    expect(parseNumbers('3, 4 711')).toEqual([3, 4, 711]);
    expect(parseNumbers('')).toEqual([]);
    expect(parseNumbers('3, four')).toBeNull();
    expect(parseNumbers('-3')).toBeNull();
    expect(parseLength('2,5')).toBe(2.5);
    expect(parseLength(' 3 m')).toBe(3);
    expect(parseLength('1e3')).toBeNull();
    expect(parseLength('')).toBeNull();
  });
});
