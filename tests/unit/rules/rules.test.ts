import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildDesign, TABLE_NAMES, type Design, type DesignRecords } from '../../../shared/model/index.ts';
import { catalog } from '../../../shared/catalog/index.ts';
import { computePlan } from '../../../shared/plan/index.ts';
import { SOURCES } from '../../../shared/rules/sources.ts';
import { RULES, badgesOf, countFindings, runRules, type Finding } from '../../../shared/rules/index.ts';
import { createRuleRunner, readRules } from '../../../shared/rules/run.ts';
import { templates } from '../../../shared/templates/index.ts';
import { designOf, findingsOf } from './load-cases.ts';

/** Severities as the reference list of 104 rules has them (error = fail, warning = warn); rules of our own last. */
const REFERENCE: Readonly<Record<'fail' | 'warn' | 'info', string>> = {
  fail: `SET-01 SET-03 SET-04 SET-05 SET-06 SET-08 SET-09 SET-10 SET-12 SET-13 SET-14 SET-15 SET-20 SET-21
    DCB-01 DCB-02 DCB-04 DCB-05 DCB-11 DCB-13 DCB-14 DCB-15 DCB-18 DCB-19 DCB-20 DCB-21 DCB-22 DCB-24 DCB-28 DCB-29 DCB-32
    RDMA-01 RDMA-02 RDMA-03 RDMA-11 RDMA-16 NET-04 NET-07 CL-01 CL-02 CL-07 HW-03
    HW-05 CAT-01 NAME-01 NAME-02 CL-13 NET-11`,
  warn: `SET-07 SET-17 SET-22 DCB-08 DCB-09 DCB-12 DCB-16 DCB-23 RDMA-05 RDMA-08 RDMA-09
    NET-01 NET-05 NET-09 CL-04 CL-05 HW-01 HW-02 HW-06 HW-07 NET-10 SPOF-01 LOAD-02 LOAD-03`,
  info: 'SET-11 DCB-03 DCB-10 DCB-25 DCB-26 DCB-27 RDMA-19 CL-03 CL-06 CL-08 HW-04 LOAD-01',
};

const ROOT = new URL('../../../shared/rules/', import.meta.url);

function template(id: string): Design {
  return designOf({ template: id, changes: [] });
}

function open(findings: readonly Finding[]): readonly string[] {
  return findings
    .filter(({ status }) => status === 'fail' || status === 'warn' || status === 'info')
    .map(({ rule }) => rule);
}

function withRecords(design: Design, change: Partial<DesignRecords>): Design {
  const records = Object.fromEntries(TABLE_NAMES.map((name) => [name, [...design[name].values()]]));
  return buildDesign({ ...(records as unknown as DesignRecords), ...change });
}

