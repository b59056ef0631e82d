import type { Point } from '../../shared/geometry/box.ts';
import type { PortId } from '../../shared/lib/ids.ts';
import type { Result } from '../../shared/lib/result.ts';
import type { Plan } from '../../shared/plan/index.ts';
import { aimWire, startWire, type Wire, type WireEnd, type WireSource, type WireTarget } from './wire.ts';

/** Where the keyboard is while it wires: choosing a port to begin at, or one to end at. */
export type WiringStage =
  | { readonly kind: 'from'; readonly ownerId: string; readonly portId: PortId }
  | { readonly kind: 'to'; readonly ownerId: string; readonly portId: PortId; readonly filter: string };

/** A cable about to be drawn, for a preview: two ports by id. */
export interface WirePreview {
  readonly a: string;
  readonly b: string;
}

/** The wire under way, drawn by pointer or by keys, and cables a dialog would draw. View state: never saved. */
export class WiringState {
  wire: Wire | null = $state.raw(null);
  /** What letting go would do now; null where nothing is meant. */
  aim: Result<WireEnd, string> | null = $state.raw(null);
  /** End of the wire that follows the pointer, in canvas units; null while keys choose. */
  pointer: Point | null = $state.raw(null);
  /** Set while the keyboard wires. */
  stage: WiringStage | null = $state.raw(null);
  /** Cables that an open dialog proposes. */
  proposed: readonly WirePreview[] = $state.raw([]);

  /** What the wire was last pointed at. */
  #target: { readonly wire: Wire | null; readonly key: string | null } | null = null;

  /** Begins a wire; gives back why none can begin, null when it did. */
  begin = (plan: Plan, source: WireSource): string | null => {
    const wire = startWire(plan, source);
    this.end();
    if (!wire.ok) return wire.error;
    this.wire = wire.value;
    return null;
  };

  /** Points the wire at something, or at nothing. */
  aimAt = (plan: Plan, target: WireTarget | null, pointer: Point | null): void => {
    this.pointer = pointer;
    // A pointer moves a hundred times over one thing.
    const key = target && (target.kind === 'port' ? target.portId : target.ownerId);
    if (this.#target?.wire === this.wire && this.#target.key === key) return;
    this.#target = { wire: this.wire, key };
    this.aim = this.wire && aimWire(plan, this.wire, target);
  };

  /** Drops the wire; the design is untouched. */
  end = (): void => {
    this.wire = null;
    this.#target = null;
    this.aim = null;
    this.pointer = null;
  };

  /** Forgets everything, keys included. */
  reset = (): void => {
    this.end();
    this.stage = null;
    this.proposed = [];
  };
}
