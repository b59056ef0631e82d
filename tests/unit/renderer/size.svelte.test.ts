import { afterEach, describe, expect, it, vi } from 'vitest';
import { catalog } from '../../../shared/catalog/index.ts';
import { must } from '../../../shared/lib/assert.ts';
import { emptyDesign } from '../../../shared/model/index.ts';
import type { SizeRequest } from '../../../shared/size/index.ts';
import { createAnswerer, type SizeAnswer } from '../../../src-renderer/state/size-answer.ts';
import { SizeState } from '../../../src-renderer/state/size.svelte.ts';
import { aSizeAnswer, aSizeEntry } from '../../support/size-rows.ts';

/** An engine whose answers come when the test says so. */
function setUp() {
  const asked: {
    readonly request: SizeRequest;
    readonly answer: (answer: SizeAnswer) => void;
    readonly refuse: (error: Error) => void;
  }[] = [];
  const size = new SizeState({
    search: (request) =>
      new Promise((answer, refuse) => {
        asked.push({ request, answer, refuse });
      }),
    designOf: (id) => Promise.resolve(emptyDesign(id)),
  });
  const answer = async (...entries: readonly SizeAnswer['entries'][number][]) => {
    asked.at(-1)?.answer(aSizeAnswer(...entries));
    await Promise.resolve();
    await Promise.resolve();
  };
  return { size, asked, answer };
}

/** A product of the catalog. */
const some = (index: number) => must([...catalog.byId.keys()][index], 'a product');

afterEach(() => vi.unstubAllGlobals());

