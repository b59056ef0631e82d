import { must } from '../lib/assert.ts';
import type { NodeId } from '../lib/ids.ts';
import type { Design } from '../model/index.ts';
import type { Plan } from '../plan/types.ts';
import type { ScriptFile, ScriptInput, ScriptStep } from './define.ts';
import { folderNames } from './folder-names.ts';
import {
  CONFIGURE_FRAME,
  configureParameters,
  headerLines,
  VERIFY_FRAME,
  verifyParameters,
} from './frame.ts';
import { helperLines, type HelperName } from './helpers.ts';
import { settingsOf } from './settings.ts';

const SCRIPTS = ['configure', 'verify'] as const;

/** Writes the scripts of every node, or of one, in the plan's order, from a list of stages. See `composeScripts`. */
export function composeFrom(
  steps: readonly ScriptStep[],
  design: Design,
  plan: Plan,
  designHash: string,
  only: NodeId | null = null,
): ScriptFile[] {
  const folders = folderNames(plan.nodes);
  const nodes = only === null ? plan.nodes : plan.nodes.filter((node) => node.id === only);
  const writers = SCRIPTS.map((script) => new Writer(script, steps, designHash));
  return nodes.flatMap((node) => {
    const input: ScriptInput = { design, plan, node, os: node.os };
    const ports = settingsOf(input).ports.map((each) => each.port.id);
    const folder = must(folders.get(node.id), 'a folder for every node');
    return writers.map((writer) => ({
      path: `${folder}/${writer.script}.ps1`,
      nodeId: node.id,
      script: writer.script,
      text: writer.write(input),
      ports,
    }));
  });
}

/** Writes one kind of script for node after node, and keeps what nodes of one profile share. */
class Writer {
  readonly script: ScriptFile['script'];
  private readonly steps: readonly ScriptStep[];
  private readonly designHash: string;
  private readonly shared = new Map<string, string>();
  private readonly helpers = new Map<string, string>();

  constructor(script: ScriptFile['script'], steps: readonly ScriptStep[], designHash: string) {
    this.script = script;
    this.steps = steps.filter((step) => step.script === script);
    this.designHash = designHash;
  }

  write(input: ScriptInput): string {
    const configure = this.script === 'configure';
    const frame = configure ? CONFIGURE_FRAME : VERIFY_FRAME;
    const steps = this.steps.filter((step) => step.appliesTo(input));
    const head = [
      ...headerLines(input, this.script, this.designHash),
      ...(configure ? configureParameters(input) : verifyParameters(input)),
      '',
    ];
    const stages = steps.map((step) => this.stage(step, input, frame.indent));
    return [ended(head), this.functions(steps), ended(frame.before), ...stages, ended(frame.after)].join('');
  }

  private stage(step: ScriptStep, input: ScriptInput, indent: string): string {
    if (!step.perProfile) return stageText(step, input, indent);
    const key = `${step.id} ${input.node.profile.id} ${input.node.cluster.id}`;
    const before = this.shared.get(key);
    if (before !== undefined) return before;
    const text = stageText(step, input, indent);
    this.shared.set(key, text);
    return text;
  }

  private functions(steps: readonly ScriptStep[]): string {
    const key = steps.map((step) => step.id).join(' ');
    const before = this.helpers.get(key);
    if (before !== undefined) return before;
    const wanted: HelperName[] = this.script === 'configure' ? ['Write-Summary'] : [];
    const text = ended(helperLines([...wanted, ...steps.flatMap((step) => step.helpers ?? [])]));
    this.helpers.set(key, text);
    return text;
  }
}

function stageText(step: ScriptStep, input: ScriptInput, indent: string): string {
  const lines = [`# --- ${step.title}`, ...step.lines(input), ''];
  return ended(lines.map((line) => (line === '' ? '' : `${indent}${line}`)));
}

/** Lines as Windows ends them. */
function ended(lines: readonly string[]): string {
  return lines.map((line) => `${line}\r\n`).join('');
}
