import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { OsVersion } from '../../../shared/model/index.ts';

const parameterSchema = z.object({
  type: z.string(),
  aliases: z.array(z.string()).default([]),
  required: z.boolean().default(false),
  position: z.number().nullable().default(null),
  values: z.array(z.string()).optional(),
  pipeline: z.boolean().default(false),
  remaining: z.boolean().default(false),
  notIn: z.array(z.string()).default([]),
});
const cmdletSchema = z.object({
  module: z.string(),
  parameters: z.record(z.string(), parameterSchema),
  sets: z.array(z.array(z.string())),
  setRequired: z.array(z.array(z.string())),
  defaultSet: z.number().optional(),
  docsets: z.array(z.string()).optional(),
  unknownIn: z.array(z.string()).default([]),
});
const factsSchema = z.object({
  commonParameters: z.array(z.string()),
  commonParameterAliases: z.record(z.string(), z.string()),
  aliases: z.record(z.string(), z.string()),
  cmdlets: z.record(z.string(), cmdletSchema),
});

export type Parameter = z.infer<typeof parameterSchema>;
export type Cmdlet = z.infer<typeof cmdletSchema>;

const FACTS = factsSchema.parse(
  JSON.parse(readFileSync(new URL('../data/powershell-cmdlets.json', import.meta.url), 'utf8')),
);

/** Common parameters; they belong to every cmdlet and take part in no parameter set. */
export const COMMON_PARAMETERS: readonly string[] = FACTS.commonParameters;
export const COMMON_ALIASES: ReadonlyMap<string, string> = new Map(
  Object.entries(FACTS.commonParameterAliases).map(([alias, name]) => [alias.toLowerCase(), name]),
);

const cmdlets = new Map(
  Object.entries(FACTS.cmdlets).map(([name, cmdlet]) => [name.toLowerCase(), { name, cmdlet }]),
);
const aliases = new Map(Object.entries(FACTS.aliases).map(([alias, name]) => [alias.toLowerCase(), name]));

/** The cmdlet of that name, in any case; null when the documentation has none. */
export function cmdletByName(name: string): { readonly name: string; readonly cmdlet: Cmdlet } | null {
  return cmdlets.get(name.toLowerCase()) ?? null;
}

/** What an alias of the shell stands for. */
export function aliasTarget(name: string): string | null {
  return aliases.get(name.toLowerCase()) ?? null;
}

/** The documentation set that covers a release. None was kept for 2012: it is 2012 R2 without what R2 brought. */
const DOCSET: Readonly<Record<OsVersion, string>> = {
  '2012': '2012R2',
  '2012r2': '2012R2',
  '2016': '2016',
  '2019': '2019',
  '2022': '2022',
  '2025': '2025',
};

/** What came with Windows Server 2012 R2 and is missing from 2012 (what's new in SMB, Hyper-V and NetTCPIP of 2012 R2). */
const NEW_IN_2012_R2 = new Set([
  'get-smbbandwidthlimit',
  'set-smbbandwidthlimit',
  'remove-smbbandwidthlimit',
  'test-netconnection',
]);
const PARAMETERS_NEW_IN_2012_R2 = new Set(['set-vmhost virtualmachinemigrationperformanceoption']);

/** Whether a release has a cmdlet, as far as the documentation tells. */
export function existsIn(name: string, cmdlet: Cmdlet, os: OsVersion): boolean {
  if (os === '2012' && NEW_IN_2012_R2.has(name.toLowerCase())) return false;
  const docset = DOCSET[os];
  return cmdlet.docsets === undefined || cmdlet.docsets.includes(docset) || cmdlet.unknownIn.includes(docset);
}

/** Whether a release has a parameter of a cmdlet. */
export function parameterExistsIn(
  cmdletName: string,
  name: string,
  parameter: Parameter,
  os: OsVersion,
): boolean {
  if (os === '2012' && PARAMETERS_NEW_IN_2012_R2.has(`${cmdletName} ${name}`.toLowerCase())) return false;
  return !parameter.notIn.includes(DOCSET[os]);
}
