import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commentPowerShell, quotePowerShell } from '../../../shared/lib/quote.ts';
import { commandsIn } from '../../support/powershell/commands.ts';
import { literalValue } from '../../support/powershell/literal.ts';
import { findAll, parsePowerShell } from '../../support/powershell/parse.ts';

/** Characters with a meaning to the shell, and those it takes for them. */
const LOADED = [
  ...Array.from('\'"$`;|&(){}[]<>@#%=+-,.:/\\*?! ~^_'),
  ...Array.from('\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u2013\u2014\u2015'),
  ...Array.from('\r\n\t\0\u007f\u0085\u00a0\u2028\u2029\u202e\ufeff'),
  '\ud800',
  '\udfff',
  '\ud83d\ude00',
  'a',
  'Z',
  '0',
  '$(exit)',
  "'; exit; '",
  '-Confirm:$true',
];

/** Any UTF-16 text, halves of surrogate pairs included. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 })
    .map((units) => String.fromCharCode(...units)),
  fc.array(fc.constantFrom(...LOADED), { maxLength: 30 }).map((parts) => parts.join('')),
);

/** The value PowerShell gives the argument of a command, read with the grammar. */
function argumentOf(script: string): unknown {
  const { root, errors } = parsePowerShell(script);
  expect(errors).toEqual([]);
  const commands = commandsIn(root);
  expect(commands.map((command) => command.name)).toEqual(['Get-NetAdapter', 'Out-Null']);
  const elements = commands[0]?.elements ?? [];
  expect(elements.map((element) => element.kind)).toEqual(['parameter', 'argument', 'parameter']);
  const value = elements[1];
  return value?.kind === 'argument' ? literalValue(value.value) : undefined;
}

describe('quotePowerShell', () => {
  it('reads back as exactly the text, as one argument, whatever the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const quoted = quotePowerShell(text);
        expect(quoted).toMatch(/^[\x20-\x7e]+$/);
        expect(argumentOf(`Get-NetAdapter -Name ${quoted} -Physical\r\nOut-Null\r\n`)).toBe(text);
      }),
      { numRuns: 1500 },
    );
  });

  it('stands in a list, in a call and in a table as it stands alone', () => {
    fc.assert(
      fc.property(anyText, anyText, (a, b) => {
        const script = [
          `$list = @(${quotePowerShell(a)}, ${quotePowerShell(b)})`,
          `$table = [pscustomobject]@{ A = ${quotePowerShell(a)}; B = ${quotePowerShell(b)} }`,
          `$call.Name(${quotePowerShell(a)}, ${quotePowerShell(b)})`,
          '',
        ].join('\r\n');
        const { root, errors } = parsePowerShell(script);
        expect(errors).toEqual([]);
        expect(commandsIn(root)).toEqual([]);
        expect(findAll(root, 'array_expression').map(literalValue)[0]).toEqual([a, b]);
        const entries = findAll(root, 'hash_entry').map((entry) =>
          entry.children.find((child) => child.type === 'pipeline'),
        );
        expect(entries.map((entry) => entry && literalValue(entry))).toEqual([a, b]);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['plain', "'plain'"],
    ["it's", "'it''s'"],
    ['$env:PATH `n', "'$env:PATH `n'"],
    ['', "''"],
    ['M\u00fcller', "('M' + (-join [char[]](252)) + 'ller')"],
    ['\u2019', '((-join [char[]](8217)))'],
  ])('writes %j as %s', (text, written) => {
    expect(quotePowerShell(text)).toBe(written);
  });
});

describe('commentPowerShell', () => {
  it('stays inside its comment and in ASCII, whatever the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const comment = commentPowerShell(text);
        expect(comment).toMatch(/^[\x20-\x7e]*$/);
        const { root, errors } = parsePowerShell(`# Name: ${comment}\r\nOut-Null\r\n`);
        expect(errors).toEqual([]);
        expect(findAll(root, 'comment')).toHaveLength(1);
        expect(commandsIn(root).map((command) => command.name)).toEqual(['Out-Null']);
      }),
      { numRuns: 500 },
    );
  });

  it('names what it cannot show', () => {
    expect(commentPowerShell('a\r\nb\u2019\ud83d\ude00')).toBe('a<U+000D><U+000A>b<U+2019><U+1F600>');
  });
});
