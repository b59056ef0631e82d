import type { NodeId, PortId } from '../lib/ids.ts';
import type { Design, OsVersion } from '../model/index.ts';
import type { Plan, PlanNode } from '../plan/types.ts';
import type { HelperName } from './helpers.ts';

export interface ScriptInput {
  readonly design: Design;
  readonly plan: Plan;
  readonly node: PlanNode;
  readonly os: OsVersion;
}

/** One stage of a script; the list in `index.ts` is the order of the script. */
export interface ScriptStep {
  readonly id: string;
  /** Heading printed above the stage. */
  readonly title: string;
  readonly script: 'configure' | 'verify';
  readonly appliesTo: (input: ScriptInput) => boolean;
  /**
   * The lines are the same for all nodes of one profile in one cluster, so they are worked out once for them
   * all. Not for a stage that shows a node's name, hardware addresses, addresses, links or peers.
   */
  readonly perProfile?: true;
  /** Functions the lines call; each is written once, above the first stage. */
  readonly helpers?: readonly HelperName[];
  /** Lines without line ends. User text enters only through `quotePowerShell` and `commentPowerShell`. */
  readonly lines: (input: ScriptInput) => readonly string[];
}

/** One finished script: ASCII, lines ended by CRLF. */
export interface ScriptFile {
  /** Path inside the export folder, for example `FS01/configure.ps1`. */
  readonly path: string;
  readonly nodeId: NodeId;
  readonly script: 'configure' | 'verify';
  readonly text: string;
  /** Adapter ports the script names, in order; the cross-check compares them with the plan. */
  readonly ports: readonly PortId[];
}

/** Typed identity for an entry of the step list. */
export function defineStep(step: ScriptStep): ScriptStep {
  return step;
}
