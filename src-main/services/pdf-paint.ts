import { drawDrawing } from './pdf-drawing.ts';
import type { PdfKitDocument } from './pdf-kit.ts';
import type { Page, PlacedText } from './pdf-pages.ts';

/** Writes laid pages with pdfkit. */
export function paintPages(doc: PdfKitDocument, pages: readonly Page[]): void {
  for (const page of pages) {
    doc.addPage({ size: [page.width, page.height] });
    paintFills(doc, page);
    paintRules(doc, page);
    paintTexts(doc, page.texts);
    for (const drawing of page.drawings) drawDrawing(doc, drawing);
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
