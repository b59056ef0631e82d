import { DRAWER_TABS, type DrawerTab, type ThemeChoice } from '../view.svelte.ts';
import type { Action, World } from './define.ts';

const THEMES: readonly { readonly id: ThemeChoice; readonly label: string }[] = [
  { id: 'system', label: 'Theme of the system' },
  { id: 'light', label: 'Light theme' },
  { id: 'dark', label: 'Dark theme' },
];

/** What the tour is given on when nothing is open. */
const TOUR_TEMPLATE = 'eight-node-dual-10g';

const LISTS: Readonly<Record<DrawerTab, string>> = {
  checks: 'List of checks',
  bom: 'Purchase list (BOM)',
  devices: 'List of devices',
  cables: 'List of cables',
  addresses: 'Address plan',
  rates: 'List of rates',
  scripts: 'Scripts',
};

/** What the window shows and how large. */
export function viewActions({ session, view }: World): Action[] {
  const open = () => session.hasDocument;
  const check: Action = {
    id: 'view.check',
    group: 'View',
    label: () => 'Check',
    keys: ['F7'],
    enabled: open,
    perform: () => view.showChecks(null),
  };
  const zoom = (id: string, label: string, keys: string[], perform: () => void): Action => ({
    id: `view.${id}`,
    group: 'View',
    label: () => label,
    keys,
    enabled: open,
    perform,
  });
  return [
    {
      id: 'view.palette',
      group: 'View',
      label: () => 'Command palette',
      keys: ['Mod+K', 'Mod+Shift+P'],
      whileTyping: true,
      enabled: () => true,
      perform: () => view.openDialog('palette', {}),
    },
    check,
    {
      ...zoom('zoom-in', 'Zoom in', ['Mod+Plus', 'Mod+='], () => view.canvas?.zoomBy(1.25)),
      repeats: true,
    },
    { ...zoom('zoom-out', 'Zoom out', ['Mod+-'], () => view.canvas?.zoomBy(0.8)), repeats: true },
    zoom('zoom-reset', 'Zoom to 100 %', ['Mod+0'], () => view.canvas?.zoomTo(1)),
    {
      ...zoom('fit', 'Fit everything', ['Shift+1'], () => view.canvas?.fit()),
      menu: () => view.selection.size === 0,
    },
    {
      ...zoom('fit-selection', 'Fit the selection', ['Shift+2'], () => view.canvas?.fit(view.selection)),
      enabled: () => open() && view.selection.size > 0,
      menu: () => view.selection.size > 0,
    },
    zoom('tool-select', 'Select and move', ['V'], () => (view.tool = 'select')),
    zoom('tool-hand', 'Pan', ['H'], () => (view.tool = 'hand')),
    zoom('outline', 'Outline', [], () => view.resize({ outlineOpen: !view.panels.outlineOpen })),
    zoom('inspector', 'Inspector', [], () => view.resize({ inspectorOpen: !view.panels.inspectorOpen })),
    zoom('drawer', 'Lists', ['Mod+J'], () => view.resize({ drawerOpen: !view.panels.drawerOpen })),
    ...DRAWER_TABS.map((tab) => zoom(`list-${tab}`, LISTS[tab], [], () => view.showTab(tab))),
    ...THEMES.map((theme): Action => ({
      id: `view.theme-${theme.id}`,
      group: 'View',
      label: () => theme.label,
      keys: [],
      enabled: () => true,
      perform: () => view.setTheme(theme.id),
    })),
    {
      id: 'help.tour',
      group: 'Help',
      label: () => 'Tour of the window',
      keys: [],
      enabled: () => true,
      perform: () => {
        // There is something to point at only in a design.
        const shown = session.hasDocument || session.newFromTemplate(TOUR_TEMPLATE);
        void Promise.resolve(shown).then((ready) => {
          if (ready) view.tour = 0;
        });
      },
    },
    {
      id: 'help.shortcuts',
      group: 'Help',
      label: () => 'Keyboard shortcuts',
      keys: ['?'],
      enabled: () => true,
      perform: () => view.openDialog('shortcuts', {}),
    },
  ];
}
