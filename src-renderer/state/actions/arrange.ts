import {
  align,
  distribute,
  inOneRow,
  onDots,
  type Edge,
  type Places,
  type Standing,
} from '../../../shared/layout/index.ts';
import type { CommandPayload } from '../../../shared/commands/index.ts';
import type { Placement } from '../../../shared/model/index.ts';
import type { Action, World } from './define.ts';

type How = CommandPayload<'place-items'>['how'];

const EDGES: readonly { readonly edge: Edge; readonly label: string; readonly key: string | null }[] = [
  { edge: 'left', label: 'Align left', key: 'ArrowLeft' },
  { edge: 'centre', label: 'Align centres', key: null },
  { edge: 'right', label: 'Align right', key: 'ArrowRight' },
  { edge: 'top', label: 'Align top', key: 'ArrowUp' },
  { edge: 'middle', label: 'Align middles', key: null },
  { edge: 'bottom', label: 'Align bottom', key: 'ArrowDown' },
];

/** Puts nodes, switches and cables in order on the drawing. Each is one step; bundling changes the view alone. */
export function arrangeActions({ project, session, view, arranger }: World): Action[] {
  /** Nodes and switches that are selected; a cluster stands for its nodes. */
  const standing = (): readonly Standing[] => {
    const { nodes, switches } = project.scene;
    const clusterOf = (id: string) => project.design.nodes.get(id as never)?.clusterId ?? '';
    return [...nodes, ...switches].filter(
      ({ id }) => view.selection.has(id) || view.selection.has(clusterOf(id)),
    );
  };
  const several = (least: number) => session.hasDocument && standing().length >= least;
  const place = (how: How, label: string, compute: (items: readonly Standing[]) => Places) => {
    const places = compute(standing());
    const keep = [...project.scene.nodes, ...project.scene.switches].filter(({ id }) => !places.has(id));
    const done = session.edit('place-items', {
      how,
      places: [...places].map(([id, { x, y }]): Placement => ({ id: id as Placement['id'], x, y })),
      keep: keep.map(({ id, box: { x, y } }): Placement => ({ id: id as Placement['id'], x, y })),
    });
    if (done) view.announce(`${label}: ${places.size} things`);
  };
  const action = (
    how: How,
    label: string,
    least: number,
    compute: (items: readonly Standing[]) => Places,
    keys: readonly string[] = [],
  ): Action => ({
    id: `arrange.${how}`,
    group: 'Arrange',
    label: () => label,
    keys,
    ...(keys.length > 0 ? { scope: 'drawing' as const } : {}),
    enabled: () => several(least),
    menu: () => several(least) && standing().length > 1,
    perform: () => place(how, label, compute),
  });
  const arrange = async (ids: ReadonlySet<string> | null) => {
    if (!(await arranger.arrange(ids))) return;
    view.canvas?.fit(ids ?? undefined);
    view.announce(ids ? `Arranged ${ids.size} things` : 'Arranged');
  };
  return [
    {
      id: 'arrange.all',
      group: 'Arrange',
      label: () => 'Arrange everything',
      keys: ['Mod+Shift+L'],
      enabled: () => session.hasDocument && project.scene.nodes.length > 0 && !arranger.busy,
      perform: () => void arrange(null),
    },
    {
      id: 'arrange.selection',
      group: 'Arrange',
      label: () => 'Arrange the selection',
      keys: [],
      enabled: () => several(2) && !arranger.busy,
      menu: () => several(2),
      perform: () => void arrange(new Set(standing().map(({ id }) => id))),
    },
    ...EDGES.map(({ edge, label, key }) =>
      action(
        `align-${edge}`,
        label,
        2,
        (items) => align(items, edge),
        key === null ? [] : [`Mod+Shift+${key}`],
      ),
    ),
    {
      id: 'view.bundle',
      group: 'View',
      label: () => (view.bundling ? 'Show parallel cables one by one' : 'Bundle parallel cables'),
      keys: ['Mod+B'],
      enabled: () => session.hasDocument,
      perform: () => {
        view.bundling = !view.bundling;
        view.announce(view.bundling ? 'Parallel cables are drawn as one' : 'Every cable is drawn');
      },
    },
    action('distribute-across', 'Distribute across', 3, (items) => distribute(items, 'x')),
    action('distribute-down', 'Distribute down', 3, (items) => distribute(items, 'y')),
    action('row', 'Put in one row', 2, inOneRow),
    action('grid', 'Snap to the grid', 1, onDots),
  ];
}
