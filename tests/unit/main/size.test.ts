import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { runCli } from '../../../src-main/cli/main.ts';

const EXAMPLE = join(import.meta.dirname, '../../../docs/size-request.json');

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clusterwright-size-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const at = (name: string) => join(folder, name);

async function cli(...args: string[]) {
  let out = '';
  let err = '';
  const code = await runCli(args, { out: (text) => void (out += text), err: (text) => void (err += text) });
  return { code, out, err };
}

async function request(value: unknown, name = 'R.json'): Promise<string> {
  await writeFile(at(name), typeof value === 'string' ? value : JSON.stringify(value));
  return at(name);
}

interface Printed {
  readonly rows: readonly {
    readonly id: string;
    readonly holds: boolean;
    readonly reasons: readonly string[];
    readonly figures: Readonly<Record<string, unknown>> | null;
  }[];
  readonly assumptions: readonly string[];
}

const SMALL = {
  nodes: { fileServers: 1, hyperV: 1 },
  target: { gigabytesPerServer: 2 },
  limits: { speedsGbps: [25] },
};

describe('size', () => {
  it('prints rows and assumptions as JSON, without designs', async () => {
    const { code, out, err } = await cli('size', '--request', EXAMPLE, '--json');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const { rows, assumptions } = JSON.parse(out) as Printed;
    expect(rows.some(({ holds }) => holds)).toBe(true);
    expect(assumptions.length).toBeGreaterThan(3);
    for (const row of rows) {
      expect(row.holds).toBe(row.reasons.length === 0);
      if (row.holds)
        expect(Object.keys(row.figures ?? {})).toEqual(
          expect.arrayContaining([
            'adapters',
            'cables',
            'switchPortsFree',
            'survivedPerServerGBps',
            'headroomPercent',
          ]),
        );
    }
    expect(out).not.toContain('"profiles"');
  });

  it('prints a table for people: rows, what is folded away, why others fall short, what is assumed', async () => {
    const { code, out } = await cli('size', '--request', EXAMPLE);
    expect(code).toBe(0);
    expect(out).toMatch(/^ROW +ADAPTERS +SWITCHES/);
    expect(out).toMatch(/\nAssumed\n {2}/);
    const folded = /(\d+) more that/.exec(out)?.[1];
    const all = await cli('size', '--request', EXAMPLE, '--all');
    expect(all.out.split('\n').length - out.split('\n').length).toBe(Number(folded) - 2);
  });

  it('says what is left after the worst failure, also where none has to be survived', async () => {
    const path = await request(SMALL);
    const { rows } = JSON.parse((await cli('size', '--request', path, '--json')).out) as Printed;
    const { out } = await cli('size', '--request', path, '--all');
    const holding = rows.filter(({ holds }) => holds);
    expect(holding.length).toBeGreaterThan(1);
    for (const { id, figures } of holding) {
      const line = out.split('\n').find((text) => text.startsWith(`${id} `)) ?? '';
      expect(line.trim().split(/ {2,}/)[6]).toBe(Number(figures?.['worstPerServerGBps']).toFixed(1));
    }
  });

  it('writes the design of a row, which passes the checks and has the figures of the row', async () => {
    const printed = JSON.parse((await cli('size', '--request', EXAMPLE, '--json')).out) as Printed;
    const [row] = printed.rows;
    const made = await cli('size', '--request', EXAMPLE, '--row', row?.id ?? '', '--out', at('sized'));
    expect(made).toMatchObject({ code: 0, err: '' });
    expect(made.out.trim()).toBe(at('sized.cwplan'));
    expect((await cli('check', at('sized.cwplan'))).code).toBe(0);
    const plan = JSON.parse((await cli('plan', at('sized.cwplan'), '--json')).out) as {
      totals: Record<string, number>;
      flow: { rateGbps: number };
    };
    for (const name of ['adapters', 'portsCabled', 'switches', 'switchPortsUsed', 'cables', 'transceivers'])
      expect(plan.totals[name], name).toBe(row?.figures?.[name]);
    expect(plan.flow.rateGbps / 8).toBeCloseTo(Number(row?.figures?.['clusterGBps']), 2);
    const again = await cli('size', '--request', EXAMPLE, '--row', row?.id ?? '', '--out', at('sized'));
    expect(again).toMatchObject({ code: 2, err: expect.stringContaining('--force') as string });
  });

  it('ends with 1 when nothing reaches the target, and still says how near it comes', async () => {
    const path = await request({ ...SMALL, target: { gigabytesPerServer: 900 } });
    const { code, out } = await cli('size', '--request', path);
    expect(code).toBe(1);
    expect(out).toMatch(/^No design reaches the target\./);
    expect(out).toMatch(/of 900\.0 GB\/s per file server/);
    expect((await cli('size', '--request', path, '--json')).code).toBe(1);
  });
});

