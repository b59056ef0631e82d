import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { exportById } from '../../../shared/exports/index.ts';
import { projectOf, withRecords, type Design } from '../../../shared/model/index.ts';
import { templateById, templates } from '../../../shared/templates/index.ts';
import { renderPdf } from '../../../src-main/services/pdf.ts';
import { prepared } from '../../support/prepared.ts';
import { readPdfPages, readPdfSizes, squeeze } from '../../support/read-pdf.ts';

async function render(design: Design, paper: 'A4' | 'LETTER' = 'A4'): Promise<Uint8Array> {
  const [file] = exportById('bom-pdf')!.produce(prepared(design, paper));
  if (file?.kind !== 'pdf') throw new Error('expected a PDF');
  return renderPdf(file.definition);
}

const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

describe('bill of materials as PDF', () => {
  it.each(templates.map((template) => [template.id, template] as const))(
    'holds every line of %s as text',
    async (_id, template) => {
      const design = template.build();
      const { outcome } = prepared(design);
      const text = squeeze((await readPdfPages(await render(design))).join('\n'));
      for (const line of outcome.bom.lines) {
        expect(text).toContain(squeeze(line.description));
        expect(text).toContain(squeeze(line.partNumber));
        expect(text).toContain(squeeze(line.designators));
      }
      for (const cable of outcome.bom.cables) expect(text).toContain(cable.tag);
      for (const node of outcome.plan.nodes) expect(text).toContain(squeeze(`Node ${node.record.name}`));
    },
  );

  it('numbers its pages and names the revision and the design on each', async () => {
    const design = templateById('eight-node-dual-10g')!.build();
    const { designHash } = prepared(design);
    const pages = await readPdfPages(await render(design));
    pages.forEach((page, i) => {
      expect(page).toContain(`Page ${i + 1} of ${pages.length}`);
      expect(page).toContain(designHash.slice(0, 12));
    });
  });

  it('prints the load of the virtual machines beside what is left over, and nothing where none is described', async () => {
    const base = templateById('set-25g')!.build();
    const clusters = [...base.clusters.values()].map((cluster) => ({
      ...cluster,
      load: {
        // 600 x 2,000 operations of 64 KiB a second are 78.64 GB/s.
        vms: [{ name: 'SQL', count: 600, iops: 2000, blockKiB: 64, readShare: 100 }],
        growthPercent: 30,
      },
    }));
    const [cover] = await readPdfPages(await render(withRecords(base, 'clusters', clusters)));
    expect(cover).toContain('Load of the virtual machines');
    expect(cover).toMatch(/S2D-CL1\s+1,200,000\s+78\.64 of 24\.49\s+0\.00 of/);
    expect(cover).toMatch(/Grown by 30 %; after failure: without /);
    expect((await readPdfPages(await render(base)))[0]).not.toContain('Load of');
  });

  it('gives the same bytes twice', async () => {
    const build = () => templateById('set-25g')!.build();
    expect(sha(await render(build()))).toBe(sha(await render(build())));
  });

  it('is A4 or Letter as asked; only the drawing may lie on its side', async () => {
    const design = templateById('two-node-10g')!.build();
    const a4 = await readPdfSizes(await render(design, 'A4'));
    const letter = await readPdfSizes(await render(design, 'LETTER'));
    for (const size of a4) expect(size.map(Math.round).sort((a, b) => a - b)).toEqual([595, 842]);
    for (const size of letter) expect(size.map(Math.round).sort((a, b) => a - b)).toEqual([612, 792]);
    expect(a4.filter(([width, height]) => width > height).length).toBeLessThanOrEqual(1);
  });

  it('prints what the user noted on a finding', async () => {
    const base = templateById('two-node-40g')!.build();
    const slow = [...base.profiles.values()].map((profile) => ({
      ...profile,
      adapters: profile.adapters.map((adapter) => ({ ...adapter, gen: 2 })),
    }));
    const design = withRecords(base, 'profiles', slow);
    const finding = prepared(design).outcome.findings.find(
      ({ status }) => status === 'warn' || status === 'info',
    )!;
    const noted = withRecords(design, 'acknowledgements', [
      {
        id: 'ack-1' as never,
        rule: finding.rule,
        subjects: [...finding.subjects].sort(),
        note: 'Agreed with the customer on Monday',
        author: 'A. Planner',
      },
    ]);
    expect(squeeze((await readPdfPages(await render(noted))).join())).toContain(
      'AgreedwiththecustomeronMonday',
    );
  });

  it('keeps hostile and foreign names inside the page and readable', async () => {
    const design = templateById('two-node-10g')!.build();
    const [first] = design.nodes.values();
    const hostile = withRecords(
      withRecords(design, 'nodes', [{ ...first!, name: '</text><script>alert(1)</script>\u4e2d\u6587' }]),
      'project',
      [{ ...projectOf(design), name: 'W'.repeat(200) }],
    );
    const text = squeeze((await readPdfPages(await render(hostile))).join());
    expect(text).toContain('<script>alert(1)</script>');
    expect(text).toContain('U+4E2D');
    expect(text).toContain('W'.repeat(200));
  });

  it('can be made of an empty design', async () => {
    const { emptyDesign } = await import('../../../shared/model/index.ts');
    const pages = await readPdfPages(await render(emptyDesign('Nothing yet')));
    expect(pages[0]).toContain('Nothing yet');
  });
});
