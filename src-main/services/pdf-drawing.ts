import { assert, must } from '../../shared/lib/assert.ts';
import { PDF_FONTS } from './pdf-fonts.ts';
import type { PdfKitDocument } from './pdf-kit.ts';
import type { PlacedDrawing } from './pdf-pages.ts';

type Attributes = ReadonlyMap<string, string>;

/** A tag with its attributes, and the text behind it. */
const TAG = /<(\/?)(\w+)((?:\s+[\w:-]+="[^"]*")*)\s*\/?>([^<]*)/y;
const ATTRIBUTE = /([\w:-]+)="([^"]*)"/g;

/**
 * Draws an SVG of ours: rectangles, paths, texts and groups as `sceneToSvg` writes them, and nothing else. A reader for
 * all of SVG makes so much of each element that a drawing of a thousand devices took it half a gigabyte.
 */
export function drawDrawing(doc: PdfKitDocument, { svg, x, y, width }: PlacedDrawing): void {
  const pen = createPen(doc);
  const open: Attributes[] = [];
  TAG.lastIndex = 0;
  while (TAG.lastIndex < svg.length) {
    const [, closing, name = '', given = '', behind = ''] = must(TAG.exec(svg), 'a tag');
    if (closing === '/') {
      if (name === 'g' && must(open.pop(), 'an open group').has('transform')) pen.restore();
      if (name === 'svg') pen.restore();
      continue;
    }
    const attributes = attributesIn(given);
    if (name === 'svg') {
      const [left, top, whole] = numbersIn(text(attributes, 'viewBox'));
      pen.save();
      const scale = width / must(whole, 'a width');
      doc.translate(x, y).scale(scale, scale);
      doc.translate(-must(left, 'a left edge'), -must(top, 'an upper edge'));
    } else if (name === 'g') {
      open.push(attributes);
      const moved = attributes.get('transform');
      if (moved !== undefined) {
        const [dx, dy] = numbersIn(must(/^translate\(([^)]*)\)$/.exec(moved)?.[1], 'a translation'));
        pen.save();
        doc.translate(must(dx, 'a way right'), must(dy, 'a way down'));
      }
    } else if (name === 'rect') drawRectangle(doc, pen, attributes);
    else if (name === 'path') {
      drawPath(doc, text(attributes, 'd'));
      pen.paint(attributes);
    } else if (name === 'text') drawText(doc, pen, attributes, plain(behind));
    else assert(name === 'title' || name === 'desc', `no <${name}> in a drawing`);
  }
}

/** Fills and strokes; says only what is another colour or line than before. */
function createPen(doc: PdfKitDocument) {
  let set = new Map<string, string>();
  const change = (what: string, to: string, make: () => unknown) => {
    if (set.get(what) === to) return;
    set.set(what, to);
    make();
  };
  const fill = (color: string) => change('fill', color, () => doc.fillColor(color));
  return {
    fill,
    save: () => doc.save(),
    restore: () => {
      doc.restore();
      set = new Map();
    },
    /** Paints the shape that was drawn last. */
    paint: (attributes: Attributes) => {
      const filled = text(attributes, 'fill');
      const stroke = attributes.get('stroke') ?? 'none';
      if (filled !== 'none') fill(filled);
      if (stroke !== 'none') {
        change('stroke', stroke, () => doc.strokeColor(stroke));
        const { width, join, cap, dash } = lineOf(attributes);
        change('width', width, () => doc.lineWidth(Number(width)));
        change('join', join, () => doc.lineJoin(join));
        change('cap', cap, () => doc.lineCap(cap));
        change('dash', dash, () => (dash === '' ? doc.undash() : doc.dash(...dashes(dash))));
      }
      if (filled !== 'none' && stroke !== 'none') doc.fillAndStroke();
      else if (stroke !== 'none') doc.stroke();
      else doc.fill();
    },
  };
}

type Pen = ReturnType<typeof createPen>;

/** A line as an SVG says it, with what it means where it says nothing. */
function lineOf(attributes: Attributes) {
  return {
    width: attributes.get('stroke-width') ?? '1',
    join: attributes.get('stroke-linejoin') === 'round' ? 'round' : 'miter',
    cap: attributes.get('stroke-linecap') === 'round' ? 'round' : 'butt',
    dash: attributes.get('stroke-dasharray') ?? '',
  } as const;
}

