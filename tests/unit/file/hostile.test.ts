import { describe, expect, it } from 'vitest';
import { catalog } from '../../../shared/catalog/index.ts';
import { describeFailure, parseDesignFile, serializeDesign } from '../../../shared/file/index.ts';
import { computeOutcome } from '../../../shared/outcome.ts';
import { embedParts } from '../../../shared/plan/index.ts';
import { templateById } from '../../../shared/templates/index.ts';

const built = templateById('set-25g')!.build();
const text = serializeDesign(embedParts(built, computeOutcome(built, catalog).plan), '1.0.0');

interface PlainPart {
  kind: string;
  speedsGbps: number[];
  portGroups: { names: string[] }[];
}

function withPart(kind: string, edit: (part: PlainPart) => void): string {
  const file = JSON.parse(text) as { records: { parts: PlainPart[] } };
  edit(file.records.parts.find((part) => part.kind === kind)!);
  return JSON.stringify(file);
}

/** What the user is told. */
function told(broken: string): string {
  const parsed = parseDesignFile(broken);
  if (parsed.ok) throw new Error('expected a failure');
  return describeFailure(parsed.error, 'x.cwplan');
}

describe('hostile files', () => {
  it('are refused however deep they nest, before and after the name of the program', () => {
    const deep = '['.repeat(200_000) + ']'.repeat(200_000);
    expect(told(`{"app": ${deep}}`)).toBe('x.cwplan is not a Clusterwright design: "app" is a list.');
    expect(told(text.replace('"networks": [', `"networks": [${deep}, `))).toContain('records.networks[0]');
    expect(told('{"a":'.repeat(200_000))).toContain('cut off');
  });

  it.each([
    ['"mtu": 9000', '"mtu": 1500, "mtu": 9000', 'mtu'],
    ['"app":', '"formatVersion": 2, "app":', 'formatVersion'],
    ['"mtu": 9000', '"\\u006dtu": 1500, "mtu": 9000', 'mtu'],
  ])('are refused when %s stands twice, which would drop one value in silence', (from, to, key) => {
    const broken = text.replace(from, to);
    expect(told(broken)).toMatch(new RegExp(`line \\d+, column \\d+: The key "${key}" is there twice`));
  });

  it('are told where the second key stands', () => {
    const at = text.split('\n').findIndex((line) => line.includes('"mtu"')) + 1;
    expect(told(text.replace('"mtu": 9000,', '"mtu": 9000,\n"mtu": 9000,'))).toContain(
      `line ${at + 1}, column 1:`,
    );
  });

  it('do not take a quote, a brace or a comma inside a text for the end of it', () => {
    const name = String.raw`"name": "a\\\", \"name\": {}, [ \\"`;
    expect(parseDesignFile(text.replace(/"name": "SOFS[^"]*"|"name": "S2D01"/, name)).ok).toBe(true);
  });

  it('with a hundred thousand broken records are told by a few lines', () => {
    const file = JSON.parse(text) as { records: { nodes: unknown[] } };
    file.records.nodes = Array.from({ length: 100_000 }, () => ({}));
    const lines = told(JSON.stringify(file)).split('\n');
    expect(lines).toHaveLength(7);
    expect(lines[1]).toContain('records.nodes[0].id');
    expect(lines[6]).toBe('  and many more');
  });

  it('put nothing into a message that moves the cursor, turns the line around or fills the screen', () => {
    const keys = ['\\u001b[2J', '\\u202e', 'k'.repeat(100_000)].map((key) => `"${key}": 1`).join(', ');
    const message = told(text.replace('"mtu": 9000', `"mtu": 9000, ${keys}`));
    expect(message).toContain('<U+001B>[2J');
    expect(message).toContain('<U+202E>');
    // eslint-disable-next-line no-control-regex -- they must not be there
    expect(message).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
    expect(message.length).toBeLessThan(1000);
  });

  it('cannot bring a product whose ports or speeds contradict themselves', () => {
    const twice = withPart(
      'switch',
      (part) => (part.portGroups[0]!.names[1] = part.portGroups[0]!.names[0]!),
    );
    expect(told(twice)).toMatch(
      /records\.parts\[\d+\] \([^)]+\)\.portGroups: Two ports of the switch have the same name/,
    );
    const unsorted = withPart('adapter', (part) => part.speedsGbps.reverse());
    expect(told(unsorted)).toMatch(/speedsGbps: Speeds are listed once each, the slowest first/);
    expect(told(withPart('adapter', (part) => (part.speedsGbps = [-25])))).toContain('speedsGbps[0]');
  });

  it('may hold ids that are names of JavaScript itself', () => {
    const renamed = text.replaceAll('"s2d01"', '"constructor"').replaceAll('"s2d02"', '"toString"');
    expect(renamed).not.toBe(text);
    const parsed = parseDesignFile(renamed);
    if (!parsed.ok) throw new Error(describeFailure(parsed.error, 'x'));
    const plan = computeOutcome(parsed.value, catalog).plan;
    expect(plan.totals).toEqual(computeOutcome(built, catalog).plan.totals);
  });
});
