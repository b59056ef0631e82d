import { describe, expect, it } from 'vitest';
import { must } from '../../../shared/lib/assert.ts';
import { templateById } from '../../../shared/templates/index.ts';
import { ProjectState } from '../../../src-renderer/state/project.svelte.ts';

function threeSteps() {
  const project = new ProjectState(
    must(templateById('two-node-10g'), 'the template exists').build(),
    (prefix) => `${prefix}-1`,
  );
  const [id] = must([...project.design.nodes][0], 'there are nodes');
  const designs = [project.design];
  for (const name of ['A', 'B', 'C']) {
    expect(project.run('edit-node', { id, changes: { name } }).ok).toBe(true);
    designs.push(project.design);
  }
  return { project, designs };
}

describe('the list of steps', () => {
  it('keeps what undo took back at its end, and says where the design stands', () => {
    const { project } = threeSteps();
    const labels = project.steps.map((step) => step.label);
    expect(labels).toHaveLength(3);
    expect(project.place).toBe(3);
    project.undo();
    project.undo();
    expect(project.place).toBe(1);
    expect(project.steps.map((step) => step.label)).toEqual(labels);
  });

  it('leads to any place in one jump, back and forth', () => {
    const { project, designs } = threeSteps();
    for (const place of [0, 3, 1, 2, 2, 0]) {
      project.goTo(place);
      expect(project.place).toBe(place);
      expect(project.design).toEqual(designs[place]);
    }
  });

  it('leads nowhere beyond its ends', () => {
    const { project, designs } = threeSteps();
    project.goTo(4);
    project.goTo(-1);
    expect(project.place).toBe(3);
    expect(project.design).toEqual(designs[3]);
  });
});
