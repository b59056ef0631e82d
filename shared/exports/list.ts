import { bomCsv } from './bom-csv.ts';
import { bomPdf } from './bom-pdf.ts';
import { cablesCsv } from './cables-csv.ts';
import type { Exporter } from './define.ts';
import { diagramSvg } from './diagram-svg.ts';
import { scripts } from './scripts.ts';

/** Every format of the program, in the order pickers show them; one line each. */
export const exporters: readonly Exporter[] = [bomPdf, bomCsv, cablesCsv, diagramSvg, scripts];
