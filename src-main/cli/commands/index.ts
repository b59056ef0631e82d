import type { CliCommand } from '../define.ts';
import { bom } from './bom.ts';
import { catalog } from './catalog.ts';
import { check } from './check.ts';
import { compare } from './compare.ts';
import { exportDesign } from './export.ts';
import { formats } from './formats.ts';
import { newDesign } from './new.ts';
import { plan } from './plan.ts';
import { schema } from './schema.ts';
import { scripts } from './scripts.ts';
import { size } from './size.ts';
import { templates } from './templates.ts';

/** Every command, in the order of the help; one line each. */
export const CLI_COMMANDS: readonly CliCommand[] = [
  templates,
  newDesign,
  check,
  plan,
  compare,
  bom,
  scripts,
  exportDesign,
  size,
  catalog,
  formats,
  schema,
];
