import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { adapters } from '../../../shared/catalog/adapters/index.ts';
import { cables } from '../../../shared/catalog/cables/index.ts';
import { servers } from '../../../shared/catalog/servers/index.ts';
import { switches } from '../../../shared/catalog/switches/index.ts';
import { transceivers } from '../../../shared/catalog/transceivers/index.ts';

const folder = (name: string) => join(import.meta.dirname, '../../../shared/catalog', name);
const LISTS: Record<string, readonly unknown[]> = { adapters, cables, servers, switches, transceivers };

describe.each(Object.keys(LISTS))('the list of %s', (name) => {
  const files = readdirSync(folder(name)).filter((file) => file.endsWith('.ts') && file !== 'index.ts');

  it.each(files)('holds %s', async (file) => {
    const module = (await import(join(folder(name), file))) as Record<string, unknown>;
    const parts = Object.values(module).flat();
    expect(parts.length).toBeGreaterThan(0);
    for (const part of parts) expect(LISTS[name]).toContain(part);
  });

  it('holds nothing else', async () => {
    const modules = await Promise.all(
      files.map((file) => import(join(folder(name), file)) as Promise<object>),
    );
    const parts = modules.flatMap((module) => (Object.values(module) as unknown[]).flat());
    expect(LISTS[name]).toHaveLength(parts.length);
  });
});