describe('what is no request', () => {
  it.each([
    ['not JSON', '{"nodes": ', /R\.json is cut off/],
    ['a list', '[]', /R\.json is not a request/],
    ['nothing asked', {}, /nodes: .*\n.*target: /],
    ['no node', { ...SMALL, nodes: { fileServers: 0, hyperV: 1 } }, /nodes\.fileServers: At least one node/],
    [
      'two ways at once',
      { ...SMALL, nodes: { fileServers: 1, hyperV: 1, hyperConverged: 2 } },
      /nodes: .*hyperConverged/,
    ],
    [
      'a speed nobody has',
      { ...SMALL, limits: { speedsGbps: [10, 33] } },
      /limits\.speedsGbps\[1\]: A speed is one of/,
    ],
    ['a target of no kind', { ...SMALL, target: {} }, /target: Either gigabytesPerServer or vms/],
    ['nodes of no kind', { ...SMALL, nodes: { fileServers: 2 } }, /nodes: Either fileServers and hyperV, or/],
    ['a typing error', { ...SMALL, growht: 20 }, /growht/],
    [
      'a product nobody knows',
      { ...SMALL, limits: { switchIds: ['sn9999'] } },
      /limits\.switchIds\[0\]: "sn9999" is not in the catalog/,
    ],
    [
      'a switch for a server',
      { ...SMALL, servers: { hyperV: 'nvidia-sn2010' } },
      /servers\.hyperV: "nvidia-sn2010" is a switch, not a server/,
    ],
    [
      'a switch for an adapter',
      { ...SMALL, limits: { adapterIds: ['nvidia-sn2010'] } },
      /limits\.adapterIds\[0\]: "nvidia-sn2010" is a switch, not an adapter/,
    ],
    ['hardly anything', { ...SMALL, target: { gigabytesPerServer: 1e-300 } }, /At least 0\.1 GB\/s/],
    [
      'two prices of one product',
      { ...SMALL, prices: [3, 4].map((price) => ({ partId: 'nvidia-sn2010', price })) },
      /prices\[1\]\.partId: "nvidia-sn2010" has a price already/,
    ],
    [
      'a key that is there twice',
      '{"nodes": {"fileServers": 1, "hyperV": 1},\n "target": {"gigabytesPerServer": 2},\n "nodes": {"hyperConverged": 2}}',
      /line 3, column 2: The key "nodes" is there twice/,
    ],
  ] as const)('%s: refused with the place, exit code 2', async (_, value, message) => {
    const { code, out, err } = await cli('size', '--request', await request(value), '--json');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(message);
  });

  it('a file that is not there, and options that do not belong together', async () => {
    expect((await cli('size', '--request', at('none.json'))).code).toBe(2);
    expect((await cli('size')).err).toContain('--request FILE is missing');
    const path = await request(SMALL);
    expect((await cli('size', '--request', path, '--row', 'x')).err).toContain('belong together');
    expect((await cli('size', '--request', path, '--row', 'x', '--out', at('x'))).err).toContain(
      'there is no row "x"',
    );
    expect(await readdir(folder)).toEqual(['R.json']);
  });
});

describe('the published schema', () => {
  it('describes the example: same keys, nothing else allowed, and it takes it', async () => {
    const schema = JSON.parse((await cli('schema', 'size-request')).out) as {
      properties: Record<string, unknown>;
      required: string[];
      additionalProperties: boolean;
    };
    const example = JSON.parse(await readFile(EXAMPLE, 'utf8')) as object;
    expect(Object.keys(example).sort()).toEqual(Object.keys(schema.properties).sort());
    expect(schema.required).toEqual(['nodes', 'target']);
    expect(schema.additionalProperties).toBe(false);
    const published = z.fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0]);
    expect(published.safeParse(example).success).toBe(true);
    expect(published.safeParse({ ...example, growht: 1 }).success).toBe(false);
    expect(published.safeParse({ ...example, nodes: { fileServers: 2 } }).success).toBe(false);
  });
});
