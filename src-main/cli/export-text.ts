import { catalog } from '../../shared/catalog/index.ts';
import { exportById } from '../../shared/exports/index.ts';
import { must } from '../../shared/lib/assert.ts';
import type { Design } from '../../shared/model/index.ts';
import { prepareOrRefuse } from '../services/export.ts';
import { APP_VERSION } from '../version.ts';

/** The text of a format that makes a single text file. */
export function exportText(design: Design, format: string): string {
  const exporter = must(exportById(format), `the format ${format} exists`);
  const [file] = exporter.produce(prepareOrRefuse(design, catalog, { paper: 'A4', appVersion: APP_VERSION }));
  return file?.kind === 'text' ? file.text : '';
}
