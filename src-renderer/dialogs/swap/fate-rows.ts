import type { CableFate } from '../../../shared/swap/index.ts';
import { lineSpeed } from '../../panels/format.ts';
import type { Column } from '../../panels/table.ts';

export const FATE: Readonly<Record<CableFate['fate'], string>> = {
  broken: 'broken',
  unbuilt: 'still broken',
  removed: 'removed',
  moved: 'moved',
  changed: 'changed',
  mended: 'mended',
  kept: 'kept',
};

/** Fates from what needs a look to what does not. */
export const FATES = Object.keys(FATE) as readonly CableFate['fate'][];

/** `a` alone when both are equal, else what it was and what it becomes. */
function change(a: string, b: string | undefined): string {
  return b === undefined || a === b ? a : `${a} -> ${b}`;
}

export const FATE_COLUMNS: readonly Column<CableFate>[] = [
  { id: 'tag', label: 'Cable', value: ({ before }) => before.tag, mono: true, width: '60px' },
  { id: 'fate', label: 'Becomes', value: ({ fate }) => FATE[fate], width: '88px' },
  { id: 'a', label: 'End A', value: ({ before, after }) => change(before.portA, after?.portA), width: '22%' },
  { id: 'b', label: 'End B', value: ({ before, after }) => change(before.portB, after?.portB), width: '24%' },
  {
    id: 'speed',
    label: 'Speed',
    value: ({ before, after }) => change(speed(before.speedGbps), after ? speed(after.speedGbps) : undefined),
    width: '92px',
  },
  { id: 'cable', label: 'Product', value: ({ before, after }) => change(before.cable, after?.cable) },
];

function speed(speedGbps: number | null): string {
  return speedGbps === null ? 'none' : lineSpeed(speedGbps);
}
