import type { Outcome } from '../outcome.ts';
import type { Scene } from '../scene/index.ts';
import type { ScriptFile } from '../scripts/index.ts';
import type { PdfDefinition } from './pdf/document.ts';

export type Paper = 'A4' | 'LETTER';

/** Everything an exporter may read: computed once, cross-checked, the same for all formats. */
export interface ExportInput {
  readonly outcome: Outcome;
  readonly scene: Scene;
  readonly scripts: readonly ScriptFile[];
  readonly paper: Paper;
  /** SHA-256 of the design with its parts embedded, hexadecimal. */
  readonly designHash: string;
  /** Version of the program. */
  readonly appVersion: string;
}

/** One file of an export: finished text, or a document a host turns into PDF bytes. */
export type ExportFile =
  | { readonly kind: 'text'; readonly path: string; readonly text: string }
  | { readonly kind: 'pdf'; readonly path: string; readonly definition: PdfDefinition };

export interface Exporter {
  /** Name on the command line, for example `bom-pdf`. */
  readonly id: string;
  readonly label: string;
  /** One sentence for pickers and help. */
  readonly description: string;
  /** `file` writes one file named after the project, `folder` several into a folder. */
  readonly shape: 'file' | 'folder';
  readonly extension: string;
  readonly produce: (input: ExportInput) => readonly ExportFile[];
}

/** Typed identity for an entry of the exporter list. */
export function defineExporter(exporter: Exporter): Exporter {
  return exporter;
}
