import type { Look } from './pdf-words.ts';

/** A line of text, or a part of one; its upper left corner stands at `x` and `y`. */
export interface PlacedText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly look: Look;
  /** A name for this place, and the name of the place that a click goes to. */
  readonly destination?: string;
  readonly goTo?: string;
}

/** A level line. */
interface PlacedRule {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly color: string;
  readonly thickness: number;
}

interface PlacedFill {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly color: string;
}

interface PlacedDrawing {
  readonly svg: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A page as plain data, in points from its upper left corner. */
export interface Page {
  readonly width: number;
  readonly height: number;
  readonly fills: PlacedFill[];
  readonly rules: PlacedRule[];
  readonly texts: PlacedText[];
  readonly drawings: PlacedDrawing[];
}
