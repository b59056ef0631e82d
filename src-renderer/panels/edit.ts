import type { CommandId, CommandPayload } from '../../shared/commands/index.ts';
import type { ProjectState } from '../state/project.svelte.ts';

/** Runs one command; gives back the sentence that says why it was refused, null when it was done. */
export type Edit = <C extends CommandId>(id: C, payload: CommandPayload<C>) => string | null;

/** The form fields need: a sentence to show below themselves, or null. */
export function editOf(project: ProjectState): Edit {
  return (id, payload) => {
    const result = project.run(id, payload);
    return result.ok ? null : result.error;
  };
}

/** Reads whole numbers separated by commas or spaces: `3, 4`. Null when a part is not one. */
export function parseNumbers(text: string): number[] | null {
  const parts = text.split(/[\s,;]+/).filter(Boolean);
  return parts.every((part) => /^\d{1,6}$/.test(part)) ? parts.map(Number) : null;
}

/** Reads a length in metres with a point or a comma: `2.5`. Null when it is none. */
export function parseLength(text: string): number | null {
  const trimmed = text.trim().replace(/\s*m$/, '');
  return /^\d{1,6}([.,]\d{1,3})?$/.test(trimmed) ? Number(trimmed.replace(',', '.')) : null;
}
