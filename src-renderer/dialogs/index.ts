import type { Component } from 'svelte';
import type { DialogName, DialogRequests } from '../state/dialog-requests.ts';
import CommandPalette from './CommandPalette.svelte';
import ExportDialog from './ExportDialog.svelte';
import HistoryDialog from './HistoryDialog.svelte';
import ShortcutSheet from './ShortcutSheet.svelte';
import SwapDialog from './swap/SwapDialog.svelte';
import TemplatesDialog from './TemplatesDialog.svelte';

/** The component of every dialog; its props are what it is asked with. One line each. */
const dialogs: { readonly [N in DialogName]: Component<DialogRequests[N]> } = {
  export: ExportDialog,
  history: HistoryDialog,
  palette: CommandPalette,
  shortcuts: ShortcutSheet,
  swap: SwapDialog,
  templates: TemplatesDialog,
};

/** The component of one dialog. */
export function dialogOf<N extends DialogName>(name: N): Component<DialogRequests[N]> {
  return dialogs[name];
}
