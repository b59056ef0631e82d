/**
 * How well letters typed in order fit a text; 0 when they do not. Beginnings of words count most, then letters in a
 * row, so that `sa` finds `Save as` before `Disable`.
 */
export function fuzzyScore(search: string, text: string): number {
  const words = search.toLowerCase().trim();
  const lower = text.toLowerCase();
  if (words === '') return 1;
  const whole = lower.indexOf(words);
  if (whole >= 0 && isStart(text, whole)) return EXACT + 500 - whole - text.length / 100;
  const letters = words.replace(/\s+/g, '');
  const inside = whole < 0 ? 0 : letters.length * 8;
  const score = Math.max(inside, strewnScore(letters, text, lower));
  return score === 0 ? 0 : score - text.length / 100;
}

/** From this score on what was typed stands in the text as it is, at the beginning of a word. */
export const EXACT = 1000;

function strewnScore(letters: string, text: string, lower: string): number {
  let score = 0;
  let meant = 0;
  let at = -1;
  for (const letter of letters) {
    const next = bestPlace(text, lower, letter, at + 1);
    if (next < 0) return 0;
    const start = isStart(text, next);
    if (start || next === at + 1) meant++;
    score += start ? 10 : next === at + 1 ? 6 : 1;
    at = next;
  }
  // Letters that only happen to come in this order are no match worth showing.
  return meant * 3 < letters.length * 2 ? 0 : score;
}

/** The next place of a letter: in a row, else at the beginning of a word, else the first. */
function bestPlace(text: string, lower: string, letter: string, from: number): number {
  if (lower[from] === letter) return from;
  const first = lower.indexOf(letter, from);
  for (let at = first; at >= 0; at = lower.indexOf(letter, at + 1)) if (isStart(text, at)) return at;
  return first;
}

function isStart(text: string, at: number): boolean {
  return at === 0 || /[\s\-/(]/.test(text[at - 1] ?? '');
}
