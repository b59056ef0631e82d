import { describe, expect, it } from 'vitest';
import { catalog } from '../../../shared/catalog/index.ts';
import { computeOutcome } from '../../../shared/outcome.ts';
import { templates } from '../../../shared/templates/index.ts';
import { must } from '../../../shared/lib/assert.ts';
import { grouped, headroomText } from '../../../shared/lib/numbers.ts';
import { sizeRequestSchema } from '../../../shared/size/index.ts';
import { compareGroups } from '../../../src-renderer/size/compare-lines.ts';
import { priceGroups } from '../../../src-renderer/size/priced-parts.ts';
import { factsOf } from '../../../src-renderer/size/row-facts.ts';
import { changeOf, figureColumns, sizeLines } from '../../../src-renderer/size/size-lines.ts';
import { countText, nameOf, productsOf } from '../../../src-renderer/size/words.ts';
import { aSizeEntry } from '../../support/size-rows.ts';

const shown = (lines: ReturnType<typeof sizeLines>) =>
  lines.map((line) => (line.kind === 'group' ? line.label : `${line.rank ?? ''}${line.key}`));

describe('the list of designs', () => {
  const entries = [
    aSizeEntry('a'),
    aSizeEntry('b', {}, { dominatedBy: 'a' }),
    aSizeEntry('c'),
    aSizeEntry('d', {}, { reasons: ['Too slow.'] }),
    aSizeEntry('e', null, { reasons: ['No ports.'], drawn: false }),
  ];

  it('has what holds first, folds away what is no better, and ends with what does not hold', () => {
    expect(shown(sizeLines(entries, { dominated: false, short: true }))).toEqual([
      '1a',
      '2c',
      '1 row is no better in anything',
      '2 rows do not reach the target',
      'd',
      'e',
    ]);
    expect(shown(sizeLines(entries, { dominated: true, short: false }))).toEqual([
      '1a',
      '2c',
      '1 row is no better in anything',
      'b',
      '2 rows do not reach the target',
    ]);
  });

  it('has no headings where there is nothing below them', () => {
    expect(shown(sizeLines([aSizeEntry('a')], { dominated: false, short: true }))).toEqual(['1a']);
    expect(sizeLines([], { dominated: false, short: true })).toEqual([]);
  });

  it('counts in words', () => {
    expect(countText(entries)).toBe('3 designs reach the target, 2 do not');
    expect(countText(entries.slice(2, 4))).toBe('1 design reaches the target, 1 does not');
    expect(countText([])).toBe('0 designs reach the target');
  });

  it('names a row by speed and topology and what it is built of', () => {
    const entry = aSizeEntry('a', {}, { portsPerAdapter: 1 });
    expect(nameOf(entry)).toBe('25 GbE, switch pair');
    expect(productsOf(entry)).toBe(
      `8 x ${entry.adapter.model}${entry.adapter.ports > 1 ? `, 1 of ${entry.adapter.ports} ports` : ''}; 2 x ${must(entry.switch, 'a switch').model}`,
    );
    expect(productsOf(aSizeEntry('a', null, { switch: null, portsPerAdapter: entry.adapter.ports }))).toBe(
      `1 per file server: ${entry.adapter.model}`,
    );
  });

  it('writes numbers the same everywhere', () => {
    expect([999, 12_400, 1_234_567].map(grouped)).toEqual(['999', '12,400', '1,234,567']);
    expect([
      headroomText(17.6),
      headroomText(-7.4),
      headroomText(-0.24),
      headroomText(-0.01),
      headroomText(0),
      headroomText(1200),
    ]).toEqual(['+18 %', '−7 %', '−0.2 %', '−0.0 %', '+0 %', '> 999 %']);
  });
});

describe('what a nudge changed', () => {
  const column = (id: string) =>
    must(
      figureColumns(true).find((entry) => entry.id === id),
      id,
    );
  const { figures } = aSizeEntry('a');
  const now = must(figures, 'figures');

  it('is told with the number of before, and whether it is good', () => {
    expect(changeOf(column('worst'), now, { ...now, worstPerServerGBps: 9.8 })).toEqual({
      text: 'was 9.8',
      up: false,
      good: false,
    });
    expect(changeOf(column('watts'), now, { ...now, watts: 1200 })).toEqual({
      text: 'was 1,200',
      up: false,
      good: true,
    });
  });

  it('is nothing where the table shows the same number, or had none', () => {
    expect(changeOf(column('worst'), now, { ...now, worstPerServerGBps: 5.901 })).toBeNull();
    expect(changeOf(column('units'), now, { ...now, rackUnits: null })).toBeNull();
    expect(changeOf(column('worst'), now, null)).toBeNull();
    expect(changeOf(column('worst'), now, undefined)).toBeNull();
  });

  it('shows prices only where somebody gave one', () => {
    expect(figureColumns(false).some(({ id }) => id === 'price')).toBe(false);
    expect(figureColumns(true).at(-1)?.id).toBe('price');
  });
});

