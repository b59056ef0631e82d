import type { HostErrorCode } from '../../shared/host/index.ts';

/** Every text the shell says, by code. Panels keep their own table headings beside their tables. */
export const EN = {
  'app.untitled': () => 'Untitled',
  'file.edited': () => 'edited',
  'file.notSaved': () => 'not saved yet',
  'file.saved': (name: string) => `Saved ${name}`,
  'file.opened': (name: string) => `Opened ${name}`,
  'file.openFailed': (name: string) => `${name} was not opened. The file is as it was.`,
  'file.saveFailed': (name: string) => `${name} was not saved. Your design is still here.`,
  'recent.failed': () => 'The list of recent files could not be changed.',
  'conflict.title': () => 'The file was changed by someone else',
  'conflict.text': (name: string) =>
    `${name} no longer holds what was read from it. Saving would replace the other change.`,
  'conflict.overwrite': () => 'Replace it',
  'conflict.copy': () => 'Save as another file',
  'conflict.reload': () => 'Load the other version',
  cancel: () => 'Cancel',
  'template.unknown': (id: string) => `There is no template "${id}".`,
  'edit.refused': () => 'That was not done.',
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
  'read-only': 'Choose another folder, or ask for the right to write there.',
  'not-found': 'It may have been moved or renamed.',
  unreachable: 'Start Clusterwright again; your design stays open in this window.',
};
