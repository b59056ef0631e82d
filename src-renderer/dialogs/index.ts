import type { Component } from 'svelte';
import type { DialogName, DialogRequests } from '../state/dialog-requests.ts';
import ExportDialog from './ExportDialog.svelte';
import ShortcutSheet from './ShortcutSheet.svelte';
import TemplatesDialog from './TemplatesDialog.svelte';

/** The component of every dialog; its props are what it is asked with. One line each. */
const dialogs: { readonly [N in DialogName]: Component<DialogRequests[N]> } = {
  export: ExportDialog,
  shortcuts: ShortcutSheet,
  templates: TemplatesDialog,
};

/** The component of one dialog. */
export function dialogOf<N extends DialogName>(name: N): Component<DialogRequests[N]> {
  return dialogs[name];
}
