import type { BrokenReference } from '../model/index.ts';
import { MOST_ISSUES } from './validate.ts';

/** Why a text could not be opened as a design, one tag per stage. */
export type FileFailure =
  | { readonly tag: 'notJson'; readonly line: number; readonly column: number; readonly truncated: boolean }
  | { readonly tag: 'notOurs'; readonly found: string }
  | { readonly tag: 'tooNew'; readonly version: number; readonly supported: number }
  | { readonly tag: 'migrationFailed'; readonly step: string; readonly message: string }
  | {
      readonly tag: 'invalid';
      readonly issues: readonly { readonly path: string; readonly message: string }[];
    }
  | { readonly tag: 'brokenReference'; readonly references: readonly BrokenReference[] };

const SHOWN = 5;
/** Greatest length of one line in characters: a key of a broken file can be megabytes long. */
const LINE = 240;

/** A message for the user: what is wrong, where, and that nothing was changed. `name` is the file's name. */
export function describeFailure(failure: FileFailure, name: string): string {
  switch (failure.tag) {
    case 'notJson': {
      const where = `line ${failure.line}, column ${failure.column}`;
      return failure.truncated
        ? `${name} is cut off: the text ends in the middle at ${where}. The rest of the file is missing; look for a backup (.bak) beside it.`
        : `${name} cannot be read: it is not valid JSON at ${where}.`;
    }
    case 'notOurs':
      return `${name} is not a Clusterwright design: ${failure.found}.`;
    case 'tooNew':
      return `${name} was saved by a newer Clusterwright (file version ${failure.version}; this program reads up to ${failure.supported}). Update Clusterwright to open it.`;
    case 'migrationFailed':
      return `${name} comes from an older version and could not be brought up to date in step "${failure.step}": ${failure.message}.`;
    case 'invalid':
      return list(
        `${name} is a Clusterwright design, but parts of it are broken:`,
        failure.issues.map(({ path, message }) => `${path}: ${message}`),
      );
    case 'brokenReference':
      return list(
        `${name} names things that are not in it or are there twice:`,
        failure.references.map(({ path, names }) => `${path}: ${names}`),
      );
  }
}

function list(head: string, lines: readonly string[]): string {
  const shown = lines.slice(0, SHOWN).map((line) => `  ${oneLine(line)}`);
  const rest = lines.length >= MOST_ISSUES ? 'many' : String(lines.length - SHOWN);
  const more = lines.length > SHOWN ? [`  and ${rest} more`] : [];
  return [head, ...shown, ...more].join('\n');
}

/** Text out of the file for a terminal or a page: what could move the cursor or turn the line around is spelled out. */
function oneLine(text: string): string {
  const cut = text.length > LINE ? `${text.slice(0, LINE)}...` : text;
  return cut.replace(
    /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu,
    (char) => `<U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`,
  );
}
