import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/jetbrains-mono/wght.css';
import './styles/tokens.css';
import './styles/base.css';
import { mount } from 'svelte';
import { must } from '../shared/lib/assert.ts';
import { emptyDesign } from '../shared/model/index.ts';
import App from './App.svelte';
import { connectHost } from './host/connect.ts';
import { message } from './messages/en.ts';
import Unreachable from './shell/Unreachable.svelte';
import { createActions } from './state/actions/index.ts';
import { Arranger } from './state/arranger.ts';
import { createId } from './state/create-id.ts';
import { connectPreferences } from './state/preferences.ts';
import { ProjectState } from './state/project.svelte.ts';
import { SessionState } from './state/session.svelte.ts';
import { SizeState } from './state/size.svelte.ts';
import { ViewState } from './state/view.svelte.ts';
import { warmUp } from './state/warm-up.ts';
import { createLayoutEngine } from './workers/layout-engine.ts';
import { createSizeEngine } from './workers/size-engine.ts';

const target = must(document.getElementById('app'), 'the page has a place for the app');
try {
  const client = await connectHost();
  await connectPreferences(client);
  const project = new ProjectState(emptyDesign(message('app.untitled')), createId);
  const view = new ViewState();
  const session = new SessionState(client, project, view);
  const arranger = new Arranger(project, session, createLayoutEngine);
  const size = new SizeState(createSizeEngine());
  const actions = createActions({ project, view, session, arranger });
  mount(App, { target, props: { project, view, session, size, actions, client } });
  warmUp(() => session.hasDocument);
} catch (error) {
  mount(Unreachable, { target, props: { reason: error instanceof Error ? error.message : String(error) } });
}
