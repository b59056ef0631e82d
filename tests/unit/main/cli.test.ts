import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exporters } from '../../../shared/exports/index.ts';
import { templates } from '../../../shared/templates/index.ts';
import { CLI_COMMANDS } from '../../../src-main/cli/commands/index.ts';
import { runCli } from '../../../src-main/cli/main.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clusterwright-cli-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const at = (name: string) => join(folder, name);

async function cli(...args: string[]) {
  let out = '';
  let err = '';
  const code = await runCli(args, { out: (text) => void (out += text), err: (text) => void (err += text) });
  return { code, out, err };
}

async function made(template: string): Promise<string> {
  const path = at(`${template}.cwplan`);
  expect(await cli('new', template, '--out', path)).toMatchObject({ code: 0, err: '' });
  return path;
}

interface PlanOutput {
  readonly totals: Record<string, number>;
  readonly cables: readonly {
    connectorA: string;
    connectorB: string;
    qty: number;
    partId: string;
    lengthM: number;
    medium: string;
  }[];
  readonly adapters: readonly Record<string, unknown>[];
  readonly nodes: readonly Record<string, unknown>[];
  readonly clusters: readonly { readonly nodes: readonly string[] }[];
  readonly flow: Record<string, unknown>;
}

const planOf = async (path: string) => JSON.parse((await cli('plan', path, '--json')).out) as PlanOutput;

describe('new, then plan', () => {
  // PRODUCT 2, from Microsoft's "Deploy SMB Direct with RoCE Network Adapters".
  it.each([
    [
      'two-node-10g',
      { nodes: 2, adapters: 2, portsCabled: 2, switches: 0, switchPortsUsed: 0, cables: 1 },
      'SFP+',
    ],
    [
      'eight-node-dual-10g',
      { nodes: 8, adapters: 8, adapterPorts: 16, portsCabled: 16, switchPortsUsed: 16, cables: 16 },
      'SFP+',
    ],
    [
      'two-node-40g',
      { nodes: 2, adapters: 2, portsCabled: 2, switches: 0, switchPortsUsed: 0, cables: 1 },
      'QSFP+',
    ],
    [
      'ten-node-two-40g',
      { nodes: 10, adapters: 20, portsCabled: 20, switchPortsUsed: 20, cables: 20 },
      'QSFP+',
    ],
  ])('%s has the published counts', async (template, totals, connector) => {
    const plan = await planOf(await made(template));
    expect(plan.totals).toMatchObject(totals);
    expect(plan.cables.reduce((sum, { qty }) => sum + qty, 0)).toBe(totals.cables);
    for (const cable of plan.cables)
      expect(cable).toMatchObject({ connectorA: connector, connectorB: connector });
  });

  it('prints every field that other programs are promised', async () => {
    const plan = await planOf(await made('two-node-40g'));
    expect(Object.keys(plan)).toEqual(['totals', 'cables', 'adapters', 'nodes', 'clusters', 'flow']);
    expect(Object.keys(plan.totals)).toEqual(
      expect.arrayContaining([
        'nodes',
        'adapters',
        'adapterPorts',
        'portsCabled',
        'switches',
        'switchPortsUsed',
        'switchPortsFree',
        'cables',
        'transceivers',
      ]),
    );
    expect(plan.adapters[0]).toMatchObject({
      id: 'fs01/2',
      nodeId: 'fs01',
      model: expect.any(String) as string,
      slot: { gen: 3, lanes: 8 },
      link: { gen: 3, lanes: 8 },
      // 54.5 Gb/s of data on the wire, 52.9 Gb/s through Gen3 x8 at MPS 256 (PRODUCT, Shows).
      pcie: { rawGbps: 64, encodedGbps: 63.015, writeGbps: 52.923, readGbps: 53.69 },
      ceilingGbps: { receive: 52.923 },
      limitedBy: 'pcie',
      limits: { send: 'ports', receive: 'pcie' },
    });
    expect(plan.nodes[0]).toMatchObject({
      id: expect.any(String) as string,
      sendGbps: expect.any(Number) as number,
      receiveGbps: 52.923,
      unusedAdapters: [],
    });
    expect(plan.clusters.flatMap(({ nodes }) => nodes).sort()).toEqual(['fs01', 'hv01']);
    expect(plan.flow).toMatchObject({
      rateGbps: 52.923,
      bottleneck: expect.any(Array) as unknown[],
      worstCase: { rateGbps: 0 },
    });
  });

  it('shows a slot of Gen2 as the bottleneck, with HW-01 and only then', async () => {
    const path = await made('two-node-40g');
    const rulesOf = async () =>
      (
        JSON.parse((await cli('check', path, '--json')).out) as {
          findings: { rule: string; status: string }[];
        }
      ).findings
        .filter(({ status }) => status === 'fail' || status === 'warn')
        .map(({ rule }) => rule);
    expect(await rulesOf()).not.toContain('HW-01');
    await writeFile(
      path,
      (await readFile(path, 'utf8')).replaceAll(/"gen": 3,(\s+"lanes": 8,\s+"partId")/g, '"gen": 2,$1'),
    );
    expect((await planOf(path)).adapters[0]).toMatchObject({
      link: { gen: 2, lanes: 8 },
      pcie: { writeGbps: 26.218 },
      limitedBy: 'pcie',
    });
    expect(await rulesOf()).toContain('HW-01');
  });
});

