import { assert } from '../lib/assert.ts';
import { compareNatural, compareText } from '../lib/stable-json.ts';
import type { Design } from '../model/index.ts';
import type { Finding, Rule, RuleInput, RuleResult, RulesInput, Status } from './define.ts';
import { createFacts } from './collect-facts.ts';
import { createSubjectSorter, sortSubjects, type SubjectSorter } from './results.ts';
import { createLocator } from './shown-on.ts';
import { SOURCES } from './sources.ts';
import { createTracker, holds, type Remembered } from './tracked.ts';

const STATUS_ORDER: readonly Status[] = ['fail', 'warn', 'info', 'pass', 'not-applicable'];

/** What a rule answered, as findings nobody has acknowledged yet. */
type Answers = ReadonlyMap<Rule, Remembered<readonly Finding[]>>;

/** A list of rules with what follows from it alone. */
export interface RuleBook {
  readonly rules: readonly Rule[];
  /** The place of a rule among all by its id. */
  readonly ranks: ReadonlyMap<string, number>;
  readonly citations: ReadonlyMap<Rule, string>;
}

/** Looks a list of rules through: an id used twice or a source nobody knows is a bug of the list. */
export function readRules(rules: readonly Rule[]): RuleBook {
  return { rules, ranks: rankRules(rules), citations: new Map(rules.map((rule) => [rule, citation(rule)])) };
}

/**
 * Makes the function that asks every rule of the list. Order of its findings: status from fail to not applicable,
 * then rule id, then subjects. It keeps the answers of the last time and asks a rule again only when something it
 * read has changed. A rule without a result is a bug.
 */
export function createRuleRunner({
  rules,
  ranks,
  citations,
}: RuleBook): (input: RulesInput) => readonly Finding[] {
  const gather = createFacts();
  let answers: Answers = new Map();
  return ({ design, plan }) => {
    const facts = gather(plan);
    const sources = { design, plan, facts };
    const track = createTracker(sources);
    const sort = createSubjectSorter();
    answers = new Map(
      rules.map((rule) => {
        const before = answers.get(rule);
        if (before && holds(before, sources)) return [rule, before];
        return [rule, track((input) => ask(rule, citations.get(rule) ?? '', input, sort))];
      }),
    );
    const notes = acknowledgements(design);
    const findings = [...answers.values()].flatMap(({ out }) => out).map((one) => acknowledge(one, notes));
    return sortFindings(findings, ranks);
  };
}

function ask(rule: Rule, source: string, input: RuleInput, sort: SubjectSorter): readonly Finding[] {
  const results = rule.check(input);
  assert(results.length > 0, `rule ${rule.id} gave no result`);
  const locate = createLocator(input.plan, input.facts);
  return results.map((result) => toFinding(rule, result, source, { locate, sort }));
}

function acknowledge(finding: Finding, notes: ReadonlyMap<string, string>): Finding {
  const open = finding.status !== 'pass' && finding.status !== 'not-applicable';
  const note = open && notes.size > 0 ? notes.get(findingKey(finding.rule, finding.subjects)) : undefined;
  return note === undefined ? finding : { ...finding, acknowledged: note };
}

function rankRules(rules: readonly Rule[]): ReadonlyMap<string, number> {
  const ids = rules.map((rule) => rule.id).sort(compareNatural);
  const ranks = new Map(ids.map((id, rank) => [id, rank]));
  assert(ranks.size === rules.length, 'a rule id is used twice');
  return ranks;
}

function citation(rule: Rule): string {
  return rule.sources
    .map((key) => {
      const text = SOURCES.get(key);
      assert(text !== undefined, `rule ${rule.id} names the unknown source ${key}`);
      return text;
    })
    .join('; ');
}

function toFinding(
  rule: Rule,
  result: RuleResult,
  source: string,
  { locate, sort }: { readonly locate: ReturnType<typeof createLocator>; readonly sort: SubjectSorter },
): Finding {
  const subjects = sort(result.subjects);
  const severity = result.severity ?? rule.severity;
  const open = result.status === 'violated';
  return {
    rule: rule.id,
    title: rule.title,
    status: open ? severity : result.status === 'pass' ? 'pass' : 'not-applicable',
    severity,
    subjects,
    shownOn: open ? locate(subjects) : [],
    message: result.message,
    reason: result.reason,
    fix: result.fix,
    source,
    acknowledged: null,
  };
}

/** Notes by rule and exactly the same subjects. */
function acknowledgements(design: Design): ReadonlyMap<string, string> {
  const records = [...design.acknowledgements.values()];
  return new Map(
    records.map((record) => [findingKey(record.rule, sortSubjects(record.subjects)), record.note]),
  );
}

function findingKey(rule: string, subjects: readonly string[]): string {
  return [rule, ...subjects].join('\n');
}

/** Subjects are text without line breaks, so their lists are compared as lines. */
function compareSubjects(a: Finding, b: Finding): number {
  return compareText(a.subjects.join('\n'), b.subjects.join('\n'));
}

function sortFindings(findings: readonly Finding[], ranks: ReadonlyMap<string, number>): readonly Finding[] {
  const ranked = findings.map((finding) => ({
    finding,
    rank: STATUS_ORDER.indexOf(finding.status) * ranks.size + (ranks.get(finding.rule) ?? 0),
  }));
  return ranked
    .sort((a, b) => a.rank - b.rank || compareSubjects(a.finding, b.finding))
    .map(({ finding }) => finding);
}
