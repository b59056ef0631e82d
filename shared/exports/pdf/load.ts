import { grouped, headroomText, preciseGigabytes as gigabytes } from '../../lib/numbers.ts';
import { loadOf } from '../../plan/index.ts';
import type { ExportInput } from '../define.ts';
import type { PdfContent } from './document.ts';
import { cell, heads, number, table } from './style.ts';

const RIGHT = ['IOPS', 'Reads, GB/s', 'Writes, GB/s', 'Headroom', 'Grown', 'After failure', 'At worst'];
const WIDTHS = [58, 64, 64, 48, 40, 40, 42];

/** So many clusters are kept on one page. */
const MOST_TOGETHER = 10;

/** What the virtual machines of each cluster ask and what is left over; nothing where no load is described. */
export function load({ outcome }: ExportInput): readonly PdfContent[] {
  const { plan } = outcome;
  const results = loadOf(plan);
  if (results.length === 0) return [];
  const names = new Map(plan.clusters.map(({ record }) => [record.id, record.name]));
  const rows = results.map((result) => {
    const { readGbps, writeGbps, rateGbps, headroomPercent } = result;
    const { now, grown, failed, grownAndFailed } = headroomPercent;
    return [
      cell(names.get(result.clusterId) ?? ''),
      number(grouped(result.iops)),
      number(`${gigabytes(readGbps)} of ${gigabytes(rateGbps.read)}`),
      number(`${gigabytes(writeGbps)} of ${gigabytes(rateGbps.write)}`),
      ...[now, grown, failed, grownAndFailed].map((percent) => number(headroomText(percent))),
    ];
  });
  const { failedLabel } = plan.flow.worstCase;
  const growth = results.map(({ growthPercent }) => `${growthPercent} %`);
  return [
    {
      // A heading does not stand alone at the foot of a page; a longer list may go over pages.
      unbreakable: results.length <= MOST_TOGETHER,
      stack: [
        { text: 'Load of the virtual machines', style: 'h2', margin: [0, 18, 0, 8] },
        table(['*', ...WIDTHS], heads(['Cluster', ...RIGHT], RIGHT), rows),
        cell(
          `At the peak, of what the network can carry. Grown by ${[...new Set(growth)].join(' and ')}; after failure: ${failedLabel === '' ? 'nothing can fail' : `without ${failedLabel}`}; at worst: both.`,
          'label',
          { margin: [0, 4, 0, 0] },
        ),
      ],
    },
  ];
}
