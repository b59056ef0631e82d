import { relative, sep } from 'node:path';
import { importFault } from './import-directions.mjs';
import { root } from './root.mjs';

/** @type {import('eslint').Rule.RuleModule} */
const imports = {
  meta: { type: 'problem', schema: [], messages: { fault: '{{fault}}.' } },
  create(context) {
    const from = relative(root, context.filename).split(sep).join('/');
    /** @param {import('eslint').AST.Program['body'][number] | import('eslint').Rule.Node} node @param {unknown} specifier */
    const check = (node, specifier) => {
      const fault = typeof specifier === 'string' ? importFault(from, specifier) : null;
      if (fault !== null) context.report({ node, messageId: 'fault', data: { fault } });
    };
    return {
      ImportDeclaration: (node) => check(node, node.source.value),
      ExportAllDeclaration: (node) => check(node, node.source.value),
      ExportNamedDeclaration: (node) => node.source && check(node, node.source.value),
      ImportExpression: (node) => node.source.type === 'Literal' && check(node, node.source.value),
    };
  },
};

/** Rules of this house; ESLint's name for a set of rules is plugin. */
export const house = { rules: { imports } };
