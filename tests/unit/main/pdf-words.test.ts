import { describe, expect, it } from 'vitest';
import { columnWidths } from '../../../src-main/services/pdf-columns.ts';
import { breakLines, extentOf, wordsOf, type Look } from '../../../src-main/services/pdf-words.ts';

const look: Look = { font: 'any', size: 1, color: '#000000', spacing: 0, lineHeight: 1 };
/** A font whose characters are all one point wide. */
const widthOf = (text: string) => text.length;
const words = (text: string, anywhere = false) => wordsOf(text, look, anywhere, widthOf);
const lines = (text: string, room: number, anywhere = false) =>
  breakLines(words(text, anywhere), room, look, widthOf).map(({ runs, width }) => ({
    text: runs.map((run) => run.text).join(''),
    width,
  }));

describe('lines of a text', () => {
  it('hold as many words as fit; blanks at the end of a line take no room', () => {
    expect(lines('one two three', 7)).toEqual([
      { text: 'one two ', width: 7 },
      { text: 'three', width: 5 },
    ]);
    expect(lines('one two', 6).map(({ text }) => text)).toEqual(['one ', 'two']);
  });

  it('end where the text says so, and behind a hyphen where they must', () => {
    expect(lines('one\ntwo', 20).map(({ text }) => text)).toEqual(['one', 'two']);
    expect(lines('ConnectX-5', 9).map(({ text }) => text)).toEqual(['ConnectX-', '5']);
  });

  it('cut a word that is too long for any of them', () => {
    expect(lines('a abcdefgh', 3).map(({ text }) => text)).toEqual(['a ', 'abc', 'def', 'gh']);
  });

  it('break anywhere where that is asked', () => {
    expect(lines('abc defgh', 4, true).map(({ text }) => text)).toEqual(['abc ', 'defg', 'h']);
  });

  it('lose and add no character, in whatever room', () => {
    const text = 'Lane 1, module MMA1B00-C100D (SR4) in LEAF1A  Ethernet49/1';
    for (let room = 1; room < 70; room++) {
      expect(
        lines(text, room)
          .map((line) => line.text)
          .join(''),
      ).toBe(text);
      for (const { width } of lines(text, room)) expect(width).toBeLessThanOrEqual(room);
    }
  });

  it('are one for an empty text, which takes room as any other', () => {
    expect(lines('', 5)).toEqual([{ text: '', width: 0 }]);
  });

  it('are as narrow as the longest word and as wide as the longest line', () => {
    expect(extentOf(words('one three\nfour '))).toEqual({ min: 5, max: 9 });
  });
});

describe('widths of columns', () => {
  const column = (width: number | 'auto' | '*', min = 10, max = 30) => ({ width, min, max });

  it('are what they say, what their contents need, and what is left', () => {
    expect(columnWidths([column(40), column('auto'), column('*'), column('*')], 170)).toEqual([
      40, 30, 50, 50,
    ]);
  });

  it('share what is missing among those that follow their contents', () => {
    expect(columnWidths([column('auto', 10, 30), column('auto', 20, 60)], 60)).toEqual([20, 40]);
  });

  it('hold their longest word where there is too little room', () => {
    expect(columnWidths([column('auto'), column('*', 20)], 25)).toEqual([10, 20]);
  });
});
