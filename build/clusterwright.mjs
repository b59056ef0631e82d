#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { ensureBuilt } from './lib/build-output.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { root } from './lib/root.mjs';

/** @param {string} line */
const say = (line) => void process.stderr.write(`clusterwright: ${line}\n`);

// A packaged program has no sources; a clone is built before its first use and after each change.
if (existsSync(join(root, 'src-main'))) {
  try {
    if (!existsSync(join(root, 'out', '.sources'))) await ensureDependencies(say);
    await ensureBuilt(say);
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    process.exit(2);
  }
}
await import(pathToFileURL(join(root, 'out', 'main', 'cli.js')).href);
