import type { Counts, VersionChange } from '../../../shared/host/index.ts';

const some = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

/** `8 nodes, 2 switches, 16 cables` */
export function countsInWords({ nodes, switches, cables }: Counts): string {
  return [some(nodes, 'node'), some(switches, 'switch', 'switches'), some(cables, 'cable')].join(', ');
}

/** What a version changed: `2 nodes added, 1 cable removed, settings changed`. */
export function changeInWords(change: VersionChange | null): string {
  if (change === null) return 'The oldest version kept';
  const parts: string[] = [];
  for (const [key, one, many] of [
    ['nodes', 'node', 'nodes'],
    ['switches', 'switch', 'switches'],
    ['cables', 'cable', 'cables'],
  ] as const) {
    const { added, removed, edited } = change[key];
    if (added > 0) parts.push(`${some(added, one, many)} added`);
    if (removed > 0) parts.push(`${some(removed, one, many)} removed`);
    if (edited > 0) parts.push(`${some(edited, one, many)} changed`);
  }
  if (change.settings) parts.push('settings changed');
  if (parts.length === 0)
    return change.moved ? 'Things moved on the drawing' : 'The same design, saved again';
  return parts.join(', ');
}

const DATE = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** A time of the host as the user writes dates. */
export function dateInWords(iso: string): string {
  const time = Date.parse(iso);
  return Number.isNaN(time) ? iso : DATE.format(time);
}
