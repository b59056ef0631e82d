import { defineExporter } from './define.ts';

/** One folder per node with its scripts. */
export const scripts = defineExporter({
  id: 'scripts',
  label: 'Node scripts (PowerShell)',
  description: 'Per node a configure and a verify script, ready to run on that node.',
  shape: 'folder',
  extension: 'ps1',
  produce: (input) =>
    input.scripts.map(({ path, text }) => ({ kind: 'text', path: `scripts/${path}`, text })),
});
