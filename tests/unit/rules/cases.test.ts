import { describe, expect, it } from 'vitest';
import { RULES, type Finding } from '../../../shared/rules/index.ts';
import { designOf, findingsOf, loadCases } from './load-cases.ts';

const cases = loadCases();

const SEVERITIES: readonly string[] = ['fail', 'warn', 'info'];

function violations(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ status }) => SEVERITIES.includes(status));
}

function nameOf({ rule, status, subjects }: Pick<Finding, 'rule' | 'status' | 'subjects'>): string {
  return `${status} ${rule}: ${subjects.join(' ')}`;
}

describe('cases of the rules', () => {
  it('every rule has a valid and an invalid case, and no folder is without a rule', () => {
    const kinds = (rule: string) =>
      [...new Set(cases.filter((one) => one.rule === rule).map(({ name }) => name.split('-')[0]))].sort();
    for (const { id } of RULES) expect([id, kinds(id)]).toEqual([id, ['invalid', 'valid']]);
    const ids = new Set(RULES.map(({ id }) => id));
    expect(cases.filter(({ rule }) => !ids.has(rule))).toEqual([]);
  });

  it.each(cases.filter(({ name }) => name.startsWith('invalid-')))(
    '$rule $name: exactly its finding, and no other',
    (one) => {
      const before = new Set(
        violations(findingsOf(designOf({ template: one.template, changes: [] }))).map(nameOf),
      );
      const all = violations(findingsOf(designOf(one))).filter((finding) => !before.has(nameOf(finding)));
      const besides = one.besides ?? [];
      for (const id of besides) expect(all.map(({ rule }) => rule)).toContain(id);
      const added = all.filter(({ rule }) => !besides.includes(rule)).map(nameOf);
      if (typeof one.expect === 'string') throw new Error('an invalid case lists findings');
      expect(added.sort()).toEqual(one.expect.map((wanted) => nameOf({ ...wanted, rule: one.rule })).sort());
    },
  );

  it.each(cases.filter(({ name }) => name.startsWith('valid-')))('$rule $name: $expect', (one) => {
    const own = findingsOf(designOf(one)).filter(({ rule }) => rule === one.rule);
    expect(own.map(({ status }) => status)).toEqual([one.expect]);
  });

  it('every text is whole, and a finding is known by its rule and subjects', () => {
    for (const one of cases) {
      const findings = findingsOf(designOf(one));
      const open = violations(findings);
      const keys = open.map(({ rule, subjects }) => [rule, ...subjects].join('\n'));
      expect(new Set(keys).size).toBe(keys.length);
      for (const { rule, status, message, reason, fix, source, title } of findings) {
        const texts = [message, reason, source, title, ...(SEVERITIES.includes(status) ? [fix] : [])];
        for (const text of texts) {
          expect([one.name, rule, text.length > 0]).toEqual([one.name, rule, true]);
          expect(text).not.toMatch(/undefined|NaN|null|Infinity|\[object|\s{2}|\.\.| ,|""/);
        }
        if (!SEVERITIES.includes(status)) expect(fix).toBe('');
      }
    }
  });
});
