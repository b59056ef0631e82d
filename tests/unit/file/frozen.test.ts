import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseDesignFile } from '../../../shared/file/index.ts';

/** Files as released versions wrote them, never edited afterwards. */
const folder = join(import.meta.dirname, '../../files');
const names = readdirSync(folder).filter((name) => name.endsWith('.cwplan'));

describe('files of released versions', () => {
  it('are kept for version 1', () => {
    expect(names.filter((name) => name.startsWith('v1-')).length).toBeGreaterThan(0);
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
