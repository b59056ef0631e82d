import { describe, expect, it } from 'vitest';
import { catalog } from '../../../shared/catalog/index.ts';
import { must } from '../../../shared/lib/assert.ts';
import { computePlan } from '../../../shared/plan/index.ts';
import { templateById } from '../../../shared/templates/index.ts';
import { flowEnds } from '../../../src-renderer/shell/words.ts';

const endsOf = (template: string): string =>
  flowEnds(computePlan(must(templateById(template), template).build(), catalog).flow.clusters);

describe('what the rate of the status bar is of', () => {
  it('names who gives and who takes', () => {
    expect(endsOf('eight-node-dual-10g')).toBe('from file servers to Hyper-V nodes');
    expect(endsOf('set-25g')).toBe('among hyper-converged nodes');
    expect(flowEnds([])).toBe('from those that give storage to those that take it');
  });
});
