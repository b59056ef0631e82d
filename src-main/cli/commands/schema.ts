import { designJsonSchema } from '../../../shared/file/index.ts';
import { sizeRequestJsonSchema } from '../../../shared/size/index.ts';
import { EXIT, JSON_OPTION, UsageError, defineCliCommand } from '../define.ts';
import { json } from '../json.ts';

const SCHEMAS: Readonly<Record<string, () => unknown>> = {
  design: designJsonSchema,
  'size-request': sizeRequestJsonSchema,
};

export const schema = defineCliCommand({
  name: 'schema',
  summary: 'Print the JSON Schema of a format.',
  args: [{ name: 'NAME', description: `One of: ${Object.keys(SCHEMAS).join(', ')}.` }],
  options: { json: JSON_OPTION },
  run({ args, out }) {
    const name = args[0] ?? '';
    const make = Object.hasOwn(SCHEMAS, name) ? SCHEMAS[name] : undefined;
    if (!make)
      throw new UsageError(`there is no schema "${name}". Schemas: ${Object.keys(SCHEMAS).join(', ')}.`);
    out(json(make()));
    return EXIT.fine;
  },
});
