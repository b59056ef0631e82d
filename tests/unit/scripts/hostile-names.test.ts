import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Design, OsVersion } from '../../../shared/model/index.ts';
import type { ScriptFile } from '../../../shared/scripts/index.ts';
import { templateById } from '../../../shared/templates/index.ts';
import { must } from '../../../shared/lib/assert.ts';
import { checkOwnScript, show } from '../../support/powershell/check.ts';
import { compose, oneOfEach, withRecords } from '../../support/powershell/designs.ts';
import { literalValue } from '../../support/powershell/literal.ts';
import { findAll, parsePowerShell } from '../../support/powershell/parse.ts';

const converged = must(templateById('set-25g'), 'the converged template').build();
const dedicated = must(templateById('dedicated-2012r2'), 'the template with a team').build();

/** A design in which every name a user can type is this one, told apart by a number where names must differ. */
function renamed(design: Design, name: string): Design {
  const numbered = (i: number) => `${name}${i}`;
  return withRecords(design, {
    project: [...design.project.values()].map((project) => ({ ...project, name, revision: name })),
    clusters: [...design.clusters.values()].map((cluster) => ({ ...cluster, name })),
    networks: [...design.networks.values()].map((network) => ({ ...network, name })),
    nodes: [...design.nodes.values()].map((node) => ({ ...node, name })),
    fabric: [...design.fabric.values()].map((fabric) => ({
      ...fabric,
      extraClasses: [{ name, priority: 5, share: 1 }],
    })),
    profiles: [...design.profiles.values()].map((profile) => ({
      ...profile,
      adapters: profile.adapters.map((adapter, a) => ({
        ...adapter,
        ports: adapter.ports.map((port) => ({ ...port, name: numbered(a * 10 + port.port) })),
      })),
      teams: profile.teams.map((team, i) => ({ ...team, name: `${name} team${i}` })),
      vnics: profile.vnics.map((vnic, i) => ({
        ...vnic,
        name: `${name} vnic${i}`,
        team: `${name} team${profile.teams.findIndex((team) => team.name === vnic.team)}`,
      })),
    })),
  });
}

/** The scripts of one node of each kind that differs. */
function scriptsOf(design: Design): ScriptFile[] {
  return oneOfEach(compose(design)).slice(0, 2);
}

/** Lines that only say what is wrong with a name; there are as many as there are such names. */
const BLOCKER = /^ {4}\$problems \+= |^Add-Check .*'cannot be built' \}$/;

/** Names and parameters of all commands, in order: what the script does, whatever the names are. */
function shapeOf(script: ScriptFile, os: OsVersion): string[] {
  const { problems, bindings } = checkOwnScript(script.text, os);
  expect(show(problems)).toEqual([]);
  const lines = script.text.split('\r\n');
  return bindings
    .filter(({ command }) => !BLOCKER.test(lines[command.line - 1] ?? ''))
    .map(({ command }) =>
      [
        command.name,
        ...command.elements.map((element) =>
          element.kind === 'parameter' ? `-${element.parameter.name}` : '?',
        ),
      ].join(' '),
    );
}

const LOADED = [...Array.from('\'"$`;|(){}#-@%&\r\n\u2018\u2019\u201c\u201d'), 'Stop-Computer', ' '];

const HOSTILE = [
  "'; Remove-Item -Path C:\\ -Recurse; '",
  '$(Stop-Computer)',
  '`$env:USERNAME`',
  '"; exit; "',
  "' + (Stop-Computer) + '",
  '} Stop-Computer {',
  '#> Stop-Computer <#',
  '\u2019; Stop-Computer; \u2018',
  '\u201c$(Stop-Computer)\u201d',
  '-Confirm:$true',
  '@{a=1}',
  '%SystemRoot%',
  'M\u00fcller & S\u00f6hne',
  '\u0441\u0435\u0440\u0432\u0435\u0440',
  '\ud83d\ude00',
  '{0} {1:d5} {2',
  '--%',
];

describe.each([
  { what: 'converged', design: converged, os: '2022' as const, names: HOSTILE },
  { what: 'dedicated with a team', design: dedicated, os: '2012r2' as const, names: [HOSTILE.join(' ')] },
])('hostile names in a $what design', ({ design, os, names }) => {
  const plain = scriptsOf(renamed(design, 'Plain')).map((script) => shapeOf(script, os));

  it.each(names)('%s adds no command and no parameter', (name) => {
    expect(scriptsOf(renamed(design, name)).map((script) => shapeOf(script, os))).toEqual(plain);
  });

  it('nor does any other text', () => {
    const name = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }),
      fc.array(fc.constantFrom(...LOADED), { minLength: 1, maxLength: 12 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(name, (text) => {
        expect(scriptsOf(renamed(design, text)).map((script) => shapeOf(script, os))).toEqual(plain);
      }),
      { numRuns: 6 },
    );
  });

  it('the names arrive unchanged', () => {
    const name = "O'Hara \u2019$(x)\u2019 \u201cb\u201d";
    const { plan, scripts } = compose(renamed(design, name));
    const node = must(plan.nodes[0], 'a node');
    const configure = must(
      scripts.find((script) => script.nodeId === node.id),
      'its script',
    );
    const { root } = parsePowerShell(configure.text);
    const values = new Set(
      findAll(root, 'array_literal_expression', 'parenthesized_expression', 'string_literal').map(
        literalValue,
      ),
    );
    for (const port of node.adapters.flatMap((adapter) => adapter.ports)) expect(values).toContain(port.name);
    for (const endpoint of node.endpoints) expect(values).toContain(endpoint.name);
    expect(values).toContain(name);
  });
});

describe('names Windows cannot take', () => {
  it.each(['a*b', 'a[1]', 'a?', 'a/b', 'a"b', 'a<b>'])(
    '%s stops the script before it changes anything',
    (name) => {
      const { scripts } = compose(renamed(converged, name));
      const text = must(scripts[0], 'a script').text;
      const stop = text.indexOf("throw ('Stopped before any change");
      expect(text.indexOf('$problems += ')).toBeGreaterThan(0);
      expect(text).toMatch(/\$problems \+= .*holds a character/);
      expect(stop).toBeGreaterThan(text.lastIndexOf('holds a character'));
      expect(text.indexOf('$PSCmdlet.ShouldProcess')).toBeGreaterThan(stop);
      const verify = must(scripts[1], 'the other script').text;
      expect(verify).toMatch(
        /Add-Check -Name .*holds a character.*-Expected 'can be built' -Read \{ 'cannot be built' \}/,
      );
    },
  );
});