describe('the list of rules', () => {
  it('has every rule file, each id once, and only sources that are cited', () => {
    const files = readdirSync(ROOT, { recursive: true })
      .map(String)
      .filter(
        (file) => file.endsWith('.ts') && /= defineRule\(/.test(readFileSync(new URL(file, ROOT), 'utf8')),
      );
    const listed = readFileSync(new URL('index.ts', ROOT), 'utf8');
    for (const file of files) expect(listed).toContain(`'./${file.replaceAll('\\', '/')}'`);
    expect(files.length).toBe(RULES.length);
    expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
    for (const { id, sources } of RULES) {
      expect([id, sources.length > 0]).toEqual([id, true]);
      for (const key of sources) expect([id, key, SOURCES.has(key)]).toEqual([id, key, true]);
    }
  });

  it('weighs each rule as the reference does', () => {
    const own = Object.fromEntries(RULES.map(({ id, severity }) => [id, severity]));
    const reference = Object.entries(REFERENCE).flatMap(([severity, ids]) =>
      ids.split(/\s+/).map((id) => [id, severity] as const),
    );
    expect(own).toEqual(Object.fromEntries(reference));
  });
});

describe('templates', () => {
  it.each(templates.map(({ id }) => id))('%s has no finding of severity fail', (id) => {
    const failed = findingsOf(template(id)).filter(({ status }) => status === 'fail');
    expect(failed.map(({ rule, message }) => `${rule} ${message}`)).toEqual([]);
  });

  it('the designs with one switch, and no others, are warned of it', () => {
    const warned = templates.flatMap(({ id }) =>
      findingsOf(template(id))
        .filter(({ rule, status }) => rule === 'SPOF-01' && status === 'warn')
        .map(({ message }) => [id, message]),
    );
    expect(warned).toEqual([
      ['eight-node-dual-10g', 'All storage between 8 nodes runs through TOR1.'],
      ['ten-node-two-40g', 'All storage between 10 nodes runs through TOR1.'],
    ]);
  });

  it('two-node-40g gets HW-01 with a Gen2 slot, and only then', () => {
    const before = findingsOf(template('two-node-40g'));
    expect(open(before)).not.toContain('HW-01');
    const old = designOf({
      template: 'two-node-40g',
      changes: [{ path: 'profiles/profile-fs/adapters/0/gen', value: 2 }],
    });
    const added = open(findingsOf(old)).filter((rule) => !open(before).includes(rule));
    expect(added).toEqual(['HW-01']);
  });

  it('a design of iWARP adapters is asked nothing about PFC', () => {
    const changes = ['fs', 'hv'].flatMap((role) => [
      { path: `profiles/profile-${role}/adapters/0/partId`, value: 'chelsio-t520-cr' },
      { path: `profiles/profile-${role}/adapters/0/protocol`, value: 'iWARP' },
    ]);
    const findings = findingsOf(designOf({ template: 'eight-node-dual-10g', changes }));
    for (const rule of [
      'DCB-01',
      'DCB-02',
      'DCB-04',
      'DCB-05',
      'DCB-14',
      'DCB-15',
      'DCB-18',
      'DCB-19',
      'DCB-22',
    ]) {
      const own = findings.filter((finding) => finding.rule === rule);
      expect(own.map(({ status, reason }) => [rule, status, reason])).toEqual([
        [rule, 'not-applicable', 'iWARP runs over TCP and needs no PFC.'],
      ]);
    }
  });
});

describe('running the rules', () => {
  const [first] = RULES;
  const input = () => {
    const design = template('two-node-10g');
    return { design, plan: computePlan(design, catalog) };
  };

  it('stops on a repeated id, an unknown source and a rule that says nothing', () => {
    if (!first) throw new Error('there are rules');
    expect(() => readRules([first, first])).toThrow('used twice');
    expect(() => readRules([{ ...first, sources: ['NOWHERE'] }])).toThrow('NOWHERE');
    expect(() => createRuleRunner(readRules([{ ...first, check: () => [] }]))(input())).toThrow('no result');
  });

  it('orders by status, then rule, then subjects', () => {
    const rule = (id: string, severity: 'fail' | 'info', subjects: readonly (readonly string[])[]) => ({
      id,
      area: 'set' as const,
      title: id,
      severity,
      sources: ['ENG'],
      check: () =>
        subjects.map((list) => ({
          status: 'violated' as const,
          subjects: list,
          message: 'm',
          reason: 'r',
          fix: 'f',
        })),
    });
    const ask = createRuleRunner(
      readRules([
        rule('X-10', 'fail', [['b'], ['a', 'c']]),
        rule('X-9', 'fail', [['z', 'y']]),
        rule('X-1', 'info', [['a']]),
      ]),
    );
    const findings = ask(input());
    expect(findings.map((finding) => [finding.rule, ...finding.subjects].join(' '))).toEqual([
      'X-9 y z',
      'X-10 a c',
      'X-10 b',
      'X-1 a',
    ]);
  });

  it('an acknowledgement counts for its rule and exactly its subjects', () => {
    const acknowledge = (rule: string, subjects: readonly string[]) =>
      findingsOf(
        withRecords(
          designOf({
            template: 'eight-node-dual-10g',
            changes: [{ path: 'nodes/fs02/name', value: 'HV01' }],
          }),
          {
            acknowledgements: [
              { id: 'ack-1' as never, rule, subjects: [...subjects], note: 'Renamed on site.', author: '' },
            ],
          },
        ),
      ).find((finding) => finding.status === 'fail');
    expect(acknowledge('NAME-01', ['hv01', 'fs02'])?.acknowledged).toBe('Renamed on site.');
    expect(acknowledge('NAME-01', ['fs02'])?.acknowledged).toBeNull();
    expect(acknowledge('NAME-02', ['fs02', 'hv01'])?.acknowledged).toBeNull();
  });

  it('counts every finding once', () => {
    const findings = findingsOf(template('set-25g'));
    const counts = countFindings(findings);
    const { fail, warn, info, pass, notApplicable } = counts;
    expect(fail + warn + info + pass + notApplicable).toBe(findings.length);
    expect(counts.info).toBe(open(findings).length);
  });

  it('gives a result per rule and whole texts whatever the policy is', () => {
    const priority = fc.integer({ min: 0, max: 7 });
    const share = fc.integer({ min: 1, max: 99 });
    const policy = fc.record({
      dcb: fc.boolean(),
      smbPriority: priority,
      clusterPriority: priority,
      defaultPriority: priority,
      losslessPriorities: fc.array(priority, { maxLength: 8 }),
      smbShare: share,
      clusterShare: share,
      extraClasses: fc.array(fc.record({ name: fc.constantFrom('Backup', 'NFS'), priority, share }), {
        maxLength: 8,
      }),
      dcbxWilling: fc.boolean(),
      mtu: fc.integer({ min: 1280, max: 16_000 }),
      switchMtu: fc.integer({ min: 1280, max: 16_000 }),
      hostFlowControl: fc.boolean(),
      ecn: fc.boolean(),
      liveMigration: fc.constantFrom('smb' as const, 'compression' as const, 'tcpip' as const),
      liveMigrationLimitMBps: fc.option(fc.integer({ min: 1, max: 100_000 })),
    });
    const ids = RULES.map(({ id }) => id);
    fc.assert(
      fc.property(policy, fc.constantFrom(...templates), (fabric, chosen) => {
        const base = chosen.build();
        const design = withRecords(base, {
          fabric: [...base.fabric.values()].map((record) => ({ ...record, ...fabric })),
        });
        const findings = runRules({ design, plan: computePlan(design, catalog) });
        expect([...new Set(findings.map(({ rule }) => rule))].sort()).toEqual([...ids].sort());
        for (const { message, reason } of findings)
          expect(message + reason).not.toMatch(/undefined|NaN|Infinity/);
      }),
      { numRuns: 60 },
    );
  });
});

describe('badges', () => {
  it('a fault of a profile slot is shown on its nodes and adapters, worst status first', () => {
    const findings = findingsOf(
      designOf({
        template: 'two-node-40g',
        changes: [
          { path: 'profiles/profile-fs/adapters/0/gen', value: 2 },
          { path: 'nodes/fs01/name', value: 'FS 01' },
          { path: 'links/link-001/b/port', value: 4 },
        ],
      }),
    );
    const badges = badgesOf(findings);
    expect(badges.get('link-001')).toBe('fail');
    expect(badges.get('fs01')).toBe('fail');
    expect(badges.get('hv01')).toBe('fail');
  });

  it('a slot rolls up to adapter and node, and an acknowledged finding leaves no badge', () => {
    const design = designOf({
      template: 'two-node-40g',
      changes: [{ path: 'profiles/profile-fs/adapters/0/gen', value: 2 }],
    });
    const badges = badgesOf(findingsOf(design));
    expect(['profile-fs/2', 'fs01/2', 'fs01', 'hv01'].map((id) => badges.get(id))).toEqual([
      'warn',
      'warn',
      'warn',
      undefined,
    ]);
    const seen = withRecords(design, {
      acknowledgements: [
        { id: 'ack-1' as never, rule: 'HW-01', subjects: ['profile-fs/2'], note: '', author: '' },
      ],
    });
    expect(badgesOf(findingsOf(seen)).has('fs01')).toBe(false);
  });

  it('a switch gets the badge of its faults, its peers do not', () => {
    const badges = badgesOf(
      findingsOf(designOf({ template: 'set-25g', changes: [{ path: 'switches/tor2/pfc', value: false }] })),
    );
    expect([badges.get('tor2'), badges.get('tor1')]).toEqual(['fail', undefined]);
  });
});
