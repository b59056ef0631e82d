import { describe, expect, it } from 'vitest';
import { catalog } from '../../../shared/catalog/index.ts';
import { must } from '../../../shared/lib/assert.ts';
import { computePlan } from '../../../shared/plan/index.ts';
import { templateById } from '../../../shared/templates/index.ts';
import { outlineOf, visibleRows } from '../../../src-renderer/shell/outline.ts';

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