describe('the sizing wizard', () => {
  it('begins with two file servers that feed six Hyper-V nodes at 10 GB/s each and lose a switch', () => {
    const { request } = setUp().size;
    expect(request.nodes).toEqual({ fileServers: 2, hyperV: 6 });
    expect(request.target).toEqual({ gigabytesPerServer: 10 });
    expect(request.survive).toEqual({ adapter: false, cable: false, switch: true, node: false });
  });

  it('searches at every change, and while one search runs only the newest waits', async () => {
    const { size, asked, answer } = setUp();
    for (const growthPercent of [10, 20, 30]) expect(size.change({ growthPercent })).toBeNull();
    expect(asked.map(({ request }) => request.growthPercent)).toEqual([10]);
    await answer(aSizeEntry('a'));
    expect(asked.map(({ request }) => request.growthPercent)).toEqual([10, 30]);
    expect(size.busy).toBe(true);
    await answer(aSizeEntry('a'), aSizeEntry('b'));
    expect(size.busy).toBe(false);
    expect(size.entries.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(asked).toHaveLength(2);
  });

  it('keeps the figures of before, so that a change can be told', async () => {
    const { size, answer } = setUp();
    void size.search();
    await answer(aSizeEntry('a', { watts: 500 }), aSizeEntry('b'));
    expect(size.before.size).toBe(0);
    size.change({ growthPercent: 10 });
    await answer(aSizeEntry('b'), aSizeEntry('a', { watts: 700 }));
    expect(size.before.get('a')?.watts).toBe(500);
    expect(size.entries[1]?.figures?.watts).toBe(700);
  });

  it('says why something cannot be, keeps the request and does not search', () => {
    const { size, asked } = setUp();
    const before = size.request;
    expect(size.change({ nodes: { fileServers: 2, hyperV: 65 } })).toMatch(/64 nodes/);
    expect(size.change({ prices: [{ partId: 'gone', price: 1 }] })).toMatch(/not in the catalog/);
    expect(size.request).toBe(before);
    expect(asked).toHaveLength(0);
  });

  it('brings back what a kind of target was set to when the user turns to it again', () => {
    const { size } = setUp();
    const vms = [{ name: 'SQL', count: 20, iops: 900, blockKiB: 8, readShare: 60 }];
    size.change({ target: { gigabytesPerServer: 7 } });
    size.turnTo('target', { vms });
    expect(size.request.target).toEqual({ vms });
    size.turnTo('target', { gigabytesPerServer: 10 });
    expect(size.request.target).toEqual({ gigabytesPerServer: 7 });
    size.turnTo('target', { gigabytesPerServer: 10 });
    expect(size.request.target).toEqual({ gigabytesPerServer: 7 });
  });

  it('shows the best row closely until the user chooses another, and again when that one is gone', async () => {
    const { size, answer } = setUp();
    void size.search();
    await answer(aSizeEntry('a'), aSizeEntry('b'));
    expect(size.chosen?.id).toBe('a');
    size.choose('b');
    expect(size.chosen?.id).toBe('b');
    size.change({ growthPercent: 10 });
    await answer(aSizeEntry('c'), aSizeEntry('b'));
    expect(size.chosen?.id).toBe('b');
    size.change({ growthPercent: 20 });
    await answer(aSizeEntry('c'));
    expect(size.chosen?.id).toBe('c');
  });

  it('puts up to four rows side by side, none of them without a design', async () => {
    const { size, answer } = setUp();
    void size.search();
    await answer(...'abcde'.split('').map((id) => aSizeEntry(id)), aSizeEntry('x', null, { drawn: false }));
    expect(size.toggleMark('x')).toMatch(/No design/);
    for (const id of 'abcd') expect(size.toggleMark(id)).toBeNull();
    expect(size.toggleMark('e')).toMatch(/four|4/);
    size.comparing = true;
    expect(size.toggleMark('b')).toBeNull();
    expect(size.compared.map(({ id }) => id)).toEqual(['a', 'c', 'd']);
    expect(size.comparing).toBe(true);
    size.toggleMark('a');
    size.toggleMark('c');
    expect(size.comparing).toBe(false);
  });

  it('a mark of a row that went away takes no place, and the comparison ends when one is left', async () => {
    const { size, answer } = setUp();
    void size.search();
    await answer(aSizeEntry('a'), aSizeEntry('b'));
    size.toggleMark('a');
    size.toggleMark('b');
    size.comparing = true;
    size.change({ growthPercent: 10 });
    await answer(aSizeEntry('b'), aSizeEntry('c'));
    expect(size.compared.map(({ id }) => id)).toEqual(['b']);
    expect(size.comparing).toBe(false);
  });

  it('tells of a search that broke and goes on with the next', async () => {
    const { size, asked, answer } = setUp();
    void size.search();
    asked[0]?.refuse(new Error('no adapter 7'));
    await Promise.resolve();
    await Promise.resolve();
    expect(size.trouble).toBe('no adapter 7');
    size.change({ growthPercent: 10 });
    await answer(aSizeEntry('a'));
    expect(size.trouble).toBeNull();
    expect(size.entries).toHaveLength(1);
  });

  it('searches for the request that waits also when the search before it breaks', async () => {
    const { size, asked, answer } = setUp();
    void size.search();
    size.change({ growthPercent: 10 });
    asked[0]?.refuse(new Error('no adapter 7'));
    await vi.waitFor(() => expect(asked).toHaveLength(2));
    expect(asked[1]?.request.growthPercent).toBe(10);
    await answer(aSizeEntry('a'));
    await vi.waitFor(() => expect(size.busy).toBe(false));
    expect(size.trouble).toBeNull();
    expect(size.entries.map(({ id }) => id)).toEqual(['a']);
  });

  it('remembers the request, and begins anew where what it remembers is of another form', () => {
    const kept = new Map<string, string>();
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => kept.set(key, value),
    });
    const { size } = setUp();
    size.change({ growthPercent: 40, prices: [{ partId: some(0), price: 99 }] });
    expect(setUp().size.request).toEqual(size.request);
    const preset = setUp().size;
    preset.reset();
    expect(preset.request.growthPercent).toBe(0);
    for (const key of kept.keys()) kept.set(key, '{"nodes":7}');
    expect(setUp().size.request).toEqual({ ...preset.request, prices: [] });
  });

  it('remembers no more prices than the host keeps', () => {
    const kept = new Map<string, string>();
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => kept.set(key, value),
    });
    const prices = [...catalog.byId.keys()].map((partId, i) => ({ partId, price: 1000.55 + i }));
    expect(JSON.stringify(prices).length).toBeGreaterThan(4096);
    expect(setUp().size.change({ prices })).toBeNull();
    expect(Math.max(...[...kept.values()].map(({ length }) => length))).toBeLessThan(4096);
    expect(setUp().size.request.prices.at(-1)).toEqual(prices.at(-1));
  });
});

describe('the engine', () => {
  it('hands rows without their designs, and the design of one when it is asked for', () => {
    const design = emptyDesign('sized');
    const { drawn, ...row } = aSizeEntry('a');
    expect(drawn).toBe(true);
    const answerer = createAnswerer(() => ({
      rows: [
        { ...row, design },
        { ...row, id: 'b', design: null },
      ],
      leftOut: [],
      assumptions: ['Servers have free slots.'],
    }));
    const { entries, assumptions } = answerer.search(setUp().size.request);
    expect(entries.map(({ id, drawn: can }) => [id, can])).toEqual([
      ['a', true],
      ['b', false],
    ]);
    expect(entries.every((entry) => !('design' in entry))).toBe(true);
    expect(assumptions).toEqual(['Servers have free slots.']);
    expect(answerer.designOf('a')).toBe(design);
    expect(answerer.designOf('b')).toBeNull();
    expect(answerer.designOf('gone')).toBeNull();
  });
});
