import { describe, expect, it } from 'vitest';
import { catalog } from '../../../shared/catalog/index.ts';
import { computePlan } from '../../../shared/plan/index.ts';
import { composeScripts } from '../../../shared/scripts/index.ts';
import { templates } from '../../../shared/templates/index.ts';

describe('the preview of one node', () => {
  it('shows the very files an export of all nodes would write', () => {
    for (const template of templates) {
      const design = template.build();
      const plan = computePlan(design, catalog);
      const all = composeScripts(design, plan, 'a1b2c3');
      for (const node of plan.nodes) {
        const own = composeScripts(design, plan, 'a1b2c3', node.id);
        expect(own).toEqual(all.filter((file) => file.nodeId === node.id));
        expect(own).toHaveLength(2);
      }
    }
  });
});
