import type { CustomTableLayout } from 'pdfmake';
import { lightPalette } from '../../shared/scene/index.ts';

const line = lightPalette['card-line'];

/** Table styles the reports name. */
export const PDF_TABLE_LAYOUTS: Record<string, CustomTableLayout> = {
  /** A hairline under every row, none at the sides. */
  hairlines: {
    hLineWidth: (index) => (index === 0 ? 0 : 0.5),
    vLineWidth: () => 0,
    hLineColor: () => line,
    paddingLeft: (column) => (column === 0 ? 0 : 4),
    paddingRight: () => 4,
    paddingTop: () => 3,
    paddingBottom: () => 3,
  },
};
