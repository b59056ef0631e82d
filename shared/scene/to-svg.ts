import { textWidth, type Box } from '../geometry/index.ts';
import { quoteXml } from '../lib/quote.ts';
import { SAMPLE } from './legend.ts';
import { isVisible, LOOKS } from './marks.ts';
import { lightPalette, type Palette } from './palette.ts';
import type { Detail, LegendEntry, Mark, PathMark, RectMark, Scene, TextMark, Token } from './types.ts';

export interface SvgOptions {
  /** `near` shows slots, numbers and addresses; `middle` leaves them out. */
  readonly detail: Exclude<Detail, 'far'>;
  readonly title: string;
  /** Families in place of the bundled ones, for a document that embeds them under other names. */
  readonly fonts?: { readonly text: string; readonly mono: string };
}

const FONTS = { text: 'Inter, Arial, sans-serif', mono: 'JetBrains Mono, Consolas, monospace' } as const;
const LEGEND_GAP = 24;
const ROW = 24;

/**
 * The drawing as an SVG document that stands alone: fixed light colours, text as text, the legend beneath. Only
 * elements and attributes that the PDF writer knows as well; one element per line, the same bytes every time.
 */
export function sceneToSvg(scene: Scene, options: SvgOptions): string {
  const { bounds, clusters, cables, nodes, switches } = scene;
  const fonts = options.fonts ?? FONTS;
  const marksIn = (list: readonly Mark[]) =>
    list
      .filter((mark) => isVisible(mark, options.detail))
      .map((mark) => markToSvg(mark, lightPalette, fonts));
  const legend = layLegend(scene.legend, bounds.width);
  const height = bounds.height + legend.height;
  const items = [...clusters, ...cables, ...switches, ...nodes];
  const lines = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${num(bounds.width)}" height="${num(height)}" viewBox="${num(bounds.x)} ${num(bounds.y)} ${num(bounds.width)} ${num(height)}">`,
    `<title>${quoteXml(options.title)}</title>`,
    `<desc>${quoteXml(describe(scene))}</desc>`,
    `<rect x="${num(bounds.x)}" y="${num(bounds.y)}" width="${num(bounds.width)}" height="${num(height)}" fill="${lightPalette.card}"/>`,
    ...items.flatMap((item) => [
      `<g id="${quoteXml(item.id)}">`,
      ...marksIn(item.marks),
      ...('ports' in item ? item.ports.flatMap((port) => marksIn(port.marks)) : []),
      '</g>',
    ]),
    ...legend.entries.flatMap(({ entry, x, y }) => [
      `<g transform="translate(${num(bounds.x + x)} ${num(bounds.y + bounds.height + y)})">`,
      ...entry.marks.map((mark) => markToSvg(mark, lightPalette, fonts)),
      legendText(entry.label, fonts.text),
      '</g>',
    ]),
    '</svg>',
  ];
  return `${lines.join('\n')}\n`;
}

function describe({ nodes, switches, cables }: Scene): string {
  const names = [...nodes, ...switches].map((item) => item.label);
  return `${nodes.length} nodes, ${switches.length} switches, ${cables.length} cables. ${names.join('; ')}.`;
}

interface LaidEntry {
  readonly entry: LegendEntry;
  readonly x: number;
  readonly y: number;
}

/** Legend entries in rows beneath the drawing. */
function layLegend(
  legend: readonly LegendEntry[],
  width: number,
): { entries: readonly LaidEntry[]; height: number } {
  let x = LEGEND_GAP;
  let y = 0;
  const entries = legend.map((entry) => {
    const own = SAMPLE.width + 8 + textWidth(entry.label, LOOKS.small);
    if (x > LEGEND_GAP && x + own > width - LEGEND_GAP) {
      x = LEGEND_GAP;
      y += ROW;
    }
    const laid = { entry, x, y };
    x += own + LEGEND_GAP;
    return laid;
  });
  return { entries, height: legend.length === 0 ? 0 : y + ROW + 8 };
}

function legendText(label: string, family: string): string {
  const { size } = LOOKS.small;
  return `<text x="${SAMPLE.width + 8}" y="12" font-family="${quoteXml(family)}" font-size="${size}" fill="${lightPalette.text}">${quoteXml(label)}</text>`;
}

function markToSvg(
  mark: Mark,
  palette: Palette,
  fonts: { readonly text: string; readonly mono: string },
): string {
  if (mark.kind === 'rect') return rectToSvg(mark, palette);
  if (mark.kind === 'path') return pathToSvg(mark, palette);
  return textToSvg(mark, palette, fonts);
}

function rectToSvg({ box, radius, fill, stroke, strokeWidth }: RectMark, palette: Palette): string {
  const rounding = radius > 0 ? ` rx="${num(radius)}" ry="${num(radius)}"` : '';
  return `<rect ${boxAttributes(box)}${rounding} fill="${palette[fill]}"${strokeAttributes(stroke, strokeWidth, palette)}/>`;
}

function pathToSvg({ d, fill, stroke, strokeWidth, dash }: PathMark, palette: Palette): string {
  const dashes = dash.length > 0 ? ` stroke-dasharray="${dash.join(' ')}"` : '';
  const joins =
    stroke === 'none'
      ? ''
      : ` stroke-linejoin="round" stroke-linecap="${dash.length > 0 ? 'butt' : 'round'}"`;
  return `<path d="${quoteXml(d)}" fill="${palette[fill]}"${strokeAttributes(stroke, strokeWidth, palette)}${joins}${dashes}/>`;
}

function textToSvg(
  mark: TextMark,
  palette: Palette,
  fonts: { readonly text: string; readonly mono: string },
): string {
  const family = mark.mono ? fonts.mono : fonts.text;
  const weight = mark.weight === 600 ? ' font-weight="600"' : '';
  const anchor = mark.anchor === 'start' ? '' : ` text-anchor="${mark.anchor}"`;
  return `<text x="${num(mark.x)}" y="${num(mark.y)}" font-family="${quoteXml(family)}" font-size="${mark.size}"${weight}${anchor} fill="${palette[mark.fill]}">${quoteXml(mark.text)}</text>`;
}

function boxAttributes({ x, y, width, height }: Box): string {
  return `x="${num(x)}" y="${num(y)}" width="${num(width)}" height="${num(height)}"`;
}

function strokeAttributes(stroke: Token, width: number, palette: Palette): string {
  return stroke === 'none' ? '' : ` stroke="${palette[stroke]}" stroke-width="${num(width)}"`;
}

function num(value: number): string {
  return String(Math.round(value * 100) / 100);
}
