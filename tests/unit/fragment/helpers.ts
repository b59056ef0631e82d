import { catalog } from '../../../shared/catalog/index.ts';
import { applyCommand } from '../../../shared/commands/index.ts';
import type { Insertion } from '../../../shared/fragment/index.ts';
import { must } from '../../../shared/lib/assert.ts';
import type { Design } from '../../../shared/model/index.ts';
import { computeOutcome } from '../../../shared/outcome.ts';
import { computePlan } from '../../../shared/plan/index.ts';
import { templateById } from '../../../shared/templates/index.ts';

/** Ids that count up. */
export function counter(): (prefix: string) => string {
  let n = 0;
  return (prefix) => `${prefix}-t${++n}`;
}

/** A template as a design. */
export function template(id: string): Design {
  return must(templateById(id), id).build();
}

/** The design with what was planned. */
export function insert(design: Design, insertion: Insertion): Design {
  const result = applyCommand(design, 'insert-items', insertion, { newId: counter() });
  if (!result.ok) throw new Error(result.error);
  return result.value.design;
}

/** What follows from a design. */
export const planOf = (design: Design) => computePlan(design, catalog);
/** Names of its nodes, sorted. */
export const namesOf = (design: Design) => [...design.nodes.values()].map((node) => node.name).sort();
/** What it makes one buy. */
export const boughtFor = (design: Design) =>
  computeOutcome(design, catalog).bom.lines.map((line) => [line.partNumber, line.description, line.quantity]);
/** No places: everything stands by itself. */
export const NOWHERE = new Map<string, { x: number; y: number }>();
