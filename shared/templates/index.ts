import { dedicated2012r2 } from './dedicated-2012r2.ts';
import type { Template } from './define.ts';
import { eightNodeDual10g } from './eight-node-dual-10g.ts';
import { set100g } from './set-100g.ts';
import { set25g } from './set-25g.ts';
import { switchless2Node } from './switchless-2-node.ts';
import { switchless3Node } from './switchless-3-node.ts';
import { tenNodeTwo40g } from './ten-node-two-40g.ts';
import { twoNode10g } from './two-node-10g.ts';
import { twoNode40g } from './two-node-40g.ts';

/** All templates, in the order of the gallery. */
export const templates: readonly Template[] = [
  twoNode10g,
  eightNodeDual10g,
  twoNode40g,
  tenNodeTwo40g,
  set25g,
  set100g,
  switchless2Node,
  switchless3Node,
  dedicated2012r2,
];

/** The template of that id, null when there is none. */
export function templateById(id: string): Template | null {
  return templates.find((template) => template.id === id) ?? null;
}

export { TEMPLATE_GROUPS, type Template, type TemplateGroup } from './define.ts';
