import type { Arranger } from '../arranger.ts';
import type { ProjectState } from '../project.svelte.ts';
import type { SessionState } from '../session.svelte.ts';
import type { ViewState } from '../view.svelte.ts';

/** Headings under which actions are listed in the shortcut sheet and the command palette, in their order. */
export const ACTION_GROUPS = ['File', 'Edit', 'Draw', 'Arrange', 'View', 'Help'] as const;

/** Something the user can do, as data: toolbar, menus, command palette and keyboard all read this. */
export interface Action {
  readonly id: string;
  readonly label: () => string;
  readonly group: (typeof ACTION_GROUPS)[number];
  /** For example `Mod+Shift+S`; several alternatives are all heard, the first is shown. */
  readonly keys: readonly string[];
  readonly enabled: () => boolean;
  readonly perform: () => void;
  /** `drawing`: only while the focus is on the canvas or the outline, because the keys mean other things in lists. */
  readonly scope?: 'drawing';
  /** It is listed in the menu of a right click while this is true: it applies to what is selected. */
  readonly menu?: () => boolean;
  /** It takes away what is selected: last in the menu of a right click, where no hasty Enter meets it. */
  readonly removes?: true;
  /** Why it is not possible now, in a few words; asked only while it is not. */
  readonly why?: () => string;
  /** Its keys are heard while a text is typed too. */
  readonly whileTyping?: boolean;
  /** Its keys may be held down: it happens again and again. */
  readonly repeats?: true;
  /** The system hears its keys and sends an event of its own; here they are only shown. */
  readonly native?: boolean;
}

/** What actions work on. */
export interface World {
  readonly project: ProjectState;
  readonly view: ViewState;
  readonly session: SessionState;
  readonly arranger: Arranger;
}
