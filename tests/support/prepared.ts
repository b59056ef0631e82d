import { catalog } from '../../shared/catalog/index.ts';
import { describeMismatch, prepareExport, type ExportInput, type Paper } from '../../shared/exports/index.ts';
import type { Design } from '../../shared/model/index.ts';

/** What exporters read for a design that passes the cross-check. */
export function prepared(design: Design, paper: Paper = 'A4'): ExportInput {
  const result = prepareExport(design, catalog, { paper, appVersion: '1.2.3' });
  if (!result.ok) throw new Error(result.error.map(describeMismatch).join('\n'));
  return result.value;
}
