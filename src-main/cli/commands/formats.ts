import { exporters } from '../../../shared/exports/index.ts';
import { EXIT, JSON_OPTION, defineCliCommand } from '../define.ts';
import { json } from '../json.ts';
import { table } from '../table.ts';

export const formats = defineCliCommand({
  name: 'formats',
  summary: 'List the formats of "export".',
  args: [],
  options: { json: JSON_OPTION },
  run({ options, out }) {
    const entries = exporters.map(({ id, label, description, shape, extension }) => ({
      id,
      label,
      description,
      shape,
      extension,
    }));
    const rows = entries.map((entry) => [entry.id, `.${entry.extension}`, entry.description]);
    out(options.json ? json(entries) : `${table(['id', 'files', 'what'], rows)}\n`);
    return EXIT.fine;
  },
});
