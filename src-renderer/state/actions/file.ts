import { message } from '../../messages/en.ts';
import type { Action, World } from './define.ts';

/** Files: begin, open, save, export. */
export function fileActions({ session, view }: World): Action[] {
  const open = () => session.hasDocument;
  return [
    {
      id: 'file.new',
      group: 'File',
      label: () => 'Templates',
      keys: ['Mod+N'],
      enabled: () => true,
      perform: () => view.openDialog('templates', {}),
    },
    {
      id: 'file.size',
      group: 'File',
      label: () => 'Size from a target',
      keys: [],
      enabled: () => true,
      perform: () => view.openDialog('size', {}),
    },
    {
      id: 'file.open',
      group: 'File',
      label: () => 'Open',
      keys: ['Mod+O'],
      enabled: () => !session.busy,
      perform: () => void session.open(),
    },
    {
      id: 'file.save',
      group: 'File',
      label: () => 'Save',
      keys: ['Mod+S'],
      enabled: () => open() && !session.busy,
      perform: () => void session.save(),
    },
    {
      id: 'file.save-as',
      group: 'File',
      label: () => 'Save as',
      keys: ['Mod+Shift+S'],
      enabled: () => open() && !session.busy,
      perform: () => void session.saveAs(),
    },
    {
      id: 'file.recent',
      group: 'File',
      label: () => 'Recent designs',
      keys: [],
      enabled: () => true,
      perform: () => view.openDialog('recent', {}),
    },
    {
      id: 'file.versions',
      group: 'File',
      label: () => 'Earlier versions',
      keys: [],
      enabled: () => open() && session.file !== null,
      why: () => 'not saved yet',
      perform: () => view.openDialog('versions', {}),
    },
    {
      id: 'file.recover',
      group: 'File',
      label: () => 'Restore unsaved designs',
      keys: [],
      enabled: () => true,
      perform: () => void session.offerRecovery(true),
    },
    {
      id: 'file.save-by-itself',
      group: 'File',
      label: () => (session.saveByItself.on ? 'Stop saving automatically' : 'Save automatically'),
      keys: [],
      enabled: () => true,
      perform: () => {
        session.saveByItself.set(!session.saveByItself.on);
        session.toasts.show(
          'info',
          message(session.saveByItself.on ? 'save.byItselfOn' : 'save.byItselfOff'),
        );
      },
    },
    {
      id: 'file.new-window',
      group: 'File',
      label: () => 'New window',
      keys: ['Mod+Shift+N'],
      enabled: () => true,
      perform: () => void session.openWindow(null),
    },
    {
      id: 'file.compare',
      group: 'File',
      label: () => 'Compare with another design',
      keys: [],
      enabled: open,
      perform: () => view.openDialog('compare', { other: null }),
    },
    {
      id: 'file.export',
      group: 'File',
      label: () => 'Export',
      keys: ['Mod+E'],
      enabled: () => open() && session.exports.task === null,
      perform: () => view.openDialog('export', {}),
    },
    {
      id: 'file.print',
      group: 'File',
      label: () => 'Print as PDF',
      keys: ['Mod+P'],
      enabled: () => open() && session.exports.task === null,
      perform: () => view.openDialog('export', { formats: ['bom-pdf'] }),
    },
  ];
}
