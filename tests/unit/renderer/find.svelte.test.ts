import { describe, expect, it } from 'vitest';
import { must } from '../../../shared/lib/assert.ts';
import { templateById } from '../../../shared/templates/index.ts';
import { FindState } from '../../../src-renderer/state/find.svelte.ts';
import { ProjectState } from '../../../src-renderer/state/project.svelte.ts';
import { ViewState } from '../../../src-renderer/state/view.svelte.ts';

function setUp() {
  const design = must(templateById('eight-node-dual-10g'), 'the template exists').build();
  const project = new ProjectState(design, (prefix) => prefix);
  const view = new ViewState();
  return { project, view, find: new FindState(project, view) };
}

describe('the search through a design', () => {
  it('looks at nothing while it is closed', () => {
    const { find, view } = setUp();
    find.look('hv0');
    expect(find.index).toEqual([]);
    expect(find.found.size).toBe(0);
    view.openFind();
    expect(find.matches).toHaveLength(6);
    expect(find.found).toEqual(new Set(find.matches.flatMap((match) => match.select)));
  });

  it('goes from match to match, around both ends, and selects what it shows', () => {
    const { find, view } = setUp();
    view.openFind();
    find.look('hv0');
    find.go(1);
    const first = view.selectedId;
    expect(find.current?.select).toEqual([first]);
    find.go(-1);
    expect(find.at).toBe(5);
    find.go(1);
    expect(view.selectedId).toBe(first);
    find.look('hv0');
    find.go(-1);
    expect(find.at).toBe(5);
  });

  it('leaves the selection when it is closed, or finds nothing', () => {
    const { find, view } = setUp();
    view.select(['fs01']);
    view.openFind();
    find.look('no such thing');
    find.go(1);
    view.closeFind();
    expect(view.selectedId).toBe('fs01');
  });

  it('follows an edit', () => {
    const { find, project, view } = setUp();
    view.openFind();
    find.look('renamed');
    expect(find.matches).toEqual([]);
    project.run('edit-node', { id: 'fs01' as never, changes: { name: 'RENAMED' } });
    expect(find.matches.map((match) => match.label)).toEqual(['RENAMED']);
  });
});
