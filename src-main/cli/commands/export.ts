import { basename, dirname, extname } from 'node:path';
import { exportById, exporters, type Exporter, type Paper } from '../../../shared/exports/index.ts';
import { EXIT, JSON_OPTION, UsageError, defineCliCommand } from '../define.ts';
import { isFitName } from '../../services/export-paths.ts';
import { openDesign } from '../open-design.ts';
import { report, writeExport } from '../write-export.ts';

export const exportDesign = defineCliCommand({
  name: 'export',
  summary: 'Write a design in one or several formats.',
  args: [{ name: 'FILE', description: 'A design (*.cwplan).' }],
  options: {
    format: {
      value: 'ID[,ID]',
      description: 'Formats to write, or "all"; "clusterwright formats" lists them.',
    },
    out: {
      value: 'PATH',
      description:
        "Folder to write into (default: this one). For one format that makes one file also a file name with the format's ending.",
    },
    paper: { value: 'SIZE', description: 'A4 (default) or LETTER.' },
    json: JSON_OPTION,
  },
  async run({ args, options, out }) {
    if (options.format === undefined) throw new UsageError('--format is missing.');
    const chosen = formatsOf(options.format);
    const paper = paperOf(options.paper);
    const target = targetOf(options.out ?? '.', chosen);
    const design = await openDesign(args[0] ?? '');
    const written = await writeExport({ design, formats: chosen.map(({ id }) => id), paper, ...target });
    out(report(written, options.json));
    return EXIT.fine;
  },
});

function formatsOf(list: string): readonly Exporter[] {
  if (list === 'all') return exporters;
  return list.split(',').map((id) => {
    const exporter = exportById(id.trim());
    if (!exporter)
      throw new UsageError(
        `there is no format "${id}". Formats: ${exporters.map((entry) => entry.id).join(', ')}.`,
      );
    return exporter;
  });
}

function paperOf(text: string | undefined): Paper {
  const paper = (text ?? 'A4').toUpperCase();
  if (paper === 'A4' || paper === 'LETTER') return paper;
  throw new UsageError(`there is no paper "${text ?? ''}"; use A4 or LETTER.`);
}

/** A path that ends like the one file to come is that file; anything else is a folder. */
function targetOf(
  out: string,
  [only, ...more]: readonly Exporter[],
): { readonly folder: string; readonly rename?: () => string } {
  const isFile =
    only?.shape === 'file' && more.length === 0 && extname(out).toLowerCase() === `.${only.extension}`;
  if (!isFile) return { folder: out };
  if (!isFitName(basename(out)))
    throw new UsageError(`"${basename(out)}" is not a file name every system takes.`);
  return { folder: dirname(out), rename: () => basename(out) };
}
