import type { SubjectId } from '../lib/ids.ts';
import { compareText } from '../lib/stable-json.ts';
import type { RuleResult, Severity } from './define.ts';

/** What, why and what to do. */
export interface Telling {
  readonly message: string;
  readonly reason: string;
  readonly fix: string;
}

/** A fault of the design. `severity` only where this result weighs differently from its rule. */
export function violated(subjects: readonly SubjectId[], telling: Telling, severity?: Severity): RuleResult {
  return { status: 'violated', subjects, ...telling, ...(severity ? { severity } : {}) };
}

/** The rule cannot be asked here, and why. */
export function notApplicable(reason: string): readonly RuleResult[] {
  return [{ status: 'not-applicable', subjects: [], message: 'Not applicable', reason, fix: '' }];
}

/** What a rule says when it looked and found nothing wrong. */
interface Held {
  readonly subjects: readonly SubjectId[];
  readonly message: string;
  readonly reason: string;
}

/** The faults when there are any, else one pass for all that was looked at. */
export function conclude(faults: readonly RuleResult[], held: Held): readonly RuleResult[] {
  return faults.length > 0 ? faults : [{ status: 'pass', ...held, fix: '' }];
}

/** Judges things one by one: a fault for each that has one, else one pass; not applicable when there is none. */
export function judgeEach<T extends { readonly subject: SubjectId }>(
  items: readonly T[],
  how: {
    /** Why the rule does not apply when there is nothing to judge. */
    readonly absent: string;
    readonly reason: string;
    /** What to say when all is well. */
    readonly held: string;
    /** What is wrong with one of them and what to do; null when nothing is. */
    readonly fault: (item: T) => { readonly message: string; readonly fix: string } | null;
  },
): readonly RuleResult[] {
  if (items.length === 0) return notApplicable(how.absent);
  const { reason } = how;
  const faults = items.flatMap((item) => {
    const fault = how.fault(item);
    return fault ? [violated([item.subject], { ...fault, reason })] : [];
  });
  return conclude(faults, { subjects: items.map(({ subject }) => subject), message: how.held, reason });
}

/** Sorted and each once; returns the list itself when it already is. */
export function sortSubjects(subjects: readonly SubjectId[]): readonly SubjectId[] {
  for (let i = 1; i < subjects.length; i++) {
    if (compareText(subjects[i - 1] ?? '', subjects[i] ?? '') >= 0)
      return [...new Set(subjects)].sort(compareText);
  }
  return subjects;
}

/** Gives subjects sorted and each once. */
export type SubjectSorter = typeof sortSubjects;

/** How many sorted lists are remembered. */
const REMEMBERED = 8;

/** Makes a sorter for many results: a dozen rules say the same of all switches, whose list is sorted once. */
export function createSubjectSorter(): SubjectSorter {
  const known: { readonly list: readonly SubjectId[]; readonly sorted: readonly SubjectId[] }[] = [];
  return (list) => {
    if (list.length < 2) return list;
    const same = known.find((entry) => isSameList(entry.list, list));
    if (same) return same.sorted;
    const sorted = sortSubjects(list);
    if (sorted !== list && known.length < REMEMBERED) known.push({ list, sorted });
    return sorted;
  };
}

function isSameList(a: readonly SubjectId[], b: readonly SubjectId[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
