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
      id: 'file.export',
      group: 'File',
      label: () => 'Export',
      keys: ['Mod+E'],
      enabled: () => open() && session.exportTask === null,
      perform: () => view.openDialog('export', {}),
    },
    {
      id: 'file.print',
      group: 'File',
      label: () => 'Print as PDF',
      keys: ['Mod+P'],
      enabled: () => open() && session.exportTask === null,
      perform: () => view.openDialog('export', { formats: ['bom-pdf'] }),
    },
  ];
}
