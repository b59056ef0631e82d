import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameRanges } from '../../../shared/lib/name-ranges.ts';

describe('nameRanges', () => {
  it.each([
    [['HV01', 'HV02', 'HV03', 'FS01', 'FS02'], 'FS01-FS02, HV01-HV03'],
    [['C001', 'C002', 'C003', 'C005'], 'C001-C003, C005'],
    [['N8', 'N9', 'N10', 'N11'], 'N8-N11'],
    [['N08', 'N09', 'N10'], 'N08-N10'],
    [['N9', 'N010'], 'N9, N010'],
    [['A', 'B'], 'A, B'],
    [['A1', 'A1'], 'A1'],
    [['1', '2', '3'], '1-3'],
    [[], ''],
  ])('%j is %s', (names, text) => {
    expect(nameRanges(names)).toBe(text);
  });

  it('counts what it does not list', () => {
    expect(nameRanges(['A1', 'A2', 'B1', 'C1', 'C2'], 2)).toBe('A1-A2, B1 and 2 more');
  });

  it('names each of the names once, whatever they are', () => {
    const numbers = fc.uniqueArray(fc.integer({ min: 0, max: 120 }), { maxLength: 40 });
    fc.assert(
      fc.property(numbers, fc.constantFrom(0, 3), (list, width) => {
        const names = list.map((number) => `N${String(number).padStart(width, '0')}`);
        const listed = nameRanges(names)
          .split(', ')
          .filter((text) => text !== '')
          .flatMap((range) => {
            const [first, last] = range.split('-').map((end) => Number(end.slice(1)));
            return Array.from({ length: (last ?? first)! - first! + 1 }, (_, i) => first! + i);
          });
        expect(listed).toEqual([...list].sort((a, b) => a - b));
      }),
    );
  });
});
