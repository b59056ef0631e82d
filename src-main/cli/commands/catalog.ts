import { catalog as products } from '../../../shared/catalog/index.ts';
import { EXIT, JSON_OPTION, UsageError, defineCliCommand } from '../define.ts';
import { json } from '../json.ts';
import { table } from '../table.ts';

const KINDS = ['adapters', 'switches', 'servers', 'cables', 'transceivers'] as const;

export const catalog = defineCliCommand({
  name: 'catalog',
  summary: 'List the products the program knows.',
  args: [{ name: 'KIND', description: `One of ${KINDS.join(', ')}; all without it.`, optional: true }],
  options: { json: JSON_OPTION },
  run({ args, options, out }) {
    const kinds = args[0] === undefined ? KINDS : [kindOf(args[0])];
    const parts = kinds.flatMap((kind) => [...products[kind]]);
    const rows = parts.map((part) => [
      part.kind,
      part.id,
      part.manufacturer,
      part.model,
      part.partNumber ?? 'none known',
    ]);
    out(
      options.json ? json(parts) : `${table(['kind', 'id', 'manufacturer', 'model', 'part number'], rows)}\n`,
    );
    return EXIT.fine;
  },
});

function kindOf(text: string): (typeof KINDS)[number] {
  const kind = KINDS.find((name) => name === text || name === `${text}s` || name === `${text}es`);
  if (!kind) throw new UsageError(`there is no kind "${text}". Kinds: ${KINDS.join(', ')}.`);
  return kind;
}
