import { unwrap, type Syntax } from './parse.ts';

export type Literal = string | number | boolean | null | readonly Literal[];

/**
 * The value of an expression made of literals only: strings, numbers, `$true`, lists, `+` between strings,
 * `-join`, casts to char. Undefined when anything else takes part, so that a value is never guessed.
 */
export function literalValue(node: Syntax): Literal | undefined {
  const each = unwrapValue(node);
  switch (each.type) {
    case 'verbatim_string_characters':
      return each.text.slice(1, -1).replaceAll("''", "'");
    case 'expandable_string_literal':
      return /[$`]/.test(each.text) ? undefined : each.text.slice(1, -1).replaceAll('""', '"');
    case 'decimal_integer_literal':
    case 'real_literal':
      return Number(each.text);
    case 'generic_token':
      return each.text;
    case 'variable':
    case '$':
      return wordValue(each.text);
    case 'parenthesized_expression':
      return insideValue(each);
    case 'additive_expression':
      return sumValue(each);
    case 'array_literal_expression':
      return listValue(each);
    case 'array_expression':
      return arrayValue(each);
    case 'expression_with_unary_operator':
      return unaryValue(each);
    case 'cast_expression':
      return castValue(each);
    default:
      return undefined;
  }
}

/** Steps through nodes that only wrap; keeps those whose own text is the value. */
function unwrapValue(node: Syntax): Syntax {
  let each = node;
  while (
    each.children.length === 1 &&
    each.children[0] &&
    !['variable', 'generic_token', 'expandable_string_literal'].includes(each.type)
  )
    each = each.children[0];
  return each;
}

function wordValue(text: string): Literal | undefined {
  const word = text.toLowerCase();
  return word === '$true' ? true : word === '$false' ? false : word === '$null' ? null : undefined;
}

function insideValue(node: Syntax): Literal | undefined {
  const inside = node.children.filter((child) => child.type !== '(' && child.type !== ')');
  return inside.length === 1 && inside[0] ? literalValue(inside[0]) : undefined;
}

function sumValue(node: Syntax): Literal | undefined {
  const [left, operator, right] = node.children;
  if (!left || !right || operator?.text !== '+') return undefined;
  const a = literalValue(left);
  const b = literalValue(right);
  return typeof a === 'string' && typeof b === 'string' ? a + b : undefined;
}

function listValue(node: Syntax): Literal | undefined {
  const values = node.children.filter((child) => child.type !== ',').map(literalValue);
  return values.some((value) => value === undefined) ? undefined : (values as Literal[]);
}

function arrayValue(node: Syntax): Literal | undefined {
  const inside = node.children.filter((child) => child.type !== '@(' && child.type !== ')');
  if (inside.length === 0) return [];
  const value = inside.length === 1 && inside[0] ? literalValue(inside[0]) : undefined;
  return value === undefined || Array.isArray(value) ? value : [value];
}

function unaryValue(node: Syntax): Literal | undefined {
  const [operator, operand] = node.children;
  if (!operator || !operand) return undefined;
  const value = literalValue(operand);
  if (value === undefined) return undefined;
  if (operator.text.toLowerCase() === '-join') return (Array.isArray(value) ? value : [value]).join('');
  return operator.text === '-' && typeof value === 'number' ? -value : undefined;
}

function castValue(node: Syntax): Literal | undefined {
  const [type, operand] = node.children;
  if (!type || !operand) return undefined;
  const value = literalValue(operand);
  const name = type.text.toLowerCase();
  if (value === undefined) return undefined;
  if (name === '[char[]]')
    return (Array.isArray(value) ? value : [value]).map((code) => String.fromCharCode(Number(code)));
  if (name === '[char]' && typeof value === 'number') return String.fromCharCode(value);
  return name === '[string]' && !Array.isArray(value) ? String(value) : undefined;
}

/** True when the argument is written as a list of more than one element. */
export function isList(node: Syntax): boolean {
  const each = unwrap(node);
  return each.type === 'array_literal_expression' && each.children.some((child) => child.type === ',');
}
