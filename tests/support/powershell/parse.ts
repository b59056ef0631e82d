import { createRequire } from 'node:module';
import { Language, Parser, type TreeCursor } from 'web-tree-sitter';

/** One node of a script's syntax tree, without the parser's own objects. */
export interface Syntax {
  readonly type: string;
  /** The source as it stands in the file. */
  readonly text: string;
  /** Line in the file, from 1. */
  readonly line: number;
  readonly parent: Syntax | null;
  readonly children: readonly Syntax[];
}

export interface Problem {
  readonly line: number;
  readonly message: string;
}

export interface Parsed {
  readonly root: Syntax;
  readonly errors: readonly Problem[];
}

const require = createRequire(import.meta.url);
await Parser.init();
const language = await Language.load(require.resolve('tree-sitter-powershell/tree-sitter-powershell.wasm'));
const parser = new Parser();
parser.setLanguage(language);

/**
 * Parses Windows PowerShell. Before that the source is made readable for the grammar without moving a
 * character: it cuts parameter names at a digit, and does not know that the shell takes typographic dashes
 * and quotes for plain ones. Texts of the tree are those of the file.
 */
export function parsePowerShell(source: string): Parsed {
  const tree = parser.parse(readable(source));
  if (!tree) throw new Error('the parser gave no tree');
  const cursor = tree.walk();
  const reader: Reader = { source, lineStarts: lineStartsOf(source), errors: [] };
  const root = convert(cursor, reader, null);
  cursor.delete();
  tree.delete();
  return { root, errors: reader.errors };
}

interface Reader {
  readonly source: string;
  /** Offsets at which lines begin. */
  readonly lineStarts: readonly number[];
  readonly errors: Problem[];
}

function lineStartsOf(source: string): number[] {
  return [0, ...[...source.matchAll(/\n/g)].map((match) => match.index + 1)];
}

/** Line that holds an offset, from 1. */
function lineAt({ lineStarts }: Reader, offset: number): number {
  let low = 0;
  let high = lineStarts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return low + 1;
}

function readable(source: string): string {
  return source
    .replace(/[\u2013-\u2015]/g, '-')
    .replace(/[\u2018-\u201b]/g, "'")
    .replace(/[\u201c-\u201e]/g, '"')
    .replace(/(?<=[\s(])-[A-Za-z]+\d\w*/g, (name) => name.replace(/\d/g, 'q'));
}

function convert(cursor: TreeCursor, reader: Reader, parent: Syntax | null): Syntax {
  const { type, text, line } = describe(cursor, reader);
  const children: Syntax[] = [];
  const node = { type, text, line, parent, children };
  if (cursor.gotoFirstChild()) {
    do children.push(convert(cursor, reader, node));
    while (cursor.gotoNextSibling());
    cursor.gotoParent();
  }
  return node;
}

function describe(cursor: TreeCursor, reader: Reader): { type: string; text: string; line: number } {
  const type = cursor.nodeType;
  const start = cursor.startIndex;
  const end = cursor.endIndex;
  const text = reader.source.slice(start, end);
  const line = lineAt(reader, start);
  if (type === 'ERROR') reader.errors.push({ line, message: `does not parse: ${text.slice(0, 80)}` });
  if (start === end && cursor.nodeIsMissing)
    reader.errors.push({ line, message: `does not parse: ${type} is missing` });
  // An unquoted angle bracket is a redirection or an error, never part of a name; the grammar lets it pass.
  if (type === 'generic_token' && /[<>]/.test(text))
    reader.errors.push({ line, message: `does not parse: ${text} is not quoted` });
  return { type, text, line };
}

/** All nodes of these types below a node, in the order of the file. */
export function findAll(node: Syntax, ...types: readonly string[]): Syntax[] {
  const found: Syntax[] = [];
  const visit = (each: Syntax) => {
    if (types.includes(each.type)) found.push(each);
    each.children.forEach(visit);
  };
  visit(node);
  return found;
}

/** The nodes around a node, the nearest first. */
export function* ancestors(node: Syntax): Generator<Syntax> {
  for (let each = node.parent; each; each = each.parent) yield each;
}

/** Steps down while a node has nothing but one child of its own. */
export function unwrap(node: Syntax): Syntax {
  let each = node;
  while (each.children.length === 1 && each.children[0]) each = each.children[0];
  return each;
}
