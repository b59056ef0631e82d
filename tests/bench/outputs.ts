import { renderPdf } from '../../src-main/services/pdf.ts';
import { catalog } from '../../shared/catalog/index.ts';
import { must } from '../../shared/lib/assert.ts';
import { exportById, type ExportInput } from '../../shared/exports/index.ts';
import { withRecords, type Design } from '../../shared/model/index.ts';
import { computePlan } from '../../shared/plan/index.ts';
import { buildScene, type Scene } from '../../shared/scene/index.ts';
import { composeScripts } from '../../shared/scripts/index.ts';
import { templateById } from '../../shared/templates/index.ts';
import { largeDesign } from '../support/large-design.ts';
import { prepared } from '../support/prepared.ts';
import type { BenchEntry } from './entry.ts';

async function purchasePdf(input: ExportInput): Promise<number> {
  const [file] = must(exportById('bom-pdf'), 'the PDF exporter').produce(input);
  if (file?.kind !== 'pdf') throw new Error('expected a PDF');
  return (await renderPdf(file.definition)).length;
}

function pdf(size: string, goalMs: number, design: () => Design): BenchEntry {
  return {
    name: 'Purchase-list PDF',
    size,
    goalMs,
    prepare: () => {
      const input = prepared(design());
      return () => purchasePdf(input);
    },
  };
}

/** What leaves the program, and what the canvas is drawn from. */
export const outputEntries: readonly BenchEntry[] = [
  {
    name: 'Scene for the canvas',
    size: '1000 nodes, 4000 cables',
    goalMs: null,
    prepare: () => {
      const design = largeDesign(1000);
      const plan = computePlan(design, catalog);
      return () => buildScene({ design, plan, badges: new Map() });
    },
  },
  {
    name: 'Scene after an edit: a node renamed',
    size: '1000 nodes, 4000 cables',
    goalMs: null,
    prepare: () => {
      const design = largeDesign(1000);
      const [node] = design.nodes.values();
      const names = ['Renamed 1', 'Renamed 2'];
      const drawn = names.map((name) => {
        const renamed = withRecords(design, 'nodes', [{ ...must(node, 'a node'), name }]);
        return { design: renamed, plan: computePlan(renamed, catalog), badges: new Map() };
      });
      let count = 0;
      let before: Scene | null = null;
      return () => (before = buildScene({ ...must(drawn[(count += 1) % 2], 'a plan'), before }));
    },
  },
  {
    name: 'All configure and verify scripts',
    size: '1000 nodes',
    goalMs: 2000,
    prepare: () => {
      const design = largeDesign(1000);
      const plan = computePlan(design, catalog);
      return () => composeScripts(design, plan);
    },
  },
  pdf('10 nodes', 1000, () => must(templateById('ten-node-two-40g'), 'the template').build()),
  pdf('1000 nodes', 15_000, () => largeDesign(1000)),
];
