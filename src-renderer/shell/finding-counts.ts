import type { Finding, Status } from '../../shared/rules/index.ts';

/** How many findings there are of each status. Acknowledged ones are not counted as open fails, warnings or infos. */
export function countFindings(
  findings: readonly Finding[],
): Readonly<Record<Status | 'acknowledged', number>> {
  const counts = { fail: 0, warn: 0, info: 0, pass: 0, 'not-applicable': 0, acknowledged: 0 };
  for (const finding of findings) {
    counts[finding.acknowledged === null ? finding.status : 'acknowledged']++;
  }
  return counts;
}
