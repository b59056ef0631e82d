import { resolve } from 'node:path';
import { lstat } from 'node:fs/promises';
import { catalog } from '../../../shared/catalog/index.ts';
import { parseDesignFile, serializeDesign } from '../../../shared/file/index.ts';
import { HostError } from '../../../shared/host/index.ts';
import { projectOf, type Design } from '../../../shared/model/index.ts';
import { computeOutcome } from '../../../shared/outcome.ts';
import { embedParts } from '../../../shared/plan/index.ts';
import { templateById, templates } from '../../../shared/templates/index.ts';
import { withExtension } from '../../services/files.ts';
import { APP_VERSION } from '../../version.ts';
import { EXIT, JSON_OPTION, UsageError, defineCliCommand } from '../define.ts';
import { json } from '../json.ts';
import { files } from '../open-design.ts';

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
    const path = resolve(withExtension(options.out));
    if (!options.force && (await exists(path))) {
      throw new HostError('exists', `${path} is there already; --force replaces it.`);
    }
    const text = textOf(named(template.build(), options.name));
    await files.write(path, text, null);
    out(options.json ? json({ file: path, template: template.id }) : `${path}\n`);
    return EXIT.fine;
  },
});

function named(design: Design, name: string | undefined): Design {
  if (name === undefined) return design;
  return { ...design, project: new Map([['project', { ...projectOf(design), name }]]) };
}

/** The file's text, read back once: a name that a design cannot hold is refused here with its reason. */
function textOf(design: Design): string {
  const { plan } = computeOutcome(design, catalog);
  const text = serializeDesign(embedParts(design, plan), APP_VERSION);
  const parsed = parseDesignFile(text);
  if (parsed.ok) return text;
  const reasons =
    parsed.error.tag === 'invalid'
      ? parsed.error.issues.map(({ message }) => message).join('; ')
      : parsed.error.tag;
  throw new UsageError(`this name cannot be used: ${reasons}.`);
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}
