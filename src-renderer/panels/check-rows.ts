import { compareText } from '../../shared/lib/stable-json.ts';
import type { Acknowledgement, Design } from '../../shared/model/index.ts';
import type { Plan } from '../../shared/plan/index.ts';
import type { Finding } from '../../shared/rules/index.ts';
import { subjectOf, subjectsText, type Subject } from './subjects.ts';
import type { Column, Group } from './table.ts';

/** One finding as the list of checks shows it. */
export interface CheckRow {
  readonly key: string;
  readonly finding: Finding;
  readonly subjects: readonly Subject[];
  readonly subjectsText: string;
}

/** Where a finding is listed: by its status, but apart once the user has accepted it. */
export type CheckBucket = Finding['status'] | 'acknowledged';

export const CHECK_BUCKETS: readonly { readonly id: CheckBucket; readonly label: string }[] = [
  { id: 'fail', label: 'Fails' },
  { id: 'warn', label: 'Warnings' },
  { id: 'info', label: 'Notes' },
  { id: 'acknowledged', label: 'Acknowledged' },
  { id: 'pass', label: 'Passes' },
  { id: 'not-applicable', label: 'Not applicable' },
];

/** The bucket of a finding. */
export function bucketOf(finding: Finding): CheckBucket {
  const open = finding.status === 'fail' || finding.status === 'warn' || finding.status === 'info';
  return open && finding.acknowledged !== null ? 'acknowledged' : finding.status;
}

/** Findings with their subjects named, in the order of the run. */
export function checkRows(design: Design, plan: Plan, findings: readonly Finding[]): readonly CheckRow[] {
  return findings.map((finding, index) => {
    const subjects = finding.subjects.map((id) => subjectOf(design, plan, id));
    const key = `${finding.rule} ${finding.subjects[0] ?? ''} ${index}`;
    return { key, finding, subjects, subjectsText: subjectsText(subjects) };
  });
}

/** How many findings each bucket holds. */
export function checkCounts(findings: readonly Finding[]): Record<CheckBucket, number> {
  const counts = { fail: 0, warn: 0, info: 0, acknowledged: 0, pass: 0, 'not-applicable': 0 };
  for (const finding of findings) counts[bucketOf(finding)]++;
  return counts;
}

/**
 * Rows in groups by bucket, empty ones left out. What needs no attention is folded away, unless `only` asks for
 * exactly that bucket.
 */
export function checkGroups(rows: readonly CheckRow[], only: string | null): readonly Group<CheckRow>[] {
  return CHECK_BUCKETS.filter(({ id }) => only === null || id === only)
    .map(({ id, label }) => ({
      id: only === null ? id : `only-${id}`,
      label,
      rows: rows.filter((row) => bucketOf(row.finding) === id),
      open: only !== null || !['pass', 'not-applicable', 'acknowledged'].includes(id),
    }))
    .filter((group) => group.rows.length > 0);
}

export const CHECK_COLUMNS: readonly Column<CheckRow>[] = [
  { id: 'rule', label: 'Rule', value: (row) => row.finding.rule, mono: true, width: '96px' },
  { id: 'subjects', label: 'On', value: (row) => row.subjectsText, width: '17%' },
  { id: 'message', label: 'What', value: (row) => messageOf(row.finding) },
  { id: 'fix', label: 'What to do', value: (row) => row.finding.fix, width: '28%' },
  { id: 'status', label: 'Status', value: (row) => bucketOf(row.finding), hidden: true },
  { id: 'reason', label: 'Why', value: (row) => row.finding.reason, hidden: true },
  { id: 'source', label: 'Source', value: (row) => row.finding.source, hidden: true },
  { id: 'note', label: 'Note', value: (row) => row.finding.acknowledged, hidden: true },
];

/** What a finding says in one line; where a rule was not asked, the reason is all there is to say. */
export function messageOf({ status, message, reason }: Finding): string {
  return status === 'not-applicable' ? reason : message;
}

/** What to outline on the canvas for a row under the pointer. */
export function placeOf({ finding, subjects }: CheckRow): string | null {
  return finding.shownOn[0] ?? subjects[0]?.select[0] ?? null;
}

/** True when a finding is about one of these ids, or is shown on it. */
export function concerns(finding: Finding, ids: ReadonlySet<string>): boolean {
  return finding.subjects.some((id) => ids.has(id)) || finding.shownOn.some((id) => ids.has(id));
}

/** The user's note on a finding, null when there is none. */
export function acknowledgementOf(design: Design, finding: Finding): Acknowledgement | null {
  const wanted = [...finding.subjects].sort(compareText).join('\n');
  for (const note of design.acknowledgements.values()) {
    if (note.rule === finding.rule && note.subjects.join('\n') === wanted) return note;
  }
  return null;
}

/** Findings the user should see beside the fields of these subjects: open ones, worst first. */
export function openFindingsOn(findings: readonly Finding[], ids: ReadonlySet<string>): readonly Finding[] {
  const order = { fail: 0, warn: 1, info: 2 };
  return findings
    .filter((finding) => bucketOf(finding) in order && concerns(finding, ids))
    .sort((a, b) => order[a.severity] - order[b.severity]);
}
