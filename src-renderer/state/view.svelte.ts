import type { Box, Point } from '../../shared/geometry/box.ts';
import type { Scene } from '../../shared/scene/index.ts';
import type { DialogName, DialogRequest, DialogRequests } from './dialog-requests.ts';
import { loadPreference, savePreference } from './preferences.ts';
import { RatesView } from './rates-view.svelte.ts';
import { WiringState } from './wiring.svelte.ts';

export const DRAWER_TABS = ['checks', 'bom', 'devices', 'cables', 'addresses', 'rates', 'scripts'] as const;
export type DrawerTab = (typeof DRAWER_TABS)[number];
/** What the panel on the left shows. */
export const SIDE_TABS = ['outline', 'palette'] as const;
export type SideTab = (typeof SIDE_TABS)[number];
/** Parts of the inspector that are asked for by name. */
export type InspectorPart = 'project' | 'load';
export type ThemeChoice = 'system' | 'light' | 'dark';

/** Pan and zoom of the canvas: screen = canvas * k + (x, y). */
export interface Transform {
  readonly x: number;
  readonly y: number;
  readonly k: number;
}

/** A line at `at` on one axis, from and to along the other, in canvas units. */
export interface Guide {
  readonly axis: 'x' | 'y';
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** What a gesture would do, drawn but not yet part of the design. */
export type Preview =
  | {
      readonly kind: 'move';
      readonly ids: ReadonlySet<string>;
      readonly dx: number;
      readonly dy: number;
      /** What the dragged things line up with. */
      readonly guides?: readonly Guide[];
    }
  | { readonly kind: 'marquee'; readonly box: Box; readonly ids: ReadonlySet<string> }
  /** Something from the palette under the pointer: drawn moved by (dx, dy). `target` is what it would go into. */
  | {
      readonly kind: 'place';
      readonly ghost: Scene;
      readonly dx: number;
      readonly dy: number;
      readonly target: string | null;
    };

/** What the mounted canvas offers to the rest of the window. */
export interface CanvasControls {
  /** Shows everything, or the given items, as large as fits. */
  readonly fit: (ids?: ReadonlySet<string>) => void;
  readonly zoomBy: (factor: number) => void;
  readonly zoomTo: (scale: number) => void;
  /** Brings items into view without changing the scale, if they are not in view already. */
  readonly centreOn: (ids: ReadonlySet<string>) => void;
  /** Pans so that a point of the canvas is in the middle. */
  readonly panTo: (point: Point) => void;
  /** Moves the keyboard focus to the drawing. */
  readonly focus: () => void;
  /** Begins to draw a cable by keys at a node, a switch or a port. */
  readonly connectFrom: (id: string) => void;
  /** The part of the canvas that is in view. */
  readonly seen: () => Box;
  /** The canvas point under a point of the window, null where the drawing is not. */
  readonly pointAt: (client: Point) => Point | null;
  /** Opens the small search for something to place: at a point of the window, or in the middle of the drawing. */
  readonly quickAdd: (client?: Point) => void;
}

/** A menu asked for by a right click, Shift+F10 or the menu key. */
export interface MenuRequest {
  /** Px of the window. */
  readonly x: number;
  readonly y: number;
  /** What the menu is about, for those who hear it: the names of what is selected. */
  readonly label: string;
  /** Ids of actions in their order, `null` for a line; without it every action that applies to the selection. */
  readonly items?: readonly (string | null)[];
}

interface PanelSizes {
  readonly outline: number;
  readonly inspector: number;
  readonly drawer: number;
  readonly outlineOpen: boolean;
  readonly inspectorOpen: boolean;
  readonly drawerOpen: boolean;
  readonly legendOpen: boolean;
  readonly mapOpen: boolean;
  /** The drawer takes the whole height. */
  readonly drawerFull: boolean;
}

const DEFAULT_PANELS: PanelSizes = {
  outline: 184,
  inspector: 288,
  drawer: 216,
  outlineOpen: true,
  inspectorOpen: true,
  drawerOpen: true,
  legendOpen: true,
  mapOpen: true,
  drawerFull: false,
};

/** Pieces of the palette that are remembered. */
const MOST_RECENT = 6;

/** A small window begins with the drawing alone. */
const ALL_CLOSED = {
  outlineOpen: false,
  inspectorOpen: false,
  drawerOpen: false,
  legendOpen: false,
  mapOpen: false,
};

const EMPTY: ReadonlySet<string> = new Set();

/** What the user looks at. Lives and dies with the window; only panel sizes and theme are remembered. */
export class ViewState {
  /** Ids of nodes, switches, links, clusters, networks, adapters, ports; `fabric` and `project`. */
  selection: ReadonlySet<string> = $state.raw(EMPTY);
  /** Id under the pointer, on the canvas or in a table. */
  hovered: string | null = $state(null);
  drawerTab: DrawerTab = $state('checks');
  sideTab: SideTab = $state('outline');
  /** Changes when the search field of the palette is to take the focus. */
  paletteAsked = $state(0);
  /** The part of the inspector that is to take the focus as soon as it is there. */
  fieldsAsked: InspectorPart | null = $state(null);
  /** The small search for something to place: where it comes to stand and where the search opens, in px of the window. */
  quickAdd: { readonly at: Point; readonly client: Point } | null = $state.raw(null);
  /** Ids of what was placed last from the palette, the last first. */
  recentPieces: readonly string[] = $state.raw(loadPreference('recentPieces', isTexts, []));
  /** Set by a click on a number of the status bar: which findings to list. Null lists all. */
  checksFilter: string | null = $state(null);
  transform: Transform = $state.raw({ x: 0, y: 0, k: 1 });
  preview: Preview | null = $state.raw(null);
  /** The button of the pointer is held down on the drawing. */
  pressed = $state(false);
  /** All parallel cables are drawn as one, not only where they are many. */
  bundling = $state(false);
  /** Item of the canvas that holds the keyboard focus. */
  focusedItem: string | null = $state(null);
  /** What a press on the canvas does: select and move, draw a cable, or pan. */
  tool: 'select' | 'connect' | 'hand' = $state('select');
  /** The cable being drawn. */
  readonly wiring = new WiringState();
  /** What the list of rates shows, and what is taken for failed. */
  readonly rates = new RatesView();
  /** The pointer is in the middle of something that is not in the design yet. */
  readonly dragging: boolean = $derived(
    this.pressed || this.preview !== null || this.wiring.pointer !== null,
  );
  /** The dialog that is open; one at a time. */
  dialog: DialogRequest | null = $state.raw(null);
  /** The find bar, while it is open. The number changes with every Ctrl+F, so that the bar takes the focus again. */
  find: number | null = $state(null);
  /** The record whose name is being typed, and where. */
  renaming: { readonly id: string; readonly on: 'canvas' | 'outline' } | null = $state.raw(null);
  /** Which step of the tour is shown; null when it is not under way. */
  tour: number | null = $state(null);
  /** The tour was taken or declined: it is not offered again. */
  tourSeen: boolean = $state(loadPreference('tour-seen', isBoolean, false));
  /** The menu that is open. */
  menu: MenuRequest | null = $state.raw(null);
  theme: ThemeChoice = $state(loadPreference('theme', isTheme, 'system'));
  /** The drawing has been painted once: what stands around it follows. */
  painted: boolean = $state(false);
  /** The window is so small that panels lie over the drawing, one at a time. */
  compact: boolean = $state(false);
  #panels: PanelSizes = $state.raw(loadPreference('panels', isPanelSizes, DEFAULT_PANELS));
  /** What is open in a small window; not remembered, so that a larger one is as it was left. */
  #over: typeof ALL_CLOSED = $state.raw(ALL_CLOSED);
  readonly panels: PanelSizes = $derived(
    this.compact ? { ...this.#panels, ...this.#over, drawerFull: true } : this.#panels,
  );
  /** What a screen reader is to say next. The count makes the same words be said again. */
  announcement: { readonly text: string; readonly count: number } = $state.raw({ text: '', count: 0 });
  canvas: CanvasControls | null = null;

  /** The one selected id, null when none or several are. */
  readonly selectedId: string | null = $derived(
    this.selection.size === 1 ? (this.selection.values().next().value ?? null) : null,
  );

  select = (ids: Iterable<string>): void => {
    const next = new Set(ids);
    if (next.size === this.selection.size && [...next].every((id) => this.selection.has(id))) return;
    this.selection = next;
  };

  /** Adds the id, or takes it away when it is there. */
  toggle = (id: string): void => {
    const next = new Set(this.selection);
    if (!next.delete(id)) next.add(id);
    this.selection = next;
  };

  clearSelection = (): void => this.select(EMPTY);

  /** Selects ids and brings them into view on the canvas. */
  reveal = (ids: string | Iterable<string>): void => {
    this.select(typeof ids === 'string' ? [ids] : ids);
    this.canvas?.centreOn(this.selection);
  };

  openDialog = <N extends DialogName>(name: N, request: DialogRequests[N]): void => {
    this.dialog = { name, request } as DialogRequest;
  };

  closeDialog = (): void => {
    this.dialog = null;
  };

  /** Opens a menu of actions on what is selected; select what was clicked before. */
  openMenu = (request: MenuRequest): void => {
    this.menu = request;
  };

  closeMenu = (): void => {
    this.menu = null;
  };

  /** Ends the tour, or declines it: it is offered no more, but Help has it. */
  endTour = (): void => {
    this.tour = null;
    this.tourSeen = true;
    savePreference('tour-seen', true);
  };

  openFind = (): void => {
    this.find = (this.find ?? 0) + 1;
  };

  /** Closes the find bar; the selection stays. */
  closeFind = (): void => {
    this.find = null;
  };

  /** Says something to those who hear the screen: what was done, what a key would do. Everyone else sees it. */
  announce = (text: string): void => {
    this.announcement = { text, count: this.announcement.count + 1 };
  };

  /** Opens the drawer on one of its tabs. */
  showTab = (tab: DrawerTab): void => {
    this.drawerTab = tab;
    if (!this.panels.drawerOpen) this.resize({ drawerOpen: true });
  };

  /** Opens the list of findings, all of them or those of one status. */
  showChecks = (status: string | null): void => {
    this.checksFilter = status;
    this.showTab('checks');
  };

  /** Opens the palette with the focus in its search field. */
  showPalette = (): void => {
    this.sideTab = 'palette';
    this.resize({ outlineOpen: true });
    this.paletteAsked += 1;
    // At once, drawn or not: what is typed next is meant for it.
    this.painted = true;
  };

  /** Opens the inspector on what is selected, with the focus in the first field of one of its parts. */
  showFields = (part: InspectorPart): void => {
    this.resize({ inspectorOpen: true, drawerFull: false });
    this.fieldsAsked = part;
    this.painted = true;
  };

  /** Remembers what was placed from the palette. */
  notePiece = (id: string): void => {
    this.recentPieces = [id, ...this.recentPieces.filter((other) => other !== id)].slice(0, MOST_RECENT);
    savePreference('recentPieces', this.recentPieces);
  };

  resize = (change: Partial<PanelSizes>): void => {
    if (this.compact) {
      const { outlineOpen, inspectorOpen, drawerOpen } = change;
      const opens = outlineOpen === true || inspectorOpen === true || drawerOpen === true;
      this.#over = { ...(opens ? ALL_CLOSED : this.#over), ...opennessOf(change) };
      return;
    }
    this.#panels = { ...this.#panels, ...change };
    savePreference('panels', this.#panels);
  };

  setTheme = (theme: ThemeChoice): void => {
    this.theme = theme;
    savePreference('theme', theme);
  };

  /** Drops ids that are no longer there, after an undo or a deletion. */
  keepOnly = (exists: (id: string) => boolean): void => {
    const kept = [...this.selection].filter(exists);
    if (kept.length < this.selection.size) this.selection = new Set(kept);
  };

  /** Forgets what belonged to the design before. */
  reset = (): void => {
    this.clearSelection();
    this.hovered = null;
    this.focusedItem = null;
    this.preview = null;
    this.bundling = false;
    this.quickAdd = null;
    this.menu = null;
    this.renaming = null;
    this.tour = null;
    this.closeFind();
    this.checksFilter = null;
    this.fieldsAsked = null;
    this.rates.reset();
  };

  /** The canvas point under a point of the canvas element. */
  toCanvas = (point: Point): Point => {
    const { x, y, k } = this.transform;
    return { x: (point.x - x) / k, y: (point.y - y) / k };
  };
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((entry) => typeof entry === 'string');
}

function isBoolean(value: unknown): value is boolean {
  return typeof value === 'boolean';
}

function isTheme(value: unknown): value is ThemeChoice {
  return value === 'system' || value === 'light' || value === 'dark';
}

function opennessOf(change: Partial<PanelSizes>): Partial<typeof ALL_CLOSED> {
  const names = Object.keys(ALL_CLOSED) as (keyof typeof ALL_CLOSED)[];
  return Object.fromEntries(names.flatMap((name) => (name in change ? [[name, change[name]]] : [])));
}

function isPanelSizes(value: unknown): value is PanelSizes {
  if (typeof value !== 'object' || value === null) return false;
  const record = value as Record<string, unknown>;
  return Object.entries(DEFAULT_PANELS).every(([key, preset]) => {
    const found = record[key];
    return typeof found === typeof preset && (typeof found !== 'number' || (found >= 120 && found <= 2000));
  });
}
