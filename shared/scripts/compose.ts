import { assert } from '../lib/assert.ts';
import type { NodeId } from '../lib/ids.ts';
import type { Design } from '../model/index.ts';
import type { Plan } from '../plan/types.ts';
import type { ScriptFile, ScriptInput, ScriptStep } from './define.ts';
import { folderNames } from './folder-names.ts';
import { configureBody, configureParameters, headerLines, verifyBody, verifyParameters } from './frame.ts';
import { helperLines, type HelperName } from './helpers.ts';
import { settingsOf } from './settings.ts';

const SCRIPTS = ['configure', 'verify'] as const;

/**
 * Writes the scripts of every node, or of one, in the plan's order, from a list of stages. See `composeScripts`.
 */
export function composeFrom(
  steps: readonly ScriptStep[],
  design: Design,
  plan: Plan,
  designHash: string,
  only: NodeId | null = null,
): ScriptFile[] {
  const folders = folderNames(plan.nodes);
  const nodes = only === null ? plan.nodes : plan.nodes.filter((node) => node.id === only);
  return nodes.flatMap((node) => {
    const input: ScriptInput = { design, plan, node, os: node.os };
    const ports = settingsOf(input).ports.map((each) => each.port.id);
    return SCRIPTS.map((script) => ({
      path: `${folderOf(folders, node.id)}/${script}.ps1`,
      nodeId: node.id,
      script,
      text: scriptText(steps, input, script, designHash),
      ports,
    }));
  });
}

function folderOf(folders: ReadonlyMap<NodeId, string>, node: NodeId): string {
  const folder = folders.get(node);
  assert(folder !== undefined, `node ${node} has a folder`);
  return folder;
}

function scriptText(
  steps: readonly ScriptStep[],
  input: ScriptInput,
  script: ScriptFile['script'],
  designHash: string,
): string {
  const own = steps.filter((step) => step.script === script && step.appliesTo(input));
  const helpers: HelperName[] = script === 'configure' ? ['Write-Summary'] : [];
  const stages = own.flatMap((step) => {
    helpers.push(...(step.helpers ?? []));
    return [`# --- ${step.title}`, ...step.lines(input), ''];
  });
  const configure = script === 'configure';
  const lines = [
    ...headerLines(input, script, designHash),
    ...(configure ? configureParameters(input) : verifyParameters(input)),
    '',
    ...helperLines(helpers),
    ...(configure ? configureBody(stages) : verifyBody(stages)),
  ];
  return lines.map((line) => `${line}\r\n`).join('');
}
