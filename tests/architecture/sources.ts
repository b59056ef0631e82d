import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, posix, sep } from 'node:path';
import ts from 'typescript';

export const ROOT = dirname(dirname(import.meta.dirname));

export interface SourceFile {
  /** From the project's folder, with slashes. */
  readonly path: string;
  readonly text: string;
}

/** The files of a folder whose names end in one of these, in order. */
export function filesIn(folder: string, endings: readonly string[]): SourceFile[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => posix.join(folder, name.split(sep).join('/')))
    .filter((path) => endings.some((ending) => path.endsWith(ending)))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));
}

/** Everything written by hand that becomes part of the program. */
export function programFiles(): SourceFile[] {
  return ['shared', 'src-main', 'src-renderer'].flatMap((folder) => filesIn(folder, ['.ts', '.svelte']));
}

/** What a file imports: types too, re-exports too, dynamic imports too. */
export function importsOf({ path, text }: SourceFile): string[] {
  const code = path.endsWith('.svelte')
    ? [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map((match) => match[1] ?? '').join('\n')
    : text;
  const found = ts.preProcessFile(code, true, true).importedFiles.map(({ fileName }) => fileName);
  return [...new Set(found)];
}

/** The file an import of ours leads to. */
export function targetOf(from: string, specifier: string): string {
  return posix.join(posix.dirname(from), specifier);
}

/** The code of a TypeScript file without its comments and texts, so that words in them do not count. */
export function codeOf(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, '')
    .replace(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g, "''");
}
