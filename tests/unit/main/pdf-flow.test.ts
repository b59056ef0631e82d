import { describe, expect, it } from 'vitest';
import type { PdfContent, PdfDefinition } from '../../../shared/exports/index.ts';
import { createBlocks } from '../../../src-main/services/pdf-blocks.ts';
import { layPages } from '../../../src-main/services/pdf-flow.ts';

const style = { font: 'Inter Text', fontSize: 10, color: '#000000' };

/** Pages of a document in a font whose characters are as wide and high as its size. */
function lay(content: readonly PdfContent[]) {
  const definition: PdfDefinition = {
    info: { title: '', author: '', subject: '', creator: '', producer: '' },
    revisionDate: '',
    pageSize: 'A4',
    pageMargins: [50, 50, 50, 50],
    defaultStyle: style,
    styles: {},
    footer: (page, pages) => ({ columns: [{ text: `${page}/${pages}` }] }),
    content,
  };
  const metrics = {
    widthOf: (text: string, { size }: { size: number }) => text.length * size,
    heightOf: (_font: string, size: number) => size,
  };
  return layPages(definition, createBlocks(definition, metrics));
}

const says = (page: ReturnType<typeof lay>[number] | undefined) => page!.texts.map(({ text }) => text);
const rows = (count: number) => Array.from({ length: count }, (_, i) => [`row ${i + 1}`]);
const listed = (headerRows: number, body: readonly (readonly PdfContent[])[]): PdfContent => ({
  layout: 'hairlines',
  table: { widths: ['*'], headerRows, keepWithHeaderRows: headerRows, body },
});

describe('pages of a report', () => {
  it('repeat the head of a table, part it from no first row, and split no row', () => {
    const pages = lay([listed(1, [['head'], ...rows(100)])]);
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages) expect(says(page)[0]).toBe('head');
    const all = pages.flatMap((page) => says(page).filter((text) => text.startsWith('row')));
    expect(all).toEqual(rows(100).flat());
    for (const page of pages) for (const { y } of page.rules) expect(y).toBeLessThan(page.height - 50);
    // 72 lines of 10 points leave 22 points of the 742: too little for head and first row, of 16.5 each.
    const filled = lay([...Array.from({ length: 72 }, () => 'line'), listed(1, [['head'], ['row 1']])]);
    expect(says(filled[0])).not.toContain('head');
    expect(says(filled[1])).toEqual(expect.arrayContaining(['head', 'row 1']));
  });

  it('give each heading its page in the contents, with a link to its place', () => {
    const heading = (text: string) => ({ text, tocItem: true, pageBreak: 'before' }) as const;
    const pages = lay([
      { toc: { title: { text: 'Contents' }, textMargin: [0, 3, 0, 0] } },
      heading('One'),
      ...Array.from({ length: 100 }, () => 'line'),
      { stack: [heading('Two')] },
    ]);
    const numbers = pages[0]!.texts.filter(({ goTo }) => goTo !== undefined).map(({ text }) => text);
    expect(numbers).toEqual(['One', 'Two', '2', '4']);
    for (const { goTo } of pages[0]!.texts) {
      if (goTo === undefined) continue;
      const there = pages.findIndex((page) => page.texts.some(({ destination }) => destination === goTo));
      expect(['2', '4']).toContain(String(there + 1));
    }
  });

  it('end with a footer that counts them', () => {
    const pages = lay(Array.from({ length: 100 }, () => 'line'));
    expect(pages.map((page) => says(page).at(-1))).toEqual(['1/2', '2/2']);
    expect(pages[0]!.texts.at(-1)!.y).toBeCloseTo(pages[0]!.height - 50);
  });

  it('lie on their side where a heading says so, until one says otherwise', () => {
    const pages = lay([
      'cover',
      { text: 'Diagram', pageBreak: 'before', pageOrientation: 'landscape' },
      { text: 'more', pageBreak: 'before' },
      { text: 'List', pageBreak: 'before', pageOrientation: 'portrait' },
    ]);
    expect(pages.map(({ width, height }) => width > height)).toEqual([false, true, true, false]);
  });

  it('set a cell that spans columns over all of them, on its colour', () => {
    const [page] = lay([
      {
        layout: 'hairlines',
        table: {
          widths: [60, 60, '*'],
          body: [
            [{ text: 'nine char', colSpan: 2, fillColor: '#eeeeee' }, '', 'a'],
            ['b', 'c', 'd'],
          ],
        },
      },
    ]);
    expect(says(page)).toEqual(['nine char', 'a', 'b', 'c', 'd', '1/1']);
    expect(page!.fills).toEqual([{ x: 50, y: 50, width: 132, height: 16.5, color: '#eeeeee' }]);
    const [, a, b, , d] = page!.texts;
    expect(a!.x).toBe(d!.x);
    expect(b!.x).toBe(50);
  });

  it('shrink a drawing to its room, in the middle', () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="100" viewBox="0 0 400 100"></svg>';
    const [page] = lay([{ svg, fit: [200, 200] }]);
    expect(page!.drawings).toEqual([expect.objectContaining({ width: 200, height: 50, y: 50 })]);
    expect(page!.drawings[0]!.x).toBeCloseTo((595.28 - 200) / 2);
  });
});
