import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sax from 'sax';
import { describe, expect, it } from 'vitest';
import type { Design } from '../../../shared/model/index.ts';
import { lightPalette, sceneToSvg, TOKENS, type Token } from '../../../shared/scene/index.ts';
import { templateById, templates } from '../../../shared/templates/index.ts';
import { sceneOf, textBox, textsOf, withTable } from './helpers.ts';

function build(id: string): Design {
  const template = templateById(id);
  if (!template) throw new Error(`no template ${id}`);
  return template.build();
}

/** All texts of a document in order, as a strict XML parser reads them; throws where it is not well-formed. */
function textsOfXml(xml: string): readonly string[] {
  const parser = sax.parser(true, { xmlns: true });
  const texts: string[] = [];
  parser.onerror = (error) => {
    throw error;
  };
  parser.ontext = (text) => void texts.push(text);
  parser.write(xml).close();
  return texts;
}

describe.each(templates.map((template) => [template.id, template] as const))(
  'the SVG of %s',
  (_, template) => {
    const { scene } = sceneOf(template.build());
    const svg = sceneToSvg(scene, { detail: 'near', title: template.name });

    it('is well-formed, stands alone and uses attributes only', () => {
      expect(() => textsOfXml(svg)).not.toThrow();
      expect(svg).not.toMatch(/<style|<script|<image|<use|href=|url\(|var\(|class=|style=|\son[a-z]+=/);
      expect(svg).not.toMatch(/undefined|NaN|Infinity|null/);
    });

    it('shows every name, address and cable number as text', () => {
      const texts = textsOfXml(svg).join('\n');
      for (const node of scene.nodes) expect(texts).toContain(node.label.split(',')[0]);
      for (const entry of scene.legend) expect(texts).toContain(entry.label);
      expect(texts).toMatch(/C001/);
      expect(texts).toContain(template.name);
    });

    it('holds one element per line', () => {
      for (const line of svg.trim().split('\n').slice(1)) {
        expect(line).toMatch(
          /^(<\/(g|svg)>|<g [^<]*>|<(rect|path) [^<]*\/>|<(title|desc|text)[^<]*>[^<]*<\/(title|desc|text)>)$/,
        );
      }
    });

    it('leaves slots numbers and addresses out at the middle level', () => {
      const middle = sceneToSvg(scene, { detail: 'middle', title: template.name });
      expect(middle).not.toMatch(/10\.\d+\.\d+\.\d+/);
      expect(middle.length).toBeLessThan(svg.length);
    });

    it('is the same bytes every time', () => {
      expect(sceneToSvg(sceneOf(template.build()).scene, { detail: 'near', title: template.name })).toBe(svg);
    });
  },
);

describe('hostile names', () => {
  const NAMES = [
    'N'.repeat(1000),
    '</svg><script>alert(1)</script>',
    '"><rect x="0" onload="alert(1)"/>',
    "O'Brien & Söhne <b> \u00ff",
    '\u202Eright to left \u05D0\u05D1\u05D2 \u0627\u0644\u062E\u0627\u062F\u0645',
    '日本語のサーバー名'.repeat(20),
    '\u0000\u0007\ufffe',
  ];

  it.each(NAMES)('%j stays inside its boxes and comes back as text', (name) => {
    const named = (['nodes', 'switches', 'clusters', 'networks'] as const).reduce(
      (design, table) => withTable(design, table, () => ({ name })),
      build('set-25g'),
    );
    const { scene } = sceneOf(named);
    const svg = sceneToSvg(scene, { detail: 'near', title: name });
    expect(() => textsOfXml(svg)).not.toThrow();
    expect(svg.match(/<svg /g)).toHaveLength(1);
    expect(svg).not.toMatch(/<script|<rect x="0" onload/);
    for (const item of [...scene.nodes, ...scene.switches, ...scene.clusters]) {
      for (const mark of textsOf(item.marks)) {
        const box = textBox(mark);
        expect(box.x).toBeGreaterThanOrEqual(item.box.x - 1);
        expect(box.x + box.width).toBeLessThanOrEqual(item.box.x + item.box.width + 1);
      }
    }
  });

  it('reads back exactly', () => {
    const name = `a<b>&"c' ]]>`;
    const { scene } = sceneOf(withTable(build('two-node-10g'), 'nodes', () => ({ name })));
    const svg = sceneToSvg(scene, { detail: 'middle', title: name });
    const texts = textsOfXml(svg);
    expect(texts).toContain(name);
  });
});

describe('colours', () => {
  const luminance = (hex: string) => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5]
      .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
      .map((value) => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a: Token, b: Token) => {
    const [low = 0, high = 0] = [luminance(lightPalette[a]), luminance(lightPalette[b])].sort(
      (p, q) => p - q,
    );
    return (high + 0.05) / (low + 0.05);
  };
  const GROUNDS = ['card', 'panel', 'region', 'slab'] as const;
  const NETWORKS = TOKENS.filter((token) => token.startsWith('net-'));

  it('let every text be read on every ground it stands on', () => {
    for (const ground of GROUNDS) {
      for (const text of ['text', 'text-soft'] as const) {
        expect(contrast(text, ground), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
      }
    }
    for (const net of [...NETWORKS, 'text-soft'] as const) {
      expect(contrast('on-net', net), net).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('let every line and shape be seen', () => {
    for (const token of [...NETWORKS, 'fail', 'warn', 'info', 'cage-line', 'bar'] as const) {
      for (const ground of ['card', 'panel', 'region'] as const) {
        expect(contrast(token, ground), `${token} on ${ground}`).toBeGreaterThanOrEqual(3);
      }
    }
    expect(contrast('bar', 'bar-track')).toBeGreaterThanOrEqual(3);
  });

  it('are all defined for the screen as well', () => {
    const css = readFileSync(join(import.meta.dirname, '../../../src-renderer/styles/tokens.css'), 'utf8');
    for (const token of TOKENS) expect(css, token).toMatch(new RegExp(`--${token}:`));
  });
});
