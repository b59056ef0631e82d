import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import svelteParser from 'svelte-eslint-parser';
import ts from 'typescript-eslint';
import { house } from './build/lib/eslint-house.mjs';
import svelteConfig from './svelte.config.js';

const noDefaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'Export by name; only configuration files and components have a default.',
};
const noEnum = { selector: 'TSEnumDeclaration', message: 'Use an `as const` list.' };

export default ts.config(
  { ignores: ['out/', 'node_modules/', 'test-results/', 'tests/cases/', 'tests/files/'] },
  js.configs.recommended,
  {
    plugins: { house },
    rules: {
      'house/imports': 'error',
      'no-console': 'error',
      'no-restricted-syntax': ['error', noDefaultExport, noEnum],
      eqeqeq: 'error',
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
  },
  {
    files: ['**/*.ts'],
    extends: [...ts.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['*.ts'] },
        tsconfigRootDir: import.meta.dirname,
        extraFileExtensions: ['.svelte'],
      },
    },
  },
  { files: ['**/*.svelte', '**/*.svelte.ts'], extends: [...ts.configs.strict] },
  ...svelte.configs.recommended,
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    extends: [ts.configs.disableTypeChecked],
    languageOptions: {
      globals: globals.browser,
      parser: svelteParser,
      parserOptions: {
        parser: ts.parser,
        projectService: false,
        extraFileExtensions: ['.svelte'],
        svelteConfig,
      },
    },
    rules: {
      // State is replaced whole ($state.raw), so its maps and sets are plain on purpose.
      'svelte/prefer-svelte-reactivity': 'off',
      // It takes the words of the reason behind an ignored warning for further warnings; svelte-check judges them.
      'svelte/no-unused-svelte-ignore': 'off',
    },
  },
  {
    files: ['**/*.ts', '**/*.svelte'],
    rules: {
      'no-undef': 'off',
      'no-unused-vars': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['**/*.ts'],
    ignores: ['**/*.svelte.ts'],
    rules: {
      // Numbers in texts are what this program writes all day.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // A returned `void` call is how one-line callbacks are written here.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // Where a text is spread here, its code points are what is wanted.
      '@typescript-eslint/no-misused-spread': 'off',
      // Ids and parsed values take the kind their reader asks for.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
    },
  },
  {
    files: ['src-renderer/**', 'tests/e2e/**'],
    languageOptions: { globals: globals.browser },
  },
  {
    files: ['build/**', 'tests/**/*.mjs', '*.js'],
    languageOptions: { globals: globals.node },
  },
  {
    files: ['*.config.ts', '*.config.js', 'electron.vite.config.ts'],
    rules: { 'no-restricted-syntax': ['error', noEnum] },
  },
  {
    // In a test a missing value fails by itself.
    files: ['tests/**'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    // A benchmark prints its table; nothing else of ours writes to a console.
    files: ['build/bench.mjs', 'build/font-widths.mjs'],
    rules: { 'no-console': 'off' },
  },
);
