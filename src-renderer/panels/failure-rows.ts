import type { Design } from '../../shared/model/index.ts';
import { failuresOf, type Failure, type Plan } from '../../shared/plan/index.ts';
import { gigabytes } from './format.ts';
import { subjectOf } from './subjects.ts';
import type { Column } from './table.ts';

/** The loss of one component, and whether the user has it failed now. */
export interface FailureRow {
  readonly failure: Failure;
  readonly lostPercent: number;
  /** Names of the nodes that are cut off. */
  readonly cutOff: readonly string[];
}

const KINDS: Readonly<Record<Failure['kind'], string>> = {
  adapter: 'Adapter',
  cable: 'Cable',
  'inter-switch-cable': 'Cable between switches',
  switch: 'Switch',
  node: 'Node',
};

/** More names than these are counted. */
const NAMED = 6;

/** Every single failure, the worst first. */
export function failureRows(design: Design, plan: Plan): readonly FailureRow[] {
  const whole = plan.flow.rateGbps;
  return failuresOf(plan).map((failure) => ({
    failure,
    lostPercent: whole > 0 ? Math.round((failure.lostGbps / whole) * 1000) / 10 : 0,
    cutOff: failure.cutOff.map((id) => subjectOf(design, plan, id).label),
  }));
}

/** Who is cut off, in words; empty for nobody. */
export function cutOffText({ cutOff }: Pick<FailureRow, 'cutOff'>): string {
  const more = cutOff.length - NAMED;
  return `${cutOff.slice(0, NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** What is lost: `Switch TOR1`. */
export function failureName({ failure }: FailureRow): string {
  return failure.label.charAt(0).toUpperCase() + failure.label.slice(1);
}

export const FAILURE_COLUMNS: readonly Column<FailureRow>[] = [
  { id: 'what', label: 'Without', value: failureName },
  { id: 'kind', label: 'Kind', value: ({ failure }) => KINDS[failure.kind], width: '16%', hidden: true },
  {
    id: 'left',
    label: 'Left',
    unit: 'GB/s',
    value: ({ failure }) => Number((failure.rateGbps / 8).toFixed(3)),
    text: ({ failure }) => gigabytes(failure.rateGbps),
    align: 'end',
    width: '84px',
  },
  {
    id: 'lost',
    label: 'Lost',
    unit: '%',
    value: ({ lostPercent }) => lostPercent,
    text: ({ lostPercent }) => `${lostPercent.toFixed(1)} %`,
    align: 'end',
    width: '84px',
  },
  { id: 'cutOff', label: 'Cut off', value: cutOffText, width: '32%' },
  { id: 'fail', label: 'Now', value: () => null, width: '112px' },
];
