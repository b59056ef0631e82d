import { describe, expect, it } from 'vitest';
import { drawDrawing } from '../../../src-main/services/pdf-drawing.ts';
import type { PdfKitDocument } from '../../../src-main/services/pdf-kit.ts';

/** What is asked of the document for a drawing, in order; its characters are all 2 points wide. */
function calls(inside: string): readonly (readonly unknown[])[] {
  const made: unknown[][] = [];
  const doc: unknown = new Proxy(
    {},
    {
      get: (_, name) =>
        name === 'widthOfString'
          ? (words: string) => words.length * 2
          : (...given: unknown[]) => {
              made.push([name, ...given]);
              return doc;
            },
    },
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="100" height="50" viewBox="10 20 100 50">\n${inside}\n</svg>\n`;
  drawDrawing(doc as PdfKitDocument, { svg, x: 5, y: 6, width: 200 });
  expect(made.slice(0, 4)).toEqual([['save'], ['translate', 5, 6], ['scale', 2, 2], ['translate', -10, -20]]);
  expect(made.at(-1)).toEqual(['restore']);
  return made.slice(4, -1);
}

const path = (d: string) => calls(`<path d="${d}" fill="#111111"/>`).slice(0, -2);

describe('drawings of a report', () => {
  it('write a text from where its anchor says, with the letters the user typed', () => {
    const text = (anchor: string, words: string) =>
      calls(
        `<text x="30" y="40" font-family="Inter, Arial" font-size="9"${anchor} fill="#111111">${words}</text>`,
      ).at(-1);
    const options = { lineBreak: false, baseline: 'alphabetic' };
    expect(text('', 'abcd')).toEqual(['text', 'abcd', 30, 40, options]);
    expect(text(' text-anchor="middle"', 'abcd')).toEqual(['text', 'abcd', 26, 40, options]);
    expect(text(' text-anchor="end"', ' &lt;a&gt;  &amp;amp; &#39;&quot; ')).toEqual([
      'text',
      `<a> &amp; '"`,
      6,
      40,
      options,
    ]);
  });

  it('follow paths in steps from the corner and from the last point', () => {
    expect(path('M1 2L3 4H5V6z')).toEqual([
      ['moveTo', 1, 2],
      ['lineTo', 3, 4],
      ['lineTo', 5, 4],
      ['lineTo', 5, 6],
      ['closePath'],
    ]);
    expect(path('m1 2l2-.5h-3v4.5M10 10 11 12')).toEqual([
      ['moveTo', 1, 2],
      ['lineTo', 3, 1.5],
      ['lineTo', 0, 1.5],
      ['lineTo', 0, 6],
      ['moveTo', 10, 10],
      ['lineTo', 11, 12],
    ]);
  });

  it('round a corner as its one control point says', () => {
    expect(path('M0 0Q6 0 6 6')).toEqual([
      ['moveTo', 0, 0],
      ['bezierCurveTo', 4, 0, 6, 2, 6, 6],
    ]);
  });

  it('fill and stroke, and say again only what has changed', () => {
    const rect = (rest: string) => `<rect x="1" y="2" width="3" height="4" ${rest}/>`;
    const lined = rect('rx="1" ry="1" fill="#ffffff" stroke="#000000" stroke-width="2"');
    expect(calls(`${lined}\n${lined}`)).toEqual([
      ['roundedRect', 1, 2, 3, 4, 1],
      ['fillColor', '#ffffff'],
      ['strokeColor', '#000000'],
      ['lineWidth', 2],
      ['lineJoin', 'miter'],
      ['lineCap', 'butt'],
      ['undash'],
      ['fillAndStroke'],
      ['roundedRect', 1, 2, 3, 4, 1],
      ['fillAndStroke'],
    ]);
    const dashed = `<path d="M0 0" fill="none" stroke="#000000" stroke-width="1" stroke-linejoin="round" stroke-linecap="butt" stroke-dasharray="6 4"/>`;
    expect(calls(dashed)).toContainEqual(['dash', 6, { space: 4 }]);
    expect(calls(dashed).at(-1)).toEqual(['stroke']);
  });

  it('move a group, and say its colours again behind it', () => {
    const rect = '<rect x="0" y="0" width="1" height="1" fill="#ffffff"/>';
    const inside = `<g id="a"><g transform="translate(3 4)">${rect}</g></g>${rect}`;
    expect(calls(inside)).toEqual([
      ['save'],
      ['translate', 3, 4],
      ['rect', 0, 0, 1, 1],
      ['fillColor', '#ffffff'],
      ['fill'],
      ['restore'],
      ['rect', 0, 0, 1, 1],
      ['fillColor', '#ffffff'],
      ['fill'],
    ]);
  });

  it('stop at what they do not know, in place of leaving it out', () => {
    expect(() => calls('<circle cx="1" cy="1" r="1"/>')).toThrow('no <circle> in a drawing');
    expect(() => path('M0 0A1 1 0 0 1 2 2')).toThrow('a path command A');
    expect(() => calls('<g transform="rotate(3)"></g>')).toThrow('a translation');
    expect(() => calls('<!-- words -->')).toThrow('a tag');
  });
});
