import type { Exporter } from './define.ts';
import { exporters } from './list.ts';

export { crossCheck, describeMismatch, type Mismatch } from './cross-check.ts';
export { type ExportFile, type ExportInput, type Exporter, type Paper } from './define.ts';
export { exporters } from './list.ts';
export { type PdfDefinition } from './pdf/document.ts';
export { prepareExport } from './prepare.ts';

const byId = new Map(exporters.map((exporter) => [exporter.id, exporter]));
if (byId.size !== exporters.length) throw new Error('Bug: two exporters have the same id');

/** The exporter of that name, or null. */
export function exportById(id: string): Exporter | null {
  return byId.get(id) ?? null;
}
