import { projectOf, type Design } from '../../../shared/model/index.ts';
import { templateById, templates } from '../../../shared/templates/index.ts';
import { EXIT, JSON_OPTION, UsageError, defineCliCommand } from '../define.ts';
import { json } from '../json.ts';
import { writeDesign } from '../write-design.ts';

export const newDesign = defineCliCommand({
  name: 'new',
  summary: 'Make a design file from a template.',
  args: [{ name: 'TEMPLATE', description: 'Id of a template; "clusterwright templates" lists them.' }],
  options: {
    out: { value: 'FILE', description: 'The file to write; .cwplan is added when it has no such ending.' },
    name: { value: 'NAME', description: 'Name of the project.' },
    force: { description: 'Replace the file if it is there; the old one is kept as .bak.' },
    json: JSON_OPTION,
  },
  async run({ args, options, out }) {
    const template = templateById(args[0] ?? '');
    if (!template) {
      throw new UsageError(
        `there is no template "${args[0] ?? ''}". Templates: ${templates.map(({ id }) => id).join(', ')}.`,
      );
    }
    if (options.out === undefined) throw new UsageError('--out FILE is missing.');
    const path = await writeDesign(named(template.build(), options.name), options.out, options.force);
    out(options.json ? json({ file: path, template: template.id }) : `${path}\n`);
    return EXIT.fine;
  },
});

function named(design: Design, name: string | undefined): Design {
  if (name === undefined) return design;
  return { ...design, project: new Map([['project', { ...projectOf(design), name }]]) };
}
