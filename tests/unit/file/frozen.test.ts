import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalog, withEmbedded } from '../../../shared/catalog/index.ts';
import { describeFailure, parseDesignFile } from '../../../shared/file/index.ts';
import { computePlan } from '../../../shared/plan/index.ts';

/** Files as released versions wrote them, never edited afterwards. */
const folder = join(import.meta.dirname, '../../files');
const names = readdirSync(folder).filter((name) => name.endsWith('.cwplan'));

describe('files of released versions', () => {
  it.each(['v1-', 'v2-', 'v3-'])('are kept for version %s', (version) => {
    expect(names.filter((name) => name.startsWith(version)).length).toBeGreaterThan(0);
  });

  // What version 1 itself said of its two files, and by hand for the others. The third: eight nodes with two ports on four
  // breakout cables, and two cables between the switches.
  it.each([
    [
      'v1-set-25g',
      { nodes: 4, adapters: 4, portsCabled: 8, switches: 2, switchPortsUsed: 12, cables: 10 },
      ['2 x nvidia-mcp1600-c001e30n', '8 x nvidia-mcp2m00-a002e30n'],
    ],
    [
      'v1-dedicated-2012r2',
      { nodes: 6, adapters: 12, portsCabled: 24, switches: 2, switchPortsUsed: 28, cables: 26 },
      ['2 x nvidia-mcp1600-c001e30n', '24 x nvidia-mc3309130-003'],
    ],
    [
      'v2-breakouts-and-racks',
      { nodes: 8, adapters: 8, portsCabled: 16, switches: 2, switchPortsUsed: 8, cables: 6 },
      [
        '2 x nvidia-mcp7f00-a002',
        '2 x nvidia-mcp7f00-a003r26n',
        '1 x nvidia-mcp1600-c01ae30n',
        '1 x nvidia-mcp1600-c002e30n',
      ],
    ],
    [
      'v3-sized-with-load',
      { nodes: 4, adapters: 4, portsCabled: 8, switches: 2, switchPortsUsed: 12, cables: 10 },
      ['2 x nvidia-mcp1600-c001e30n', '8 x nvidia-mcp2m00-a003e26n'],
    ],
  ])('%s has the counts and cables it had when it was saved', (name, totals, cables) => {
    const parsed = parseDesignFile(readFileSync(join(folder, `${name}.cwplan`), 'utf8'));
    if (!parsed.ok) throw new Error(describeFailure(parsed.error, 'the file'));
    const plan = computePlan(parsed.value, withEmbedded(catalog, parsed.value.parts));
    expect(plan.totals).toMatchObject({ ...totals, transceivers: 0 });
    expect(plan.cables.map(({ qty, partId }) => `${qty} x ${partId ?? ''}`)).toEqual(cables);
    expect(plan.links.filter(({ problem }) => problem !== null)).toEqual([]);
  });

  it('keep the load of a cluster and the settings of version 3', () => {
    const parsed = parseDesignFile(readFileSync(join(folder, 'v3-sized-with-load.cwplan'), 'utf8'));
    if (!parsed.ok) throw new Error(describeFailure(parsed.error, 'the file'));
    const { clusters, fabric } = parsed.value;
    expect([...clusters.values()].map(({ load }) => load)).toEqual([
      { growthPercent: 25, vms: [{ name: 'SQL', count: 40, iops: 3000, blockKiB: 64, readShare: 70 }] },
    ]);
    expect([...fabric.values()][0]).toMatchObject({ maxReadBytes: 512, clusterShare: null });
  });

  it('keep racks, lengths of pairs and lanes', () => {
    const parsed = parseDesignFile(readFileSync(join(folder, 'v2-breakouts-and-racks.cwplan'), 'utf8'));
    if (!parsed.ok) throw new Error(describeFailure(parsed.error, 'the file'));
    const { racks, links, cabling, nodes } = parsed.value;
    expect(racks.size).toBe(3);
    expect([...cabling.values()][0]?.pairs).toHaveLength(8);
    expect([...nodes.values()].filter(({ rackId }) => rackId !== null)).toHaveLength(8);
    expect([...links.values()].filter(({ breakout }) => breakout !== null)).toHaveLength(16);
    expect([...links.values()].filter(({ lengthM }) => lengthM === null)).toHaveLength(17);
  });

  it.each(names)('%s opens with all its nodes, cables and products', (name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    const file = JSON.parse(text) as { records: Record<'nodes' | 'links' | 'parts', unknown[]> };
    const parsed = parseDesignFile(text);
    expect(parsed).toMatchObject({ ok: true });
    if (!parsed.ok) return;
    const { nodes, links, parts } = parsed.value;
    expect([nodes.size, links.size, parts.size]).toEqual([
      file.records.nodes.length,
      file.records.links.length,
      file.records.parts.length,
    ]);
    expect(parts.size).toBeGreaterThan(3);
  });
});
