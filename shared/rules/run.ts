import { assert } from '../lib/assert.ts';
import { compareNatural, compareText } from '../lib/stable-json.ts';
import type { Design } from '../model/index.ts';
import type { Finding, Rule, RuleResult, RulesInput, Status } from './define.ts';
import { collectFacts } from './collect-facts.ts';
import { sortSubjects } from './results.ts';
import { createLocator } from './shown-on.ts';
import { SOURCES } from './sources.ts';

const STATUS_ORDER: readonly Status[] = ['fail', 'warn', 'info', 'pass', 'not-applicable'];

/**
 * Asks every rule of the list. Order: status from fail to not applicable, then rule id, then subjects.
 * A rule without a result, an id used twice or a source nobody knows is a bug of the list.
 */
export function runRuleList(rules: readonly Rule[], { design, plan }: RulesInput): readonly Finding[] {
  const ranks = rankRules(rules);
  const input = { design, plan, facts: collectFacts(plan) };
  const notes = acknowledgements(design);
  const locate = createLocator(plan, input.facts);
  const findings = rules.flatMap((rule) => {
    const results = rule.check(input);
    assert(results.length > 0, `rule ${rule.id} gave no result`);
    const source = citation(rule);
    return results.map((result) => toFinding(rule, result, source, notes, locate));
  });
  return sortFindings(findings, ranks);
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
  notes: ReadonlyMap<string, string>,
  locate: (subjects: readonly string[]) => readonly string[],
): Finding {
  const subjects = sortSubjects(result.subjects);
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
    acknowledged: open ? (notes.get(findingKey(rule.id, subjects)) ?? null) : null,
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

function sortFindings(findings: readonly Finding[], ranks: ReadonlyMap<string, number>): readonly Finding[] {
  return findings
    .map((finding) => ({
      finding,
      rank: STATUS_ORDER.indexOf(finding.status) * ranks.size + (ranks.get(finding.rule) ?? 0),
      key: finding.subjects.join('\n'),
    }))
    .sort((a, b) => a.rank - b.rank || compareText(a.key, b.key))
    .map(({ finding }) => finding);
}
