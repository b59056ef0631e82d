import { describe, expect, it } from 'vitest';
import { codeOf, filesIn, programFiles } from './sources.ts';

const CEILING = 500;
/** Data written out, and files that a script writes. */
const EXEMPT =
  /^shared\/catalog\/(adapters|switches|servers|cables|transceivers)\/|^shared\/geometry\/font-widths\.ts$/;

describe('files', () => {
  it(`stay within ${CEILING} lines`, () => {
    const all = [...programFiles(), ...filesIn('build', ['.mjs'])];
    const long = all.filter(({ path, text }) => !EXEMPT.test(path) && text.split('\n').length > CEILING);
    expect(long.map(({ path, text }) => `${path}: ${text.split('\n').length}`)).toEqual([]);
  });

  it('have kebab-case names, components PascalCase', () => {
    const fine = /^([a-z0-9]+(-[a-z0-9]+)*(\.svelte|\.d)?\.ts|[A-Z][A-Za-z0-9]*\.svelte)$/;
    const odd = programFiles().filter(({ path }) => !fine.test(path.split('/').at(-1) ?? ''));
    expect(odd.map(({ path }) => path)).toEqual([]);
  });
});

describe('shared', () => {
  const files = filesIn('shared', ['.ts']);

  it.each([
    ['the clock', /\bDate\.now\b|\bnew Date\(\s*\)|\bperformance\./],
    ['chance', /\bMath\.random\b|\bcrypto\./],
    ['a console', /\bconsole\./],
    ['the locale', /\btoLocale\w+|\blocaleCompare\b|\bIntl\./],
    ['a host', /\b(process|window|document|globalThis|navigator)\./],
  ])('asks for nothing of %s', (_, pattern) => {
    const asking = files.filter(({ text }) => pattern.test(codeOf(text)));
    expect(asking.map(({ path }) => path)).toEqual([]);
  });

  it('names colours in the palette of the drawing only', () => {
    const naming = files.filter(
      ({ path, text }) =>
        path !== 'shared/scene/palette.ts' && /['"]#([0-9a-f]{3}|[0-9a-f]{6})['"]/i.test(text),
    );
    expect(naming.map(({ path }) => path)).toEqual([]);
  });
});

describe('the page', () => {
  const files = filesIn('src-renderer', ['.ts', '.svelte', '.css']);

  it('names colours in the one file of tokens only', () => {
    const named = files
      .filter(({ path }) => path !== 'src-renderer/styles/tokens.css')
      .flatMap(({ path, text }) => {
        const styles = path.endsWith('.svelte')
          ? (text.match(/<style[\s\S]*<\/style>/)?.[0] ?? '')
          : path.endsWith('.css')
            ? text
            : '';
        const literal = styles.match(
          /#[0-9a-f]{3,8}\b|\b(rgb|hsl|oklch|lab|lch|hwb)a?\(|:\s*(white|black|red|green|blue|gr[ae]y|orange)\b/gi,
        );
        const inCode = text.match(/['"]#[0-9a-f]{6}['"]/gi);
        return [...(literal ?? []), ...(inCode ?? [])].map((colour) => `${path}: ${colour}`);
      });
    expect(named).toEqual([]);
  });

  it('has no style attribute written out, which the content security policy would drop', () => {
    const written = files.filter(
      ({ path, text }) => path.endsWith('.svelte') && /\sstyle=["'][^{"']/.test(text),
    );
    expect(written.map(({ path }) => path)).toEqual([]);
  });

  it('makes no markup from text', () => {
    const making = files.filter(({ text }) =>
      /\{@html\b|\.innerHTML\b|\.outerHTML\b|insertAdjacentHTML|document\.write/.test(text),
    );
    expect(making.map(({ path }) => path)).toEqual([]);
  });

  it('calls no foreign address', () => {
    const calling = files.filter(({ text }) =>
      /\bfetch\(\s*['"`]https?:|\bnew (WebSocket|EventSource|XMLHttpRequest)\b/.test(text),
    );
    expect(calling.map(({ path }) => path)).toEqual([]);
  });
});

describe('the tests', () => {
  it('skip nothing and single out nothing', () => {
    const marked = filesIn('tests', ['.ts']).filter(({ text }) =>
      /\b(it|test|describe)\.(skip|only|fixme|todo)\b|\b(xit|xdescribe|fit)\(/.test(codeOf(text)),
    );
    expect(marked.map(({ path }) => path)).toEqual([]);
  });
});
