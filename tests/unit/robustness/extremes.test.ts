import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalog } from '../../../shared/catalog/index.ts';
import { applyCommand } from '../../../shared/commands/index.ts';
import { compareDesigns, comparisonText } from '../../../shared/compare/index.ts';
import { describeMismatch, exporters, prepareExport } from '../../../shared/exports/index.ts';
import { parseDesignFile, serializeDesign } from '../../../shared/file/index.ts';
import {
  cutFragment,
  parseFragment,
  pasteFragment,
  serializeFragment,
} from '../../../shared/fragment/index.ts';
import { must } from '../../../shared/lib/assert.ts';
import { cutText } from '../../../shared/lib/text.ts';
import { emptyDesign, type Design } from '../../../shared/model/index.ts';
import { computePlan, embedParts } from '../../../shared/plan/index.ts';

/** Breakout cables, racks, lengths by rack and by pair. */
const rich = (() => {
  const path = join(import.meta.dirname, '../../files/v2-breakouts-and-racks.cwplan');
  const parsed = parseDesignFile(readFileSync(path, 'utf8'));
  if (!parsed.ok) throw new Error(path);
  return parsed.value;
})();

let made = 0;
const context = { newId: (prefix: string) => `${prefix}-${++made}` };

function after(design: Design, ...[id, payload]: [Parameters<typeof applyCommand>[1], object]): Design {
  const result = applyCommand(design, id, payload as never, context);
  if (!result.ok) throw new Error(`${id}: ${result.error}`);
  return result.value.design;
}

/** Every output is made or refused for a cable that cannot be laid, and what is saved opens again. */
function expectWhole(design: Design): void {
  const plan = computePlan(design, catalog);
  const input = prepareExport(design, catalog, { paper: 'A4', appVersion: '1.0.0' });
  if (input.ok) for (const exporter of exporters) exporter.produce(input.value);
  else
    expect(
      plan.links.some(({ problem }) => problem !== null),
      input.error.map(describeMismatch).join(),
    ).toBe(true);
  expect(parseDesignFile(serializeDesign(embedParts(design, plan), '1.0.0'))).toMatchObject({ ok: true });
  comparisonText(compareDesigns(rich, design, catalog), 'before', 'after');
}

/** The same name, as long as it may be, for everything; nodes and switches are told apart by a number. */
function renamed(design: Design, name: string): Design {
  const longest = { nodes: 200, switches: 200, clusters: 60, networks: 60, profiles: 60, racks: 40 };
  const tables = Object.entries(longest).map(([table, max]) => {
    const records = [...design[table as keyof typeof longest].values()];
    const named = records.map((record, i) => [
      record.id,
      { ...record, name: `${cutText(name, max - 3)}${i || ''}` },
    ]);
    return [table, new Map(named as never)];
  });
  return { ...design, ...(Object.fromEntries(tables) as Partial<Design>) };
}

describe('a design at its extremes', () => {
  it('with nothing in it makes every output', () => {
    expectWhole(emptyDesign('Empty'));
  });

  it('stays whole whatever single thing is removed', () => {
    const { links, nodes, switches, clusters, racks } = rich;
    for (const table of [links, nodes, switches, clusters])
      for (const id of table.keys()) expectWhole(after(rich, 'remove-items', { ids: [id] }));
    for (const id of racks.keys()) expectWhole(after(rich, 'remove-rack', { id }));
  });

  it.each([
    ['quotes', `"'\`$(calc)’“`],
    ['marks of pages', '</svg><script>alert(1)</script>&amp;'],
    ['formulas', '=HYPERLINK("x")'],
    ['paths', '../..\\CON'],
    ['letters from right to left', 'שלום'],
    ['marks that combine', `e${'\u0301'.repeat(30)}`],
    ['the longest', '文'.repeat(200)],
    ['halves at the cut', '\u{1f5a5}'.repeat(100)],
    ['keys of objects', '__proto__'],
  ])('takes names of %s through all outputs and the clipboard', (_kind, name) => {
    const design = renamed(rich, name);
    expectWhole(design);
    const ids = [...design.nodes.keys(), ...design.switches.keys()];
    const fragment = must(cutFragment(design, catalog, ids, new Map()), 'a fragment');
    const read = parseFragment(serializeFragment(fragment));
    if (!read.ok) throw new Error(JSON.stringify(read.error));
    const options = { newId: context.newId, at: { x: 0, y: 0 } };
    const { insertion } = pasteFragment(design, computePlan(design, catalog), catalog, read.value, options);
    expectWhole(after(design, 'insert-items', insertion));
    expectWhole(after(design, 'ungroup-clusters', { ids: [...design.clusters.keys()] }));
  });

  it('knows no length between a device and itself', () => {
    const [a] = [...rich.nodes.keys()];
    expect(applyCommand(rich, 'set-pair-length', { a, b: a, lengthM: 3 } as never, context).ok).toBe(false);
  });
});

describe('a fragment that says nothing of its version', () => {
  it('is called damaged, not newer; a reason without a place begins with the reason', () => {
    const reasonOf = (text: string) => {
      const read = parseFragment(text);
      return !read.ok && read.error.kind === 'damaged' ? read.error.reason : '';
    };
    expect(reasonOf('{"format":"clusterwright-fragment"}')).not.toMatch(/newer|^:/);
    expect(reasonOf('{"format":"clusterwright-fragment","version":2}')).toMatch(/newer/);
    const text = serializeFragment(must(cutFragment(rich, catalog, rich.nodes.keys(), new Map()), 'nodes'));
    expect(reasonOf(text.replace('{', '{"constructor":{},'))).toMatch(/^Unrecognized key/);
  });
});
