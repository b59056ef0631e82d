import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileStem } from '../../../shared/exports/file-stem.ts';

describe('fileStem', () => {
  it.each([
    ['Storage cluster, Berlin', 'Storage cluster, Berlin'],
    ['a/b\\c: <d>|"e"?*', 'a-b-c- -d-e'],
    ['..', 'design'],
    ['../../etc', 'etc'],
    ['NUL', 'design-NUL'],
    ['NUL.txt', 'design-NUL.txt'],
    ['com\u00b9.2026', 'design-com\u00b9.2026'],
    ['Console', 'Console'],
  ])('of %j is %j', (name, stem) => {
    expect(fileStem(name)).toBe(stem);
  });

  it('leaves room for an ending in the 255 bytes of a file name, and cuts no character in half', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (name) => {
        const stem = fileStem(name);
        expect(stem).not.toBe('');
        expect(Buffer.byteLength(stem)).toBeLessThanOrEqual(200);
        expect(Buffer.from(stem).toString()).toBe(stem);
      }),
      { seed: 20261121 },
    );
    expect(fileStem('\ud83d\ude00'.repeat(100))).toBe('\ud83d\ude00'.repeat(48));
    expect(Buffer.byteLength(fileStem('\u4e2d'.repeat(200)))).toBe(144);
  });
});