function drawRectangle(doc: PdfKitDocument, pen: Pen, attributes: Attributes): void {
  const [x, y] = [number(attributes, 'x'), number(attributes, 'y')];
  const [width, height] = [number(attributes, 'width'), number(attributes, 'height')];
  if (attributes.has('rx')) doc.roundedRect(x, y, width, height, number(attributes, 'rx'));
  else doc.rect(x, y, width, height);
  pen.paint(attributes);
}

function drawText(doc: PdfKitDocument, pen: Pen, attributes: Attributes, words: string): void {
  const bold = attributes.get('font-weight') === '600';
  doc.font(fontOf(text(attributes, 'font-family'), bold)).fontSize(number(attributes, 'font-size'));
  const anchor = attributes.get('text-anchor');
  const before = anchor === undefined ? 0 : doc.widthOfString(words) / (anchor === 'middle' ? 2 : 1);
  pen.fill(text(attributes, 'fill'));
  const at = { lineBreak: false, baseline: 'alphabetic' } as const;
  doc.text(words, number(attributes, 'x') - before, number(attributes, 'y'), at);
}

/** The font of the first family an SVG names; those it names before others are all there. */
function fontOf(families: string, bold: boolean): string {
  const name = families.split(',', 1)[0] as keyof typeof PDF_FONTS;
  const family = must(PDF_FONTS[name], `a font ${name}`);
  return bold ? family.bold : family.normal;
}

/** A command of path data with its numbers. */
const COMMAND = /([a-z])([^a-z]*)/gi;

/** How many numbers a command takes; more of them repeat it. */
const TAKES: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, Q: 4, Z: 0 };

/** pdfkit reads paths too, but sets the control point of `Q` at the wrong place. */
function drawPath(doc: PdfKitDocument, d: string): void {
  let [x, y, startX, startY] = [0, 0, 0, 0];
  for (const [, letter = '', given = ''] of d.matchAll(COMMAND)) {
    const command = letter.toUpperCase();
    const takes = must(TAKES[command], `a path command ${letter}`);
    const numbers = numbersIn(given);
    for (let i = 0; i === 0 || i < numbers.length; i += takes) {
      const [baseX, baseY] = letter === command ? [0, 0] : [x, y];
      const [a = 0, b = 0, c = 0, e = 0] = numbers.slice(i, i + takes);
      if (command === 'Z') {
        doc.closePath();
        [x, y] = [startX, startY];
        break;
      }
      if (command === 'Q') {
        const [viaX, viaY, toX, toY] = [baseX + a, baseY + b, baseX + c, baseY + e];
        const third = (from: number, via: number) => from + ((via - from) * 2) / 3;
        doc.bezierCurveTo(third(x, viaX), third(y, viaY), third(toX, viaX), third(toY, viaY), toX, toY);
        [x, y] = [toX, toY];
        continue;
      }
      if (command === 'H') x = baseX + a;
      else if (command === 'V') y = baseY + a;
      else [x, y] = [baseX + a, baseY + b];
      if (command === 'M' && i === 0) {
        doc.moveTo(x, y);
        [startX, startY] = [x, y];
      } else doc.lineTo(x, y);
    }
  }
}

/** How pdfkit takes what an SVG says of dashes: the first, and the gap behind it. */
function dashes(list: string): [length: number, options: { space: number }] {
  const [length = 1, space = length] = numbersIn(list);
  return [length, { space }];
}

function attributesIn(given: string): Attributes {
  return new Map(Array.from(given.matchAll(ATTRIBUTE), ([, name = '', value = '']) => [name, value]));
}

function text(attributes: Attributes, name: string): string {
  return plain(must(attributes.get(name), `an attribute ${name}`));
}

function number(attributes: Attributes, name: string): number {
  return Number(must(attributes.get(name), `an attribute ${name}`));
}

function numbersIn(list: string): number[] {
  return Array.from(list.matchAll(/-?(?:\d+\.?\d*|\.\d+)/g), ([found]) => Number(found));
}

const QUOTED: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

/** Text as it was before `quoteXml`, its blanks as SVG shows them. */
function plain(quoted: string): string {
  const words = quoted.replaceAll(/\s+/g, ' ').trim();
  return words.replaceAll(/&[^;]*;/g, (quote) => must(QUOTED[quote], `a character ${quote}`));
}
