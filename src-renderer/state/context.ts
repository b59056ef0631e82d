import { createContext } from 'svelte';
import type { ActionList } from './actions/index.ts';
import type { FindState } from './find.svelte.ts';
import type { ProjectState } from './project.svelte.ts';
import type { RatesState } from './rates.svelte.ts';
import type { SessionState } from './session.svelte.ts';
import type { SizeState } from './size.svelte.ts';
import type { ViewState } from './view.svelte.ts';

/** The design being edited and everything computed from it. */
export const [useProject, provideProject] = createContext<ProjectState>();
/** What is selected, hovered, shown and how large; never saved with the design. */
export const [useView, provideView] = createContext<ViewState>();
/** The file, the host, exports and messages to the user. */
export const [useSession, provideSession] = createContext<SessionState>();
/** The sizing wizard: what is asked for and what was found. */
export const [useSize, provideSize] = createContext<SizeState>();
/** What the design delivers with what has failed in it. */
export const [useRates, provideRates] = createContext<RatesState>();
/** The search through the design. */
export const [useFind, provideFind] = createContext<FindState>();
/** User actions as data: toolbar, menus and shortcuts read the same list. */
export const [useActions, provideActions] = createContext<ActionList>();
