import type { Outcome } from '../../../shared/outcome.ts';
import type { Plan } from '../../../shared/plan/index.ts';
import type { Finding } from '../../../shared/rules/index.ts';
import { bucketOf } from '../../panels/check-rows.ts';
import { gigabytes, lineSpeed } from '../../panels/format.ts';

/** One line of the table before / after. */
export interface SummaryRow {
  readonly label: string;
  readonly before: string;
  readonly after: string;
  /** Better, worse or neither: never told by colour alone, the words say it too. */
  readonly change: 'better' | 'worse' | 'same' | 'other';
}

/** What a swap means in a few numbers. */
export function summaryOf(before: Outcome, after: Outcome): readonly SummaryRow[] {
  const number = (
    label: string,
    of: (outcome: Outcome) => number,
    unit: string,
    more: 'better' | 'worse',
  ): SummaryRow => {
    const [was, is] = [of(before), of(after)];
    const text = (value: number) => (unit === '' ? String(value) : `${gigabytes(value)} ${unit}`);
    const less = more === 'better' ? 'worse' : 'better';
    const equal = text(was) === text(is);
    return { label, before: text(was), after: text(is), change: equal ? 'same' : is > was ? more : less };
  };
  const speeds = [speedsText(before.plan), speedsText(after.plan)] as const;
  return [
    {
      label: 'Cables',
      before: speeds[0],
      after: speeds[1],
      change: speeds[0] === speeds[1] ? 'same' : 'other',
    },
    number('Each node receives', ({ plan }) => least(plan, (node) => node.receiveGbps), 'GB/s', 'better'),
    number('Each node sends', ({ plan }) => least(plan, (node) => node.sendGbps), 'GB/s', 'better'),
    number('All together', ({ plan }) => plan.flow.rateGbps, 'GB/s', 'better'),
    number('After one failure', ({ plan }) => plan.flow.worstCase.rateGbps, 'GB/s', 'better'),
    number('Switch ports free', ({ plan }) => plan.totals.switchPortsFree, '', 'better'),
    number('Fails', (outcome) => openOf(outcome, 'fail'), '', 'worse'),
    number('Warnings', (outcome) => openOf(outcome, 'warn'), '', 'worse'),
  ];
}

/** Cables by speed: `32 x 25G, 2 x 100G`; those that cannot be built are told. */
function speedsText(plan: Plan): string {
  const counts = new Map<number, number>();
  let unbuilt = 0;
  for (const { speedGbps, problem } of plan.links) {
    if (speedGbps === null || problem) unbuilt += 1;
    else counts.set(speedGbps, (counts.get(speedGbps) ?? 0) + 1);
  }
  const parts = [...counts].sort(([a], [b]) => b - a).map(([speed, n]) => `${n} x ${lineSpeed(speed)}`);
  if (unbuilt > 0) parts.push(`${unbuilt} not built`);
  return parts.length > 0 ? parts.join(', ') : 'none';
}

function least(plan: Plan, of: (node: Plan['nodes'][number]) => number): number {
  return plan.nodes.length === 0 ? 0 : Math.min(...plan.nodes.map(of));
}

function openOf({ findings }: Outcome, bucket: 'fail' | 'warn'): number {
  return findings.filter((finding) => bucketOf(finding) === bucket).length;
}

/** A finding that a swap brings or settles. */
export interface FindingChange {
  readonly key: string;
  readonly kind: 'new' | 'settled';
  readonly finding: Finding;
}

/** Fails and warnings that are there on one side only, new ones first. */
export function findingChanges(before: Outcome, after: Outcome): readonly FindingChange[] {
  const [was, is] = [openFindings(before), openFindings(after)];
  const only = (
    kind: FindingChange['kind'],
    here: ReadonlyMap<string, Finding>,
    there: ReadonlyMap<string, Finding>,
  ): FindingChange[] =>
    [...here]
      .filter(([key]) => !there.has(key))
      .map(([key, finding]) => ({ key: `${kind} ${key}`, kind, finding }));
  return [...only('new', is, was), ...only('settled', was, is)];
}

/** By rule and message: ids of profiles may be new, the sentence tells the same matter. */
function openFindings({ findings }: Outcome): ReadonlyMap<string, Finding> {
  return new Map(
    findings
      .filter((finding) => bucketOf(finding) === 'fail' || bucketOf(finding) === 'warn')
      .map((finding) => [`${finding.rule} ${finding.message}`, finding]),
  );
}