describe('check', () => {
  it.each(templates.map(({ id }) => id))('finds nothing that fails in %s', async (template) => {
    const { code, out } = await cli('check', await made(template), '--json');
    expect(code).toBe(0);
    const { findings, counts } = JSON.parse(out) as {
      findings: Record<string, unknown>[];
      counts: { fail: number };
    };
    expect(counts.fail).toBe(0);
    for (const finding of findings) {
      expect(Object.keys(finding)).toEqual(
        expect.arrayContaining([
          'rule',
          'status',
          'severity',
          'subjects',
          'message',
          'reason',
          'fix',
          'source',
        ]),
      );
    }
  });

  it('ends with 1 when something fails, and says what to do', async () => {
    const path = await made('two-node-10g');
    const text = await readFile(path, 'utf8');
    await writeFile(path, text.replace('"dcb": true', '"dcb": false'));
    const { code, out } = await cli('check', path);
    expect(code).toBe(1);
    expect(out).toMatch(/^FAIL {2}DCB-/m);
    expect(out).toMatch(/^ +do /m);
  });
});

describe('bad files', () => {
  const cases: readonly (readonly [string, (text: string) => string | Buffer, RegExp])[] = [
    ['not JSON', () => 'node: fs01\n', /not valid JSON at line 1, column/],
    ['truncated', (text) => text.slice(0, text.length / 2), /is cut off: .*line \d+/],
    ['foreign', () => '{"app": "another", "nodes": []}', /not a Clusterwright design: "app" is "another"/],
    [
      'not text',
      () => Buffer.from([0x50, 0x4b, 0x03, 0x04, 0xff]),
      /not a Clusterwright design: it holds no UTF-8 text/,
    ],
    [
      'too new',
      (text) => text.replace(/"formatVersion": \d+/, '"formatVersion": 999'),
      /saved by a newer Clusterwright \(file version 999/,
    ],
    [
      'broken',
      (text) => text.replace('"smbPriority": 3', '"smbPriority": 8'),
      /records\.fabric\.smbPriority: An 802\.1p priority is 0 to 7/,
    ],
    ['a typing error', (text) => text.replace('"smbPriority"', '"smbPrio"'), /records\.fabric.*smbPrio/s],
    [
      'a broken reference',
      (text) => text.replace('"profileId": "', '"profileId": "no-'),
      /nodes\/fs01\/profileId: profile "no-/,
    ],
  ];

  it.each(cases)('%s: its own message, exit code 2, the file untouched', async (_, spoil, message) => {
    const path = await made('two-node-10g');
    const spoiled = spoil(await readFile(path, 'utf8'));
    await writeFile(path, spoiled);
    for (const command of [
      ['check'],
      ['plan', '--json'],
      ['bom'],
      ['scripts', '--out', at('s')],
      ['export', '--format', 'all', '--out', at('e')],
    ]) {
      const { code, out, err } = await cli(command[0]!, path, ...command.slice(1));
      expect([command[0], code, out]).toEqual([command[0], 2, '']);
      expect(err).toMatch(message);
      expect(err).toContain('two-node-10g.cwplan');
    }
    expect(await readdir(folder)).toEqual(['two-node-10g.cwplan']);
    expect(await readFile(path)).toEqual(Buffer.from(spoiled));
  });

  it('missing, or a folder', async () => {
    expect(await cli('plan', at('none.cwplan'))).toMatchObject({
      code: 2,
      err: expect.stringContaining('no longer exists') as string,
    });
    expect(await cli('plan', folder)).toMatchObject({
      code: 2,
      err: expect.stringContaining('is a folder') as string,
    });
  });
});

describe('new', () => {
  it('replaces nothing unasked', async () => {
    const path = await made('two-node-10g');
    const before = await readFile(path, 'utf8');
    expect(await cli('new', 'two-node-40g', '--out', path)).toMatchObject({
      code: 2,
      err: expect.stringContaining('--force') as string,
    });
    expect(await readFile(path, 'utf8')).toBe(before);
    expect((await cli('new', 'two-node-40g', '--out', path, '--force')).code).toBe(0);
    expect(await readFile(`${path}.bak`, 'utf8')).toBe(before);
  });

  it('takes a name, and refuses one that could deceive', async () => {
    expect((await cli('new', 'two-node-10g', '--out', at('n'), '--name', `O'Neil & "Söhne" $x`)).code).toBe(
      0,
    );
    expect(JSON.parse(await readFile(at('n.cwplan'), 'utf8'))).toMatchObject({
      records: { project: { name: `O'Neil & "Söhne" $x` } },
    });
    for (const name of ['', 'a\nb', 'abc\u202etxt', 'x'.repeat(1000)]) {
      expect(await cli('new', 'two-node-10g', '--out', at('bad'), '--name', name)).toMatchObject({
        code: 2,
        out: '',
      });
    }
    expect(await readdir(folder)).toEqual(['n.cwplan']);
  });

  it('embeds the products, so that the file opens without the catalog', async () => {
    const { records } = JSON.parse(await readFile(await made('two-node-10g'), 'utf8')) as {
      records: { parts: { id: string }[] };
    };
    expect(records.parts.map(({ id }) => id)).toContain('nvidia-mcx311a-xcat');
  });
});

describe('outputs', () => {
  it('the list as CSV is the exported file', async () => {
    const path = await made('two-node-10g');
    expect((await cli('export', path, '--format', 'bom-csv', '--out', at('list.csv'))).code).toBe(0);
    expect((await cli('bom', path, '--csv')).out).toBe(await readFile(at('list.csv'), 'utf8'));
    const bom = JSON.parse((await cli('bom', path, '--json')).out) as { lines: unknown[]; cables: unknown[] };
    expect(bom.cables).toHaveLength(1);
    expect(bom.lines.length).toBeGreaterThan(2);
  });

  it('scripts lie one folder per node, as in the export', async () => {
    const path = await made('two-node-10g');
    expect((await cli('scripts', path, '--out', at('s'))).code).toBe(0);
    expect((await readdir(at('s'))).sort()).toEqual(['FS01', 'HV01']);
    await cli('export', path, '--format', 'scripts', '--out', at('e'));
    expect(await readFile(at('s/FS01/configure.ps1'))).toEqual(
      await readFile(at('e/scripts/FS01/configure.ps1')),
    );
  });

  it('export writes every format into a folder, twice the same bytes, on the paper asked for', async () => {
    const path = await made('two-node-10g');
    const first = await cli('export', path, '--format', 'all', '--out', at('one'), '--json');
    await cli('export', path, '--format', exporters.map(({ id }) => id).join(','), '--out', at('two'));
    const { files } = JSON.parse(first.out) as { files: { path: string; bytes: number }[] };
    for (const { path: file } of files)
      expect(await readFile(join(at('one'), file)), file).toEqual(await readFile(join(at('two'), file)));
    await cli('export', path, '--format', 'bom-pdf', '--out', at('letter.pdf'), '--paper', 'LETTER');
    const pdf = (await readFile(at('letter.pdf'))).toString('latin1');
    expect(pdf).toContain('[0 0 612 792]');
  });

  it('the schema describes the files that are written', async () => {
    const schema = JSON.parse((await cli('schema', 'design')).out) as {
      properties: Record<string, unknown>;
      additionalProperties: boolean;
    };
    const file = JSON.parse(await readFile(await made('two-node-10g'), 'utf8')) as object;
    expect(Object.keys(schema.properties).sort()).toEqual(Object.keys(file).sort());
    expect(schema.additionalProperties).toBe(false);
  });

  it('lists say what there is', async () => {
    expect((JSON.parse((await cli('templates', '--json')).out) as unknown[]).length).toBe(templates.length);
    expect(
      (JSON.parse((await cli('formats', '--json')).out) as { id: string }[]).map(({ id }) => id),
    ).toEqual(exporters.map(({ id }) => id));
    const adapters = JSON.parse((await cli('catalog', 'adapters', '--json')).out) as { kind: string }[];
    expect(adapters.length).toBeGreaterThan(5);
    expect(new Set(adapters.map(({ kind }) => kind))).toEqual(new Set(['adapter']));
    expect((await cli('catalog', 'adapter', '--json')).out).toBe(
      (await cli('catalog', 'adapters', '--json')).out,
    );
  });
});

describe('wrong usage', () => {
  it.each([
    [[], 'Usage: clusterwright COMMAND'],
    [['frobnicate'], 'there is no command "frobnicate"'],
    [['plan'], 'FILE is missing'],
    [['plan', 'a', 'b'], '"b" is one argument too many'],
    [['plan', 'a', '--nonsense'], '--nonsense'],
    [['plan', ''], 'FILE is empty'],
    [['new', 'two-node-10g', '--out='], '--out is empty'],
    [['export', 'a', '--format', 'bom-csv', '--out', ''], '--out is empty'],
    [['new', 'two-node-10g'], '--out FILE is missing'],
    [['new', 'nothing', '--out', 'x'], 'there is no template "nothing"'],
    [['scripts', 'a'], '--out DIR is missing'],
    [['export', 'a'], '--format is missing'],
    [['export', 'a', '--format', 'doc'], 'there is no format "doc"'],
    [['export', 'a', '--format', 'bom-pdf', '--paper', 'A3'], 'there is no paper "A3"'],
    [
      ['export', 'a', '--format', 'bom-csv', '--out', 'CON.csv'],
      '"CON.csv" is not a file name every system takes',
    ],
    [['bom', 'a', '--json', '--csv'], 'exclude each other'],
    [['catalog', 'fans'], 'there is no kind "fans"'],
    [['schema', 'constructor'], 'there is no schema "constructor"'],
  ])('%j ends with 2 and says on stderr what is wrong', async (args, message) => {
    const { code, out, err } = await cli(...args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
  });
});

describe('help', () => {
  it('names every command', async () => {
    const { code, out } = await cli('--help');
    expect(code).toBe(0);
    expect(await cli('-h')).toEqual({ code, out, err: '' });
    for (const { name, summary } of CLI_COMMANDS)
      expect(out).toMatch(new RegExp(`^  ${name} +${summary.slice(0, 20)}`, 'm'));
  });

  it.each(CLI_COMMANDS.map(({ name }) => name))('of %s names its options', async (name) => {
    const { code, out } = await cli(name, '--help');
    expect(code).toBe(0);
    const command = CLI_COMMANDS.find((entry) => entry.name === name)!;
    for (const option of Object.keys(command.options)) expect(out).toContain(`--${option}`);
    for (const argument of command.args) expect(out).toContain(argument.name);
  });
});
