import { catalog } from '../../../shared/catalog/index.ts';
import { computeOutcome } from '../../../shared/outcome.ts';
import { EXIT, JSON_OPTION, UsageError, defineCliCommand } from '../define.ts';
import { exportText } from '../export-text.ts';
import { json } from '../json.ts';
import { openDesign } from '../open-design.ts';
import { table } from '../table.ts';

export const bom = defineCliCommand({
  name: 'bom',
  summary: 'The purchase list of a design.',
  args: [{ name: 'FILE', description: 'A design (*.cwplan).' }],
  options: { json: JSON_OPTION, csv: { description: 'Print the same CSV as the format bom-csv.' } },
  async run({ args, options, out }) {
    if (options.json && options.csv) throw new UsageError('--json and --csv exclude each other.');
    const design = await openDesign(args[0] ?? '');
    if (options.csv) {
      out(exportText(design, 'bom-csv'));
      return EXIT.fine;
    }
    const list = computeOutcome(design, catalog).bom;
    if (options.json) out(json(list));
    else {
      const rows = list.lines.map((line) => [
        line.line,
        line.quantity,
        line.partNumber,
        line.description,
        line.status,
        line.designators,
      ]);
      const { resolved, generic, incomplete } = list.counts;
      out(`${table(['line', 'qty', 'part number', 'description', 'status', 'used by'], rows)}\n\n`);
      out(`${resolved} lines resolved, ${generic} generic, ${incomplete} incomplete\n`);
    }
    return EXIT.fine;
  },
});
