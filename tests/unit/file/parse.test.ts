import { describe, expect, it } from 'vitest';
import { describeFailure, designHash, parseDesignFile, serializeDesign } from '../../../shared/file/index.ts';
import type { Node } from '../../../shared/model/index.ts';
import { templates } from '../../../shared/templates/index.ts';

const text = serializeDesign(templates[0]!.build(), '9.9.9');

/** A matcher for `toMatchObject` that is not `any`. */
function matching(pattern: RegExp): unknown {
  return expect.stringMatching(pattern);
}

interface PlainFile {
  formatVersion: unknown;
  records: Record<'nodes' | 'clusters', Record<string, unknown>[]>;
}

/** The file with one thing changed, as JSON text. */
function changed(edit: (file: PlainFile) => void): string {
  const file = JSON.parse(text) as PlainFile;
  edit(file);
  return JSON.stringify(file);
}

function failureOf(broken: string) {
  const result = parseDesignFile(broken);
  if (result.ok) throw new Error('expected a failure');
  return result.error;
}

describe('parseDesignFile', () => {
  it('reads back what was written, for every template', () => {
    for (const template of templates) {
      const design = template.build();
      const parsed = parseDesignFile(serializeDesign(design, '1.0.0'));
      expect(parsed).toEqual({ ok: true, value: design });
    }
  });

  it('accepts a byte order mark and other white space', () => {
    expect(parseDesignFile(`\ufeff${JSON.stringify(JSON.parse(text))}`).ok).toBe(true);
  });

  it.each([1, 40, 400, text.length - 3])(
    'says that a file cut off after %i characters is truncated',
    (length) => {
      expect(failureOf(text.slice(0, length))).toMatchObject({ tag: 'notJson', truncated: true });
    },
  );

  it('names line and column of a syntax error inside the text', () => {
    const lines = text.split('\n');
    lines[4] = `${lines[4]} oops`;
    expect(failureOf(lines.join('\n'))).toMatchObject({ tag: 'notJson', truncated: false, line: 5 });
  });

  it('names the place in a short text too', () => {
    expect(failureOf('{"app": ?}')).toMatchObject({ tag: 'notJson', truncated: false, line: 1, column: 9 });
  });

  it('takes an empty file for no JSON, not for a cut-off one', () => {
    expect(failureOf('')).toEqual({ tag: 'notJson', truncated: false, line: 1, column: 1 });
  });

  it.each(['[]', '3', 'null', '"clusterwright"', '{}', '{"app":"drawio","formatVersion":1}'])(
    'refuses foreign JSON %s',
    (foreign) => {
      expect(failureOf(foreign).tag).toBe('notOurs');
    },
  );

  it('refuses a newer version and names it', () => {
    expect(failureOf(changed((file) => (file.formatVersion = 99)))).toEqual({
      tag: 'tooNew',
      version: 99,
      supported: 3,
    });
  });

  it.each([0, -1, 1.5, '1', null])('refuses version %j', (version) => {
    expect(failureOf(changed((file) => (file.formatVersion = version))).tag).toBe('invalid');
  });

  it('names the record and field that is wrong', () => {
    const failure = failureOf(changed((file) => (file.records.nodes[1]!['name'] = '')));
    expect(failure).toMatchObject({
      tag: 'invalid',
      issues: [{ path: matching(/^records\.nodes\[1\] \(.+\)\.name$/) }],
    });
  });

  it('refuses unknown keys instead of losing them', () => {
    const failure = failureOf(changed((file) => (file.records.nodes[0]!['colour'] = 'red')));
    expect(JSON.stringify(failure)).toContain('colour');
    expect(failure.tag).toBe('invalid');
  });

  it('finds references that do not resolve', () => {
    const failure = failureOf(changed((file) => (file.records.nodes[0]!['profileId'] = 'gone')));
    expect(failure).toMatchObject({
      tag: 'brokenReference',
      references: [{ path: matching(/^nodes\/.+\/profileId$/), names: 'profile "gone"' }],
    });
  });

  it('finds an id used twice, in one table and across tables', () => {
    const twice = failureOf(changed((file) => file.records.nodes.push(file.records.nodes[0]!)));
    expect(twice.tag).toBe('brokenReference');
    const across = failureOf(
      changed((file) => {
        const { nodes, clusters } = file.records;
        clusters.push({ ...clusters[0], id: nodes[0]?.['id'] });
      }),
    );
    expect(across.tag).toBe('brokenReference');
  });

  it.each(['a\u0000b', 'line\nbreak', 'x'.repeat(201), 'right\u202eleft', '', '\ud800'])(
    'refuses the name %j with a reason',
    (name) => {
      const failure = failureOf(changed((file) => (file.records.nodes[0]!['name'] = name)));
      expect(failure).toMatchObject({
        tag: 'invalid',
        issues: [{ message: matching(/\w{3,}/) }],
      });
    },
  );

  it('gives every stage its own message', () => {
    const messages = [
      text.slice(0, 300),
      '{]',
      '{}',
      changed((file) => (file.formatVersion = 99)),
      changed((file) => (file.records.nodes[0]!['name'] = 7)),
      changed((file) => (file.records.nodes[0]!['clusterId'] = 'gone')),
    ].map((broken) => describeFailure(failureOf(broken), 'my.cwplan'));
    expect(new Set(messages).size).toBe(messages.length);
    for (const message of messages) expect(message).toContain('my.cwplan');
  });
});

describe('serializeDesign', () => {
  it('does not depend on the order records were made in', () => {
    const design = templates[1]!.build();
    const reversed = { ...design, nodes: new Map([...design.nodes].reverse()) };
    const again = parseDesignFile(serializeDesign(reversed, '1'));
    expect(again.ok && serializeDesign(again.value, '1')).toBe(serializeDesign(design, '1'));
  });

  it('moves one node with a change of a few lines', () => {
    const template = templates[1]!.build();
    const [{ id }] = [...template.nodes.values()] as [Node];
    const at = (x: number) => ({ ...template, placements: new Map([[id, { id, x, y: 64 }]]) });
    const design = at(64);
    const moved = at(72);
    const before = serializeDesign(design, '1').split('\n');
    const after = serializeDesign(moved, '1').split('\n');
    expect(after.filter((line, i) => line !== before[i])).toHaveLength(1);
  });

  it('hashes by content: the program version does not matter, a moved node does', () => {
    const a = templates[0]!.build();
    const b = templates[0]!.build();
    expect(designHash(a)).toBe(designHash(b));
    expect(designHash(a)).toMatch(/^[0-9a-f]{64}$/);
    expect(designHash(templates[1]!.build())).not.toBe(designHash(a));
  });
});
