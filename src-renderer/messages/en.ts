import type { HostErrorCode } from '../../shared/host/index.ts';

/** Every text the shell says, by code. Panels keep their own table headings beside their tables. */
export const EN = {
  'app.untitled': () => 'Untitled',
  'app.design': () => 'Design',
  'file.edited': () => 'edited',
  'file.notSaved': () => 'not saved yet',
  'file.saved': (name: string) => `Saved ${name}`,
  'file.opened': (name: string) => `Opened ${name}`,
  'file.openFailed': (name: string) => `${name} was not opened. The file is as it was.`,
  'recent.failed': () => 'The list of recent files could not be changed.',
  'file.saving': (name: string) => `Saving ${name}`,
  'save.byItselfOn': () => 'Edits are saved into the file automatically',
  'save.byItselfOff': () => 'Edits are saved into the file only when you save',
  'recovery.none': () => 'There is nothing to restore: every design was saved.',
  'recovery.restored': (name: string) => `Restored ${name}`,
  'recovery.saveIt': () => 'It is not in its file yet: save it when it is as you want it.',
  'recovery.failed': (name: string) => `${name} could not be restored. The recovery copy is kept.`,
  'recovery.trouble': () => 'Recovery copies cannot be written. Save often until this is solved.',
  'reload.step': () => 'Load the version on disk',
  'reload.done': (name: string) => `${name} was changed on disk and is shown as it is now.`,
  'reload.undo': () => 'Undo brings back what was here.',
  'versions.step': (date: string) => `Restore the version of ${date}`,
  'versions.restored': (date: string) => `The version of ${date} is back.`,
  'versions.restoredAdvice': () => 'The file is changed when you save. Undo takes it back.',
  'window.failed': () => 'No other window could be opened.',
  'window.elsewhere': (name: string) => `${name} is open in another window, too.`,
  'window.elsewhereAdvice': () => 'Edit it in one of them only; the other one will tell of the change.',
  'conflict.title': () => 'The file was changed by someone else',
  'conflict.text': (name: string) =>
    `${name} no longer holds what was read from it. Saving would replace the other change, which then stays in the earlier versions.`,
  'conflict.missingTitle': () => 'The file is no longer there',
  'conflict.missingText': (name: string) =>
    `${name} was moved, renamed or deleted since it was opened. Your design is still here.`,
  'conflict.again': () => 'Save it there again',
  'conflict.overwrite': () => 'Replace it',
  'conflict.copy': () => 'Save as another file',
  'conflict.reload': () => 'Load the other version',
  'saveFailed.title': (name: string) => `${name} was not saved`,
  'saveFailed.kept': () => 'Your design is still here, and a recovery copy of it is kept.',
  'saveFailed.notKept': () =>
    'Your design is still here. No recovery copy could be written: do not close the window.',
  'saveFailed.again': () => 'Try again',
  'notice.changed': (name: string) => `${name} was changed by another program. Your edits are not in it.`,
  'notice.missing': (name: string) => `${name} was moved or deleted. Saving writes it again.`,
  'notice.keepMine': () => 'Keep mine',
  'notice.compare': () => 'Compare',
  cancel: () => 'Cancel',
  'template.unknown': (id: string) => `There is no template "${id}".`,
  'edit.refused': () => 'That was not done.',
  'paste.other': () => 'The clipboard holds no part of a design.',
  'paste.byKey': () => 'Go to the drawing and press Ctrl+V: only the keys may read the clipboard here.',
  'paste.damaged': () => 'This was not pasted: the copied piece of a design is not whole.',
  'export.done': (files: number, folder: string) =>
    `Exported ${files} ${files === 1 ? 'file' : 'files'} to ${folder}`,
  'export.failed': () => 'The export was stopped. Files written before are complete.',
  'export.cancelled': () => 'Export cancelled',
  'export.running': () => 'Exporting',
  'host.lost': () => 'The program behind this page does not answer. Start it again, then save.',
  'arrange.task': (things: number) => `Arranging ${things} things`,
  'arrange.outdated': () => 'The drawing was not arranged: the design was changed meanwhile.',
  'arrange.failed': () => 'The drawing was not arranged.',
  'bug.title': () => 'Something went wrong',
  'bug.text': () =>
    'Clusterwright met a mistake of its own. Your design is still here: save it under a new name.',
} as const;

export type MessageCode = keyof typeof EN;

/** The text for a code, with the values it names. */
export function message<C extends MessageCode>(code: C, ...values: Parameters<(typeof EN)[C]>): string {
  return (EN[code] as (...args: readonly unknown[]) => string)(...values);
}

/** What a user reads when the host gave only a code. */
export const HOST_ADVICE: Partial<Record<HostErrorCode, string>> = {
  'disk-full': 'Free some space, or save to another disk.',
  'read-only': 'Save it under another name or in another folder, or ask for the right to write there.',
  'not-found': 'It may have been moved or renamed.',
  lost: 'Check the connection and try again, or save to a disk of this computer.',
  unreachable: 'Start Clusterwright again; your design stays open in this window.',
};
