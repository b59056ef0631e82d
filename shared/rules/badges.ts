import type { SubjectId } from '../lib/ids.ts';
import type { Finding, Severity, Status } from './define.ts';

const WEIGHT: Readonly<Record<Severity, number>> = { info: 1, warn: 2, fail: 3 };

/** The worst open finding per subject, rolled up to where the drawing shows it. Acknowledged ones do not count. */
export function badgesOf(findings: readonly Finding[]): Map<SubjectId, Severity> {
  const badges = new Map<SubjectId, Severity>();
  const raise = (subject: SubjectId, status: Severity) => {
    const now = badges.get(subject);
    if (now === undefined || WEIGHT[now] < WEIGHT[status]) badges.set(subject, status);
  };
  for (const { status, acknowledged, subjects, shownOn } of findings) {
    if (status === 'pass' || status === 'not-applicable' || acknowledged !== null) continue;
    for (const subject of subjects) raise(subject, status);
    for (const place of shownOn) raise(place, status);
  }
  return badges;
}

/** How many findings there are of each status; acknowledged ones count like the others. */
export interface FindingCounts {
  readonly fail: number;
  readonly warn: number;
  readonly info: number;
  readonly pass: number;
  readonly notApplicable: number;
}

/** Counts findings by status. */
export function countFindings(findings: readonly Finding[]): FindingCounts {
  const counts: Record<Status, number> = { fail: 0, warn: 0, info: 0, pass: 0, 'not-applicable': 0 };
  for (const { status } of findings) counts[status] += 1;
  const { 'not-applicable': notApplicable, ...rest } = counts;
  return { ...rest, notApplicable };
}
