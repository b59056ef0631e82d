import { LineBreaks } from './pdf-kit.ts';

/** What a text looks like once its styles are followed. Texts of one look share the object. */
export interface Look {
  /** A file of a font, or the name of one in memory. */
  readonly font: string;
  readonly size: number;
  readonly color: string;
  /** Room after each character, in points. */
  readonly spacing: number;
  /** From one line to the next, in points. */
  readonly lineHeight: number;
}

/** A stretch of text without a jump, from `x` on. */
export interface Run {
  readonly text: string;
  readonly x: number;
}

export interface Line {
  readonly runs: readonly Run[];
  /** Without blanks at its ends. */
  readonly width: number;
}

/** What of a text stays together when it is broken into lines. */
export interface Word {
  readonly text: string;
  readonly width: number;
  /** Width of the blanks it begins and ends with; they do not count at the ends of a line. */
  readonly leading: number;
  readonly trailing: number;
  /** A line ends behind it, wherever it stands. */
  readonly ends: boolean;
}

export type WidthOf = (text: string, look: Look) => number;

/** The words of a text; `anywhere` makes each character one, set without kerning. */
export function wordsOf(text: string, look: Look, anywhere: boolean, widthOf: WidthOf): readonly Word[] {
  const parts = anywhere ? characters(text) : pieces(text);
  const width = (part: string) => (part === '' ? 0 : widthOf(part, look));
  return parts.map(({ text: part, ends }) => ({
    text: part,
    width: width(part),
    leading: width(/^\s*/.exec(part)?.[0] ?? ''),
    trailing: width(/\s*$/.exec(part)?.[0] ?? ''),
    ends,
  }));
}

interface Piece {
  readonly text: string;
  readonly ends: boolean;
}

function characters(text: string): readonly Piece[] {
  return text.split('').map((char) => {
    const ends = char === '\n' || char === '\r';
    return { text: ends ? '' : char, ends };
  });
}

function pieces(text: string): readonly Piece[] {
  if (text === '') return [{ text, ends: false }];
  const found: Piece[] = [];
  const breaks = new LineBreaks(text);
  let last = 0;
  for (let next = breaks.nextBreak(); next !== null; next = breaks.nextBreak()) {
    const piece = text.slice(last, next.position);
    const ends = next.required || /[\r\n]$/.test(piece);
    found.push({ text: ends ? piece.replace(/\r?\n$|\r$/, '') : piece, ends });
    last = next.position;
  }
  return found;
}

/** The narrowest and widest that words can be set: broken wherever they may be, or only where they must. */
export function extentOf(words: readonly Word[]): { readonly min: number; readonly max: number } {
  let min = 0;
  let max = 0;
  let line = startLine();
  for (const word of words) {
    line.add(word);
    min = Math.max(min, word.width - word.leading - word.trailing);
    max = Math.max(max, line.width());
    if (word.ends) line = startLine();
  }
  return { min, max };
}

/** Words in lines of at most `room` points. A word too long for a line is cut where the line is full. */
export function breakLines(
  words: readonly Word[],
  room: number,
  look: Look,
  widthOf: WidthOf,
): readonly Line[] {
  const lines: Line[] = [];
  const waiting = words.toReversed();
  while (waiting.length > 0) {
    const line = startLine();
    for (let word = waiting.at(-1); word !== undefined && line.takes(word, room); word = waiting.at(-1)) {
      waiting.pop();
      const fit = fittingLength(word, room - line.width(), look, widthOf);
      const head = word.text.slice(0, fit);
      const tail = word.text.slice(fit);
      if (tail === '') line.add(word);
      else {
        line.add({ ...word, text: head, width: widthOf(head, look) });
        waiting.push({ ...word, text: tail, width: widthOf(tail, look) });
      }
    }
    lines.push(line.done());
  }
  return lines;
}

function startLine() {
  const runs: { text: string; readonly x: number }[] = [];
  let sum = 0;
  let leading = 0;
  let trailing = 0;
  let empty = true;
  let ended = false;
  const width = () => sum - leading - trailing;
  return {
    width,
    takes: (word: Word, room: number) =>
      empty || (!ended && sum + word.width - leading - word.trailing <= room),
    add: (word: Word) => {
      if (empty) leading = word.leading;
      const last = runs.at(-1);
      // No kerning reaches over a space: words behind one are set as they would be by themselves.
      if (last?.text.endsWith(' ')) last.text += word.text;
      else if (word.text !== '') runs.push({ text: word.text, x: sum - leading });
      sum += word.width;
      ({ trailing, ends: ended } = word);
      empty = false;
    },
    done: (): Line => ({ runs, width: width() }),
  };
}

/** How many characters of a word fit, at least one. */
function fittingLength(word: Word, room: number, look: Look, widthOf: WidthOf): number {
  if (word.width <= room) return word.text.length;
  let [low, high, best] = [1, word.text.length, 1];
  while (low <= high) {
    const middle = Math.floor((low + high) / 2);
    if (widthOf(word.text.slice(0, middle), look) <= room) [best, low] = [middle, middle + 1];
    else high = middle - 1;
  }
  return best;
}
