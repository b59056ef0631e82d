import { failableOf } from '../failable.ts';
import type { Action, World } from './define.ts';

/** What is left when something fails, and how it is computed. Nothing here changes the design. */
export function failureActions({ project, session, view }: World): Action[] {
  const open = (): boolean => session.hasDocument;
  const selected = () => failableOf(project.outcome.plan, view.selection);
  const whole = () => selected().filter((id) => !view.rates.failed.has(id));
  const failed = () => selected().filter((id) => view.rates.failed.has(id));
  return [
    {
      id: 'failure.fail',
      group: 'View',
      label: () => (whole().length > 1 ? 'Fail all of these' : 'Fail it'),
      keys: [],
      enabled: () => open() && whole().length > 0,
      menu: () => whole().length > 0,
      why: () => 'select an adapter, a cable, a switch or a node first',
      perform: () => view.rates.fail(whole()),
    },
    {
      id: 'failure.bring-back',
      group: 'View',
      label: () => (failed().length > 1 ? 'Bring these back' : 'Bring it back'),
      keys: [],
      enabled: () => failed().length > 0,
      menu: () => failed().length > 0,
      why: () => 'select something that has failed first',
      perform: () => view.rates.bringBack(failed()),
    },
    {
      id: 'failure.bring-all-back',
      group: 'View',
      label: () => 'Bring all back',
      keys: [],
      enabled: () => view.rates.failed.size > 0,
      menu: () => view.rates.failed.size > failed().length,
      why: () => 'nothing has failed',
      perform: view.rates.bringAllBack,
    },
    {
      id: 'failure.list',
      group: 'View',
      label: () => 'What is left after each failure',
      keys: [],
      enabled: open,
      perform: () => {
        view.rates.tab = 'failures';
        view.showTab('rates');
      },
    },
    {
      id: 'failure.bottleneck',
      group: 'View',
      label: () => (view.rates.pinned ? 'Unmark the bottleneck' : 'Mark the bottleneck'),
      keys: [],
      enabled: () => open() && project.outcome.plan.flow.bottleneck.length > 0,
      why: () => 'no storage flows yet',
      perform: () => (view.rates.pinned = !view.rates.pinned),
    },
    {
      id: 'help.formulas',
      group: 'Help',
      label: () => 'How this is computed',
      keys: [],
      enabled: () => true,
      perform: () => view.openDialog('formulas', { at: null }),
    },
  ];
}
