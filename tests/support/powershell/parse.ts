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
  const errors: Problem[] = [];
  const cursor = tree.walk();
  const root = convert(cursor, source, null, errors);
  cursor.delete();
  tree.delete();
  return { root, errors };
}

function readable(source: string): string {
  return source
    .replace(/[\u2013-\u2015]/g, '-')
    .replace(/[\u2018-\u201b]/g, "'")
    .replace(/[\u201c-\u201e]/g, '"')
    .replace(/(?<=[\s(])-[A-Za-z]+\d\w*/g, (name) => name.replace(/\d/g, 'q'));
}

function convert(cursor: TreeCursor, source: string, parent: Syntax | null, errors: Problem[]): Syntax {
  const children: Syntax[] = [];
  const node = {
    type: cursor.nodeType,
    text: source.slice(cursor.startIndex, cursor.endIndex),
    line: cursor.startPosition.row + 1,
    parent,
    children,
  };
  if (node.type === 'ERROR')
    errors.push({ line: node.line, message: `does not parse: ${node.text.slice(0, 80)}` });
  if (cursor.nodeIsMissing)
    errors.push({ line: node.line, message: `does not parse: ${node.type} is missing` });
  // An unquoted angle bracket is a redirection or an error, never part of a name; the grammar lets it pass.
  if (node.type === 'generic_token' && /[<>]/.test(node.text))
    errors.push({ line: node.line, message: `does not parse: ${node.text} is not quoted` });
  if (cursor.gotoFirstChild()) {
    do children.push(convert(cursor, source, node, errors));
    while (cursor.gotoNextSibling());
    cursor.gotoParent();
  }
  return node;
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
