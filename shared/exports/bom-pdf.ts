import { projectOf } from '../model/index.ts';
import { defineExporter, type ExportInput } from './define.ts';
import { fileStem } from './file-stem.ts';
import { assumptions } from './pdf/assumptions.ts';
import { cableSchedule } from './pdf/cable-schedule.ts';
import { checks } from './pdf/checks.ts';
import { cover } from './pdf/cover.ts';
import { diagram } from './pdf/diagram.ts';
import type { PdfContent, PdfDefinition } from './pdf/document.ts';
import { nodeSheets } from './pdf/node-sheets.ts';
import { purchaseList } from './pdf/purchase-list.ts';
import { INK, PAGE_MARGINS, STYLES, TEXT, mm } from './pdf/style.ts';
import { switchSheets } from './pdf/switch-sheets.ts';

/** The chapters in the order of the report; one line each. */
const CHAPTERS: readonly ((input: ExportInput) => readonly PdfContent[])[] = [
  cover,
  diagram,
  purchaseList,
  cableSchedule,
  checks,
  nodeSheets,
  switchSheets,
  assumptions,
];

/** The report a customer orders from: purchase list, cabling, checks and a sheet per device. */
export const bomPdf = defineExporter({
  id: 'bom-pdf',
  label: 'Bill of materials (PDF)',
  description: 'Cover, diagram, purchase list, cable schedule, checks and a sheet per node and switch.',
  shape: 'file',
  extension: 'pdf',
  produce: (input) => {
    const { name } = projectOf(input.outcome.design);
    return [{ kind: 'pdf', path: `${fileStem(name)}-bom.pdf`, definition: define(input) }];
  },
});

function define(input: ExportInput): PdfDefinition {
  const project = projectOf(input.outcome.design);
  const creator = `Clusterwright ${input.appVersion}`;
  const revision = project.revision === '' ? '' : `Revision ${project.revision}   `;
  return {
    info: {
      title: project.name,
      author: project.author,
      subject: 'Bill of materials',
      creator,
      producer: creator,
    },
    revisionDate: project.revisionDate,
    pageSize: input.paper,
    pageMargins: PAGE_MARGINS,
    defaultStyle: { font: TEXT, fontSize: 9, color: INK, lineHeight: 1.2 },
    styles: STYLES,
    footer: (page, pages) => ({
      margin: [PAGE_MARGINS[0], mm(7), PAGE_MARGINS[2], 0],
      columns: [
        { text: shorten(project.name), style: 'footer', width: '*' },
        {
          text: `${revision}Design ${input.designHash.slice(0, 12)}`,
          style: 'footer',
          width: 'auto',
          margin: [0, 0, 18, 0],
        },
        { text: `Page ${page} of ${pages}`, style: 'footer', width: 60, alignment: 'right' },
      ],
    }),
    content: CHAPTERS.flatMap((chapter) => chapter(input)),
  };
}

/** Longest project name a footer shows on one line. */
const FOOTER_CHARS = 60;

function shorten(name: string): string {
  return name.length > FOOTER_CHARS ? `${name.slice(0, FOOTER_CHARS - 1)}\u2026` : name;
}
