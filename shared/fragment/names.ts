import { cutText } from '../lib/text.ts';

/** The longest a name of each kind may be; the model says the same. */
export const LONGEST = { node: 200, other: 60, rack: 40 } as const;

/** Names in use, whatever their case: Windows and people take `hv01` and `HV01` for the same. */
export class TakenNames {
  readonly #taken: Set<string>;
  /** Where to go on from names that are taken: all in between are taken, too. */
  readonly #next = new Map<string, string>();

  constructor(names: Iterable<string>) {
    this.#taken = new Set(Array.from(names, fold));
  }

  has(name: string): boolean {
    return this.#taken.has(fold(name));
  }

  /** The wanted name when it is free, else the next one in its style; it is taken from then on. */
  take(wanted: string, longest: number): string {
    let name = cutText(wanted, longest);
    const passed: string[] = [];
    while (this.has(name)) {
      passed.push(name);
      const next = this.#next.get(name) ?? countedUp(name, longest);
      // A name with no room to count in comes out as it went in: its end becomes the number.
      name = next === name ? joined(name, ` ${passed.length}`, longest) : next;
    }
    // Pasting thousands beside their source would count past the same thousands for each of them.
    for (const taken of passed) this.#next.set(taken, name);
    this.#taken.add(fold(name));
    return name;
  }

  /** The next free name after one that is in use. */
  next(after: string, longest: number): string {
    return this.take(countedUp(after, longest), longest);
  }
}

function fold(name: string): string {
  return name.toLowerCase();
}

/** A number with at most this many digits is counted; a longer one is a serial number, no count. */
const MOST_DIGITS = 9;

/**
 * The name after a name, in its own style: `HV09` to `HV10`, `HV-7-b` to `HV-8-b`, `Storage A` to `Storage B`.
 * A name with nothing to count gets a 2.
 */
export function countedUp(name: string, longest: number): string {
  const number = /^(.*?)(\d+)(\D*)$/s.exec(name);
  const digits = number?.[2] ?? '';
  if (number && digits.length <= MOST_DIGITS) {
    const next = String(Number(digits) + 1).padStart(digits.length, '0');
    return joined(number[1] ?? '', `${next}${number[3] ?? ''}`, longest);
  }
  const letter = /^(.*[\s_-])([A-Y])$/s.exec(name);
  if (letter) return `${letter[1] ?? ''}${String.fromCharCode((letter[2] ?? 'A').charCodeAt(0) + 1)}`;
  return joined(name, name.includes(' ') ? ' 2' : '2', longest);
}

/** The tail counts; where there is no room, the head gives way. */
function joined(head: string, tail: string, longest: number): string {
  return `${cutText(head, Math.max(0, longest - tail.length))}${cutText(tail, longest)}`;
}
