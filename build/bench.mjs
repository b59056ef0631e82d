import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { run } from './lib/run.mjs';

/**
 * Measures the program against its goals and prints a table. Words after the command keep the rows that have
 * them in their name or size; `screen` first measures the page in a browser and nothing else (`screen ours 1000`: without the
 * page we compare with, at one size). It judges nothing by its exit code: a slow or busy machine is no fault of the program.
 */

/** Bundles the rows as a release is bundled, because modules loaded one by one run slower than one file. */
async function bundle() {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const outDir = `${root}out/bench`;
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: 'tests/bench/index.ts',
      outDir,
      emptyOutDir: true,
      target: 'node20',
      rollupOptions: { output: { entryFileNames: 'index.mjs' } },
    },
  });
  return `${outDir}/index.mjs`;
}

const wanted = process.argv.slice(2);
const onlyScreen = wanted[0] === 'screen';
if (!onlyScreen) {
  const { code } = await run(process.execPath, ['build/lib/measure.mjs', await bundle(), ...wanted]);
  // Not that a goal was missed: a row broke.
  if (code !== 0) process.exit(code);
}
if (onlyScreen || wanted.length === 0)
  await run(process.execPath, ['tests/bench/screen/run.mjs', ...wanted.slice(1)]);
