import type { Component } from 'svelte';
import type { DialogName, DialogRequests } from '../state/dialog-requests.ts';
import CommandPalette from './CommandPalette.svelte';
import CompareDialog from './compare/CompareDialog.svelte';
import BreakoutDialog from './connect/BreakoutDialog.svelte';
import ConnectMeshDialog from './connect/ConnectMeshDialog.svelte';
import ConnectNodesDialog from './connect/ConnectNodesDialog.svelte';
import ConnectPortDialog from './connect/ConnectPortDialog.svelte';
import ConnectSwitchesDialog from './connect/ConnectSwitchesDialog.svelte';
import DuplicateDialog from './DuplicateDialog.svelte';
import ExportDialog from './ExportDialog.svelte';
import RecentDialog from './files/RecentDialog.svelte';
import RecoveryDialog from './files/RecoveryDialog.svelte';
import VersionsDialog from './files/VersionsDialog.svelte';
import FormulasDialog from './formulas/FormulasDialog.svelte';
import GroupDialog from './GroupDialog.svelte';
import HistoryDialog from './HistoryDialog.svelte';
import ShortcutSheet from './ShortcutSheet.svelte';
import SizeDialog from '../size/SizeDialog.svelte';
import SwapDialog from './swap/SwapDialog.svelte';
import TemplatesDialog from './TemplatesDialog.svelte';

/** The component of every dialog; its props are what it is asked with. One line each. */
const dialogs: { readonly [N in DialogName]: Component<DialogRequests[N]> } = {
  breakout: BreakoutDialog,
  compare: CompareDialog,
  'connect-mesh': ConnectMeshDialog,
  'connect-nodes': ConnectNodesDialog,
  'connect-port': ConnectPortDialog,
  'connect-switches': ConnectSwitchesDialog,
  duplicate: DuplicateDialog,
  export: ExportDialog,
  formulas: FormulasDialog,
  group: GroupDialog,
  history: HistoryDialog,
  palette: CommandPalette,
  recent: RecentDialog,
  recovery: RecoveryDialog,
  shortcuts: ShortcutSheet,
  size: SizeDialog,
  swap: SwapDialog,
  templates: TemplatesDialog,
  versions: VersionsDialog,
};

/** The component of one dialog. */
export function dialogOf<N extends DialogName>(name: N): Component<DialogRequests[N]> {
  return dialogs[name];
}
