import type { Detail, Mark, Palette, PathMark, RectMark, TextMark } from '../../shared/scene/index.ts';
import { isShown } from './detail.ts';
import { isDrawn, type SceneItem } from './drawing-index.ts';

/** What colours and letters look like at the moment. */
export interface Looks {
  readonly palette: Palette;
  readonly font: string;
  readonly mono: string;
  /** The ground of the drawing and its dots. */
  readonly ground: string;
  readonly dot: string;
}

type Context = OffscreenCanvasRenderingContext2D;

/** Paints items at a level of detail, in canvas units, where the context's transform says. */
export function paintItem(
  context: Context,
  item: SceneItem,
  detail: Detail,
  texts: boolean,
  looks: Looks,
): void {
  if (item.kind === 'cable' && !isDrawn(item, detail)) return;
  paintMarks(context, item.marks, detail, texts, looks);
  if (detail === 'far' || !('ports' in item)) return;
  for (const port of item.ports) paintMarks(context, port.marks, detail, texts, looks);
}

function paintMarks(
  context: Context,
  marks: readonly Mark[],
  detail: Detail,
  texts: boolean,
  looks: Looks,
): void {
  for (const mark of marks) {
    if (!isShown(mark, detail, texts)) continue;
    if (mark.kind === 'text') paintText(context, mark, looks);
    else if (mark.kind === 'rect') paintRect(context, mark, looks.palette);
    else paintPath(context, mark, looks.palette);
  }
}

function paintRect(context: Context, mark: RectMark, palette: Palette): void {
  const { box, radius, fill, stroke } = mark;
  const { x, y, width, height } = box;
  if (radius === 0 && stroke === 'none' && fill !== 'none') {
    context.fillStyle = palette[fill];
    context.fillRect(x, y, width, height);
    return;
  }
  context.beginPath();
  if (radius > 0) context.roundRect(x, y, width, height, Math.min(radius, width / 2, height / 2));
  else context.rect(x, y, width, height);
  if (fill !== 'none') {
    context.fillStyle = palette[fill];
    context.fill();
  }
  if (stroke === 'none') return;
  context.strokeStyle = palette[stroke];
  context.lineWidth = mark.strokeWidth;
  context.stroke();
}

/** Parsing the line of a mark costs more than painting it, and a mark is painted many times. */
const paths = new WeakMap<PathMark, Path2D>();

function paintPath(context: Context, mark: PathMark, palette: Palette): void {
  let path = paths.get(mark);
  if (!path) paths.set(mark, (path = new Path2D(mark.d)));
  if (mark.fill !== 'none') {
    context.fillStyle = palette[mark.fill];
    context.fill(path);
  }
  if (mark.stroke === 'none') return;
  const dashed = mark.dash.length > 0;
  context.strokeStyle = palette[mark.stroke];
  context.lineWidth = mark.strokeWidth;
  context.lineCap = dashed ? 'butt' : 'round';
  context.lineJoin = 'round';
  if (dashed) context.setLineDash([...mark.dash]);
  context.stroke(path);
  if (dashed) context.setLineDash([]);
}

function paintText(context: Context, mark: TextMark, { palette, font, mono }: Looks): void {
  context.font = `${mark.weight} ${mark.size}px ${mark.mono ? mono : font}`;
  context.textAlign = mark.anchor === 'middle' ? 'center' : mark.anchor;
  context.fillStyle = palette[mark.fill];
  context.fillText(mark.text, mark.x, mark.y);
}