describe('designs side by side', () => {
  const rowOf = (id: string, at: number) => {
    const template = must(
      templates.find((entry) => entry.id === id),
      id,
    );
    const entry = aSizeEntry(id, { watts: at * 100, rackUnits: 16 });
    return { entry, bom: computeOutcome(template.build(), catalog).bom };
  };
  const [first, second] = templates
    .filter((template) => template.build().switches.size > 0)
    .map(({ id }) => id);
  const rows = [rowOf(must(first, 'a template'), 1), rowOf(must(second, 'another'), 2)];
  const groups = compareGroups(rows, false);
  const line = (label: string) =>
    must(
      groups.flatMap(({ lines }) => lines).find((entry) => entry.label === label),
      label,
    );

  it('marks what differs and the best of it, but no sum that leaves pieces out', () => {
    expect(line('Network watts')).toMatchObject({ differs: true, best: [false, false] });
    const counted = rows.map(({ entry, bom }) => ({
      entry: { ...entry, figures: entry.figures && { ...entry.figures, wattsUnknown: 0 } },
      bom,
    }));
    const watts = compareGroups(counted, false).flatMap(({ lines }) =>
      lines.filter(({ label }) => label === 'Network watts'),
    );
    expect(watts).toMatchObject([{ differs: true, best: [true, false] }]);
    expect(line('Rack units')).toMatchObject({ values: ['16', '16'], differs: false, best: [false, false] });
  });

  it('names what cuts a node off in a line of its own, not beside the rate', () => {
    const cutting = rows.map(({ entry, bom }) => ({
      entry: { ...entry, figures: entry.figures && { ...entry.figures, cutOffLabel: 'TOR1' } },
      bom,
    }));
    const texts = (label: string) =>
      compareGroups(cutting, false).flatMap(({ lines }) =>
        lines.filter((entry) => entry.label === label).map(({ values }) => values),
      );
    expect(texts('After a failure, GB/s')).toEqual([['5.9', '5.9']]);
    expect(texts('A node is cut off without')).toEqual([['TOR1', 'TOR1']]);
    expect(line('A node is cut off without').values).toEqual(['nothing alone', 'nothing alone']);
  });

  it('counts every piece of every purchase list and every cable once', () => {
    for (const [i, { bom }] of rows.entries()) {
      const sum = (label: string) =>
        must(
          groups.find((group) => group.label === label),
          label,
        ).lines.reduce((total, { values }) => total + Number(values[i]?.replace('–', '0')), 0);
      expect(sum('Parts')).toBe(bom.lines.reduce((total, { quantity }) => total + quantity, 0));
      expect(sum('Cables by length')).toBe(bom.cables.length);
    }
  });

  it('has each product once, whatever the number of designs', () => {
    const labels = must(groups[1], 'parts').lines.map(({ key }) => key);
    expect(new Set(labels).size).toBe(labels.length);
  });
});

describe('what can be priced', () => {
  it('are the products of the shown row first, then the others of the list, then what was priced before', () => {
    const shownPart = must(catalog.adapters[0], 'an adapter');
    const other = must(catalog.adapters[1], 'an adapter');
    const gone = must(catalog.switches[3], 'a switch');
    const groups = priceGroups(
      [{ partId: shownPart.id, name: 'shown', quantity: 8 }],
      [aSizeEntry('a', {}, { switch: null }), aSizeEntry('b', {}, { adapter: other, switch: null })],
      [
        { partId: gone.id, price: 100 },
        { partId: shownPart.id, price: 5 },
      ],
    );
    expect(groups.map(({ parts }) => parts.map(({ partId, price }) => [partId, price]))).toEqual([
      [[shownPart.id, 5]],
      expect.arrayContaining([
        [other.id, null],
        [gone.id, 100],
      ]),
    ]);
    expect(groups[1]?.parts).toHaveLength(2);
  });
});

describe('the facts of a row', () => {
  it('say what it delivers, what is left after the worst failure, and what nobody knows', () => {
    const request = sizeRequestSchema.parse({
      nodes: { fileServers: 2, hyperV: 6 },
      target: { gigabytesPerServer: 10 },
      survive: { switch: true, cable: true },
    });
    const texts = factsOf(aSizeEntry('a'), request).map(
      ({ label, value, note }) => `${label}: ${value} ${note}`,
    );
    expect(texts).toEqual([
      'Each file server delivers: 11.8 GB/s of 10.0 needed',
      'After the worst single failure: 5.9 GB/s without adapter FS01 Slot 2',
      'Headroom without a switch or a cable: +18 % at 11.8 GB/s',
      'All together: 23.6 GB/s, 1.5 : 1 oversubscribed',
      'Adapters: 8: 1 in each file server, 1 in each Hyper-V node',
      'Switch ports: 16 used, 80 left',
      'Cables: 17 with fixed plugs',
      'Power of the network: 812 W + 3 pieces not known',
    ]);
    expect(factsOf(aSizeEntry('a', null), request)).toEqual([]);
    const cuts = aSizeEntry('a', { cutOffLabel: 'the adapter in slot 1 of HV01' });
    expect(factsOf(cuts, request)).toContainEqual({
      label: 'A node is cut off from storage',
      value: 'without the adapter in slot 1 of HV01',
      note: '',
    });
  });
});
