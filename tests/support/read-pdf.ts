import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** The text of every page of a PDF, read by poppler's pdftotext where it is installed, else by pdf.js. */
export async function readPdfPages(bytes: Uint8Array): Promise<readonly string[]> {
  return hasPdfToText() ? readWithPoppler(bytes) : readWithPdfJs(bytes);
}

/** Width and height of every page in points, and the number of pages, read by pdf.js. */
export async function readPdfSizes(
  bytes: Uint8Array,
): Promise<readonly (readonly [width: number, height: number])[]> {
  const pdf = await open(bytes);
  const sizes: [number, number][] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const { width, height } = (await pdf.getPage(number)).getViewport({ scale: 1 });
    sizes.push([width, height]);
  }
  await pdf.destroy();
  return sizes;
}

function hasPdfToText(): boolean {
  try {
    execFileSync('pdftotext', ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function readWithPoppler(bytes: Uint8Array): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'clusterwright-pdf-'));
  try {
    const file = join(folder, 'report.pdf');
    writeFileSync(file, bytes);
    return execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8', maxBuffer: 1 << 28 })
      .split('\f')
      .slice(0, -1);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function readWithPdfJs(bytes: Uint8Array): Promise<readonly string[]> {
  const pdf = await open(bytes);
  const pages: string[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(' '));
  }
  await pdf.destroy();
  return pages;
}

async function open(bytes: Uint8Array) {
  return getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
}

/** Text without white space: where a line was broken does not matter. */
export function squeeze(text: string): string {
  return text.replace(/\s+/g, '');
}
