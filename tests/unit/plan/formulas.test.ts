import { describe, expect, it } from 'vitest';
import { must } from '../../../shared/lib/assert.ts';
import {
  COMPLETION_HEADER,
  FORMULAS,
  WRITE_HEADER,
  packetShape,
  pcieRates,
  sourcesOf,
  type FormulaId,
} from '../../../shared/plan/index.ts';
import golden from './pcie-golden.json' with { type: 'json' };

const pageOf = (id: FormulaId) => must(FORMULAS.find((page) => page.id === id) ?? null, id);
/** Cells of a row by the name in its first cell. */
function rowOf(id: FormulaId, name: string): readonly (string | number)[] {
  const rows = pageOf(id).tables.flatMap((table) => table.rows);
  return must(rows.find(([first]) => first === name) ?? null, `${id}: ${name}`);
}

describe('the printed formulas', () => {
  it('each have a heading, words, a formula and a source that can be found', () => {
    expect(new Set(FORMULAS.map(({ id }) => id)).size).toBe(FORMULAS.length);
    for (const { id, title, says, formulas } of FORMULAS) {
      expect(title).not.toBe('');
      expect(says.length, id).toBeGreaterThan(0);
      expect(formulas.length, id).toBeGreaterThan(0);
      for (const source of sourcesOf(id)) {
        expect(source.short.length, id).toBeLessThan(32);
        if (source.url !== null) expect(new URL(source.url).protocol).toBe('https:');
      }
    }
  });

  it('have tables whose rows are as long as their heads', () => {
    for (const { id, tables } of FORMULAS)
      for (const { caption, head, rows } of tables)
        for (const row of rows) expect(row.length, `${id}: ${caption}`).toBe(head.length);
  });

  it('print the transfer rates and line codes of the published model', () => {
    for (const gen of [1, 2, 3, 4, 5]) {
      const entry = must(golden.find((row) => row.gen === gen && row.lanes === 1) ?? null, `Gen${gen}`);
      const [, transfer, , perLane] = rowOf('pcie-encoding', `Gen${gen}`);
      expect(transfer).toBe(entry.gt_s_per_lane);
      expect(Number(perLane)).toBeCloseTo(entry.after_encoding_gbps, 2);
    }
  });

  it('give the golden table when worked out with the printed constants', () => {
    const [, dllp] = rowOf('pcie-tlp', 'Acknowledgement');
    const [skipName, skip] = must(
      pageOf('pcie-tlp').tables[0]?.rows.find(([name]) => String(name).startsWith('Skip')) ?? null,
      'skip sets',
    );
    const every = Number(/\d+/.exec(String(skipName))?.[0]);
    for (const { gen, lanes, after_encoding_gbps: encoded, mps256 } of golden) {
      if (gen > 5 || ![1, 2, 4, 8, 16].includes(lanes)) continue;
      const table = pageOf('pcie-tlp').tables[Math.min(gen, 3)];
      const limit = Number(must(table?.rows.find(([name]) => name === `x${lanes}`) ?? null, 'limit')[2]);
      const tlp = encoded * (1 - (2 * Number(dllp)) / limit - Number(skip) / every);
      const write = Number(rowOf('pcie-dma', 'Memory write')[1]);
      const read = Number(rowOf('pcie-dma', 'Completion, which brings what was read')[1]);
      expect(Math.abs((tlp * 256) / (256 + write) / mps256.dma_write_gbps - 1)).toBeLessThan(0.001);
      expect(Math.abs((tlp * 256) / (256 + read) / mps256.dma_read_gbps - 1)).toBeLessThan(0.001);
    }
  });

  it('carry the constants of the code', () => {
    expect(rowOf('pcie-dma', 'Memory write')[1]).toBe(WRITE_HEADER);
    expect(rowOf('pcie-dma', 'Completion, which brings what was read')[1]).toBe(COMPLETION_HEADER);
    const { tlpGbps, bothGbps } = pcieRates(3, 8, 256, 512);
    const [out] = pageOf('pcie-both').formulas;
    const [size, mps, mrrs] = [4096, 256, 512];
    expect(out).toBe(
      `out = ${size} + ${size} / MPS x ${WRITE_HEADER} + ${size} / MRRS x ${rowOf('pcie-dma', 'Memory read request')[1]}`,
    );
    expect(bothGbps).toBeCloseTo(
      (tlpGbps * size) / (size + (size / mps) * WRITE_HEADER + (size / mrrs) * 24),
      9,
    );
  });

  it('print headers that add up to what a packet takes on the wire', () => {
    const bytes = (start: string) =>
      Number(
        must(
          pageOf('payload').tables[0]?.rows.find(([name]) => String(name).startsWith(start)) ?? null,
          start,
        )[1],
      );
    const ethernet = bytes('Ethernet');
    // Preamble, header, check and gap stand in the name of the row.
    const parts = String(
      must(
        pageOf('payload').tables[0]?.rows.find(([name]) => String(name).startsWith('Ethernet')) ?? null,
        '',
      )[0],
    ).match(/\d+/g);
    expect((parts ?? []).map(Number).reduce((sum, part) => sum + part, 0)).toBe(ethernet);
    expect(ethernet).toBe(38);
    const tag = bytes('VLAN');
    const v2 = packetShape('RoCEv2', 9000, true);
    expect(v2.wire - v2.payload).toBe(bytes('IPv4') + bytes('UDP') + bytes('RoCE') + ethernet + tag);
    const v1 = packetShape('RoCEv1', 9000, false);
    expect(v1.wire - v1.payload).toBe(bytes('Global') + bytes('RoCE') + ethernet);
    const iwarp = packetShape('iWARP', 9000, false);
    expect(iwarp.wire - iwarp.payload).toBe(bytes('IPv4') + bytes('TCP') + bytes('iWARP') + ethernet);
    expect(rowOf('payload', 'RoCE v2')[3]).toBe(`${v2.payload} of ${v2.wire} (97.9 %)`);
  });
});
