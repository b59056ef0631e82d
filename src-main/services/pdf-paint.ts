import { must } from '../../shared/lib/assert.ts';
import { PDF_FONTS } from './pdf-fonts.ts';
import { drawSvg, type PdfKitDocument } from './pdf-kit.ts';
import type { Page, PlacedText } from './pdf-pages.ts';

/** Writes laid pages with pdfkit. */
export function paintPages(doc: PdfKitDocument, pages: readonly Page[]): void {
  for (const page of pages) {
    doc.addPage({ size: [page.width, page.height] });
    paintFills(doc, page);
    paintRules(doc, page);
    paintTexts(doc, page.texts);
    for (const { svg, x, y, width, height } of page.drawings)
      drawSvg(doc, svg, x, y, { width, height, assumePt: true, fontCallback: fontOf });
  }
}

function paintFills(doc: PdfKitDocument, { fills }: Page): void {
  for (const { x, y, width, height, color } of fills) {
    doc.rect(x, y, width, height);
    doc.fillColor(color);
    doc.fill();
  }
}

/** Rules that look alike are one path. */
function paintRules(doc: PdfKitDocument, { rules }: Page): void {
  rules.forEach(({ x, y, width, color, thickness }, i) => {
    doc.moveTo(x, y);
    doc.lineTo(x + width, y);
    const next = rules[i + 1];
    if (next?.color === color && next.thickness === thickness) return;
    doc.lineWidth(thickness);
    doc.strokeColor(color);
    doc.stroke();
  });
}

function paintTexts(doc: PdfKitDocument, texts: readonly PlacedText[]): void {
  let color = '';
  for (const { text, x, y, look, destination, goTo } of texts) {
    if (look.color !== color) doc.fillColor((color = look.color));
    doc.font(look.font).fontSize(look.size);
    if (destination !== undefined) doc.addNamedDestination(destination, 'XYZ', x, y, null);
    if (goTo !== undefined) doc.goTo(x, y, doc.widthOfString(text), doc.currentLineHeight(), goTo);
    doc.text(text, x, y, { lineBreak: false, characterSpacing: look.spacing });
  }
}

/** The file of the first of the families an SVG names; all that it may name are there. */
function fontOf(families: string, bold: boolean): string {
  const names = families.split(',').map((name) => name.trim().replaceAll(/['"]/g, ''));
  const family = must(
    Object.entries(PDF_FONTS).find(([name]) => names.includes(name)),
    `a font for ${families}`,
  );
  return bold ? family[1].bold : family[1].normal;
}
