import { describe, expect, it } from 'vitest';
import { catalog } from '../../../shared/catalog/index.ts';
import { must } from '../../../shared/lib/assert.ts';
import { id, type PartId } from '../../../shared/lib/ids.ts';
import type { ClusterLoad, Design } from '../../../shared/model/index.ts';
import { computePlan, remainingWithout, type Plan } from '../../../shared/plan/index.ts';
import { templateById, templates } from '../../../shared/templates/index.ts';
import {
  DELIVERED_COLUMNS,
  deliveredGroups,
  homingText,
  limitOf,
  shownBy,
} from '../../../src-renderer/panels/delivered-rows.ts';
import {
  FAILURE_COLUMNS,
  cutOffText,
  failureName,
  failureRows,
} from '../../../src-renderer/panels/failure-rows.ts';
import { LOAD_COLUMNS, loadFormulas, loadRows } from '../../../src-renderer/panels/load-rows.ts';
import { FIRST_LOAD, anotherKind, loadFacts, vmText } from '../../../src-renderer/panels/load-words.ts';
import { choiceLines, rowFormulas } from '../../../src-renderer/panels/node-formulas.ts';
import { limitText } from '../../../src-renderer/panels/rate-rows.ts';
import { filterRows } from '../../../src-renderer/panels/table.ts';

const designOf = (id: string): Design => must(templateById(id), id).build();
const planOf = (design: Design): Plan => computePlan(design, catalog);
const EIGHT = designOf('eight-node-dual-10g');
const eight = planOf(EIGHT);
/** A 10 GbE port under RoCE v1 with jumbo frames: 4096 of 4194 bytes are payload. */
const PORT = (10 * 4096) / 4194;

describe('an adapter whose cables lead to a switch nobody knows', () => {
  it('is not said to have no cable: no port of it runs', () => {
    const switches = new Map(
      [...EIGHT.switches].map(([key, item]) => [key, { ...item, partId: id<PartId>('acme-unknown') }]),
    );
    const plan = planOf({ ...EIGHT, switches });
    expect(plan.runs.length).toBe(eight.runs.length);
    expect(new Set(plan.adapters.map(limitText))).toEqual(new Set(['no running port']));
  });
});

describe('what is delivered', () => {
  const groups = deliveredGroups(eight, null);
  const rows = groups.flatMap((group) => group.rows);
  const row = (name: string) => must(rows.find((one) => one.name === name) ?? null, name);
  const value = (name: string, column: string) =>
    must(DELIVERED_COLUMNS.find(({ id }) => id === column) ?? null, column).value(row(name));

  it('lists every node under its cluster, then the switch', () => {
    expect(groups.map(({ rows: list }) => list.length)).toEqual([2, 6, 1]);
    expect(rows.map(({ kind }) => kind)).toEqual([...Array<string>(8).fill('node'), 'switch']);
  });

  it('says what a file server gives alone and with all: both of its ports', () => {
    expect(value('FS01', 'alone')).toBeCloseTo((2 * PORT) / 8, 3);
    expect(value('FS01', 'together')).toBeCloseTo((2 * PORT) / 8, 3);
    expect(limitOf(row('FS01'))).toBe('its ports');
  });

  it('says nothing of what a Hyper-V node gives, but what it takes', () => {
    expect(value('HV01', 'alone')).toBeNull();
    expect(value('HV01', 'receive')).toBeCloseTo((2 * PORT) / 8, 3);
  });

  it('names the one thing all paths of a node pass', () => {
    expect(homingText(row('FS01'))).toContain('switch TOR1');
  });

  it('says what servers still give after a failure, and nothing of others', () => {
    const lost = eight.nodeById.values().next().value;
    const { servers } = remainingWithout(eight, new Set([must(lost ?? null, 'node').id]));
    const left = deliveredGroups(eight, servers).flatMap((group) => group.rows);
    expect(left.map((one) => (one.kind === 'node' ? one.leftGbps : undefined))).toContain(0);
    expect(left.some((one) => one.kind === 'node' && one.rate === null && one.leftGbps !== null)).toBe(false);
  });

  it('ends every chain of formulas at the rate of the design, in any template', () => {
    for (const template of templates) {
      const plan = planOf(template.build());
      for (const one of deliveredGroups(plan, null).flatMap((group) => group.rows)) {
        const parts = rowFormulas(plan, one);
        const last = must(parts.at(-1)?.lines.at(-1) ?? null, 'last line');
        expect(last.page).toBe(one.kind === 'node' ? 'flow' : 'oversubscription');
        if (one.kind === 'node') expect(last.result).toContain(plan.flow.rateGbps.toFixed(1));
        expect(shownBy(one).length).toBeGreaterThan(0);
      }
    }
  });

  it('adds up to the rate of the node, in any template', () => {
    for (const template of templates) {
      const plan = planOf(template.build());
      for (const one of deliveredGroups(plan, null).flatMap((group) => group.rows)) {
        if (one.kind !== 'node') continue;
        for (const { name, formula } of rowFormulas(plan, one).at(-1)?.lines.slice(0, 2) ?? []) {
          const sum = [...formula.matchAll(/\d+\.\d/g)].reduce((total, [part]) => total + Number(part), 0);
          const rate = name === 'Sends' ? one.node.sendGbps : one.node.receiveGbps;
          expect(Math.abs(sum - rate), `${template.id} ${one.name}`).toBeLessThan(0.2);
        }
      }
    }
  });

  it('says which cabled ports idle: a faster cable leaves the slower one unused', () => {
    const found = row('FS01');
    if (found.kind !== 'node') throw new Error('a node');
    expect(limitOf(found)).not.toContain('idle');
    const slower = {
      ...found.node,
      adapters: found.node.adapters.map((adapter) => ({
        ...adapter,
        ports: adapter.ports.map((port, at) =>
          at === 0 ? { ...port, speedGbps: 1, payloadGbps: 0.9 } : port,
        ),
      })),
    };
    expect(limitOf({ ...found, node: slower })).toBe('its ports; 1 cabled port idles');
  });

  it('shows the choice of SMB Multichannel port by port, what is used first', () => {
    const lines = choiceLines(eight, row('FS01').id);
    expect(lines).toHaveLength(2);
    expect(lines.every(({ used, reason }) => used && reason.includes('10 Gb/s'))).toBe(true);
  });
});

