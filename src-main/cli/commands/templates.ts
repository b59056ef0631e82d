import { templates as list } from '../../../shared/templates/index.ts';
import { EXIT, JSON_OPTION, defineCliCommand } from '../define.ts';
import { json } from '../json.ts';
import { table } from '../table.ts';

export const templates = defineCliCommand({
  name: 'templates',
  summary: 'List the designs to begin from.',
  args: [],
  options: { json: JSON_OPTION },
  run({ options, out }) {
    const entries = list.map(({ id, name, summary, group, source }) => ({
      id,
      name,
      summary,
      group,
      source,
    }));
    out(
      options.json
        ? json(entries)
        : `${table(
            ['id', 'name'],
            entries.map(({ id, name }) => [id, name]),
          )}\n`,
    );
    return EXIT.fine;
  },
});
