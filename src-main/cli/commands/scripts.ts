import { EXIT, JSON_OPTION, UsageError, defineCliCommand } from '../define.ts';
import { openDesign } from '../open-design.ts';
import { report, writeExport } from '../write-export.ts';

export const scripts = defineCliCommand({
  name: 'scripts',
  summary: 'Write the PowerShell scripts of every node, one folder per node.',
  args: [{ name: 'FILE', description: 'A design (*.cwplan).' }],
  options: {
    out: { value: 'DIR', description: 'Folder to write into; made when it is not there.' },
    json: JSON_OPTION,
  },
  async run({ args, options, out }) {
    if (options.out === undefined) throw new UsageError('--out DIR is missing.');
    const design = await openDesign(args[0] ?? '');
    const written = await writeExport({
      design,
      formats: ['scripts'],
      paper: 'A4',
      folder: options.out,
      // The folder was named for the scripts alone, so they need none of their own in it.
      rename: (path) => path.replace(/^scripts\//, ''),
    });
    out(report(written, options.json));
    return EXIT.fine;
  },
});
