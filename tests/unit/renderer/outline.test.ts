import { describe, expect, it } from 'vitest';
import { catalog } from '../../../shared/catalog/index.ts';
import { must } from '../../../shared/lib/assert.ts';
import { computePlan } from '../../../shared/plan/index.ts';
import { templateById } from '../../../shared/templates/index.ts';
import { drawnRows, outlineOf, subjectsBetween, visibleRows } from '../../../src-renderer/shell/outline.ts';

const design = must(templateById('eight-node-dual-10g'), 'the template exists').build();
const plan = computePlan(design, catalog);

describe('outlineOf', () => {
  const all = visibleRows(outlineOf(design, plan), new Set());

  it('holds every node, switch and network once', () => {
    const subjects = all.flatMap((row) => row.subject ?? []);
    expect(new Set(subjects).size).toBe(subjects.length);
    for (const id of [...design.nodes.keys(), ...design.switches.keys(), ...design.networks.keys()]) {
      expect(subjects).toContain(id);
    }
    expect(subjects).toContain('fabric');
    expect(subjects).toContain('project');
  });

  it('puts each node under its cluster', () => {
    const clusters = outlineOf(design, plan)[0]?.children ?? [];
    expect(clusters.map((row) => row.children?.length).sort()).toEqual([2, 6]);
    for (const cluster of clusters) {
      for (const node of cluster.children ?? [])
        expect(design.nodes.get(node.id as never)?.clusterId).toBe(cluster.id);
    }
  });

  it('leaves out what is closed', () => {
    const closed = new Set(['heading-Clusters']);
    const rows = visibleRows(outlineOf(design, plan), closed);
    expect(rows.some((row) => design.nodes.has(row.id as never))).toBe(false);
    expect(rows.some((row) => row.id === 'heading-Clusters')).toBe(true);
  });
});

describe('rows of the outline', () => {
  const rows = visibleRows(outlineOf(design, plan), new Set());
  const leaves = rows.filter((row) => row.level === 3);

  it('know their place among their siblings', () => {
    const level1 = rows.filter((row) => row.level === 1);
    expect(level1.map((row) => row.place)).toEqual(level1.map((_, index) => index + 1));
    for (const row of leaves) expect(row.siblings).toBeGreaterThanOrEqual(row.place);
  });

  it('are selected from one to another in either direction, without headings', () => {
    const [first, last] = [must(rows[0], 'rows'), must(rows.at(-1), 'rows')];
    const all = rows.flatMap((row) => row.subject ?? []);
    expect(subjectsBetween(rows, first.id, last.id)).toEqual(all);
    expect(subjectsBetween(rows, last.id, first.id)).toEqual(all);
    const [a, b] = [must(leaves[0], 'a leaf'), must(leaves[1], 'a second leaf')];
    expect(subjectsBetween(rows, b.id, a.id)).toEqual([a.subject, b.subject]);
  });

  it('are drawn only near the window, beside the one that holds the focus', () => {
    const seen = { top: 28 * 500, height: 280, rowHeight: 28, keep: 500 };
    const some = drawnRows(1000, seen);
    expect(some.length).toBeLessThan(40);
    for (let row = 500; row < 510; row++) expect(some).toContain(row);
    expect(drawnRows(1000, { ...seen, keep: 3 })).toEqual([3, ...some]);
    expect(drawnRows(1000, { ...seen, keep: 999 })).toEqual([...some, 999]);
    expect(drawnRows(3, { ...seen, top: 0, keep: 1 })).toEqual([0, 1, 2]);
    expect(drawnRows(0, { ...seen, keep: -1 })).toEqual([]);
  });
});