describe('the list of failures', () => {
  const rows = failureRows(EIGHT, eight);

  it('has every adapter, cable, switch and node once, the worst first', () => {
    const { adapters, cables, switches, nodes } = eight.totals;
    expect(rows).toHaveLength(adapters + cables + switches + nodes);
    expect(failureName(must(rows[0] ?? null, 'first'))).toBe('Switch TOR1');
    const left = rows.map(({ failure }) => failure.rateGbps);
    expect([...left].sort((a, b) => a - b)).toEqual(left);
  });

  it('says what is lost in percent and who is cut off', () => {
    const [first] = rows;
    expect(first?.lostPercent).toBe(100);
    expect(first?.cutOff).toHaveLength(8);
    expect(cutOffText({ cutOff: must(first ?? null, 'first').cutOff })).toMatch(/and 2 more$/);
    const adapter = rows.find((row) => failureName(row).startsWith('Adapter FS01'));
    expect(adapter?.lostPercent).toBe(50);
    expect(adapter?.cutOff).toEqual(['FS01']);
  });

  it('is found by kind, although that column is not shown', () => {
    expect(filterRows(rows, FAILURE_COLUMNS, 'switch')).toHaveLength(1);
    expect(filterRows(rows, FAILURE_COLUMNS, 'cable')).toHaveLength(eight.totals.cables);
    const kinds = FAILURE_COLUMNS.find(({ id }) => id === 'kind');
    expect(kinds?.hidden).toBe(true);
    expect(filterRows(rows, FAILURE_COLUMNS, 'hv03 adapter')).toHaveLength(1);
  });
});

describe('load and headroom', () => {
  const load: ClusterLoad = {
    vms: [{ name: 'SQL', count: 10, iops: 1000, blockKiB: 64, readShare: 50 }],
    growthPercent: 100,
  };
  const loaded: Design = {
    ...EIGHT,
    clusters: new Map(
      [...EIGHT.clusters].map(([id, cluster]) => [
        id,
        cluster.kind === 'hyper-v' ? { ...cluster, load } : cluster,
      ]),
    ),
  };
  const plan = planOf(loaded);
  const [row] = loadRows(plan);
  const cell = (id: string) =>
    must(LOAD_COLUMNS.find((column) => column.id === id) ?? null, id).value(must(row ?? null, 'row'));

  it('lists clusters that run machines, told or not, and no file servers', () => {
    expect(loadRows(eight).map(({ result }) => result)).toEqual([null]);
    expect(loadRows(plan)).toHaveLength(1);
    expect(loadRows(planOf(designOf('two-node-10g')))).toHaveLength(1);
  });

  it('is count times IOPS times block size', () => {
    const bytes = 10 * 1000 * 64 * 1024;
    expect(cell('iops')).toBe(10_000);
    expect(cell('read')).toBeCloseTo(bytes / 2 / 1e9, 3);
    expect(cell('perNode')).toBeCloseTo(bytes / 6 / 1e9, 3);
    expect(vmText(must(load.vms[0] ?? null, 'vm'))).toBe('0.66 GB/s');
  });

  it('says how far what is there is above what is asked, now, grown, and after the worst failure', () => {
    const there = (4 * PORT) / 8;
    const asked = (10 * 1000 * 64 * 1024) / 2 / 1e9;
    expect(cell('now')).toBeCloseTo((there / asked - 1) * 100, 0);
    expect(cell('grown')).toBeCloseTo((there / (2 * asked) - 1) * 100, 0);
    // Its only switch fails.
    expect(cell('failed')).toBe(-100);
  });

  it('shows each number of it', () => {
    const lines = loadFormulas(must(row ?? null, 'row'));
    expect(lines[0]?.formula).toBe('10 x 1000 IOPS x 64 KiB, 50 % reads');
    expect(lines.at(-1)?.decides).toBe(true);
    expect(lines.every(({ page }) => page === 'load')).toBe(true);
    expect(loadFormulas(must(loadRows(eight)[0] ?? null, 'row'))).toEqual([]);
    const cluster = must([...loaded.clusters.values()].find(({ kind }) => kind === 'hyper-v') ?? null, '');
    expect(loadFacts(plan, cluster.id)[0]).toEqual({ label: 'Per node', value: '0.11 GB/s' });
    expect(loadFacts(eight, cluster.id)).toEqual([]);
  });

  it('names every further kind of machine anew', () => {
    const two = { ...FIRST_LOAD, vms: [...FIRST_LOAD.vms, anotherKind(FIRST_LOAD)] };
    expect(anotherKind(two).name).not.toBe(two.vms[1]?.name);
  });
});
