import { ensureBuilt } from './lib/build-output.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';

/** @param {string} line */
const say = (line) => void process.stdout.write(`${line}\n`);

await ensureDependencies(say);
await ensureBuilt(say);
