import { catalog } from '../../shared/catalog/index.ts';
import { must } from '../../shared/lib/assert.ts';
import type { SizeFigures } from '../../shared/size/index.ts';
import type { SizeAnswer, SizeEntry } from '../../src-renderer/state/size-answer.ts';

const FIGURES: SizeFigures = {
  adapters: 8,
  portsCabled: 16,
  switches: 2,
  switchPortsUsed: 16,
  switchPortsFree: 80,
  cables: 17,
  transceivers: 0,
  clusterGBps: 23.6,
  perServerGBps: 11.8,
  neededGBps: 10,
  worstPerServerGBps: 5.9,
  worstPerServerLabel: 'adapter FS01 Slot 2',
  worstIsShared: false,
  cutOffLabel: '',
  worstClusterGBps: 11.8,
  worstFailed: null,
  worstLabel: 'adapter FS01 Slot 2',
  survivedPerServerGBps: 11.8,
  headroomPercent: 18,
  oversubscription: 1.5,
  rackUnits: 16,
  watts: 812,
  wattsUnknown: 3,
  price: 0,
  priceUnknown: 40,
  findings: { fail: 0, warn: 1, info: 0 },
};

/** A row as the search gives it, with figures of a test's own. */
export function aSizeEntry(
  id: string,
  figures: Partial<SizeFigures> | null = {},
  rest: Partial<Omit<SizeEntry, 'id' | 'figures'>> = {},
): SizeEntry {
  return {
    id,
    topology: 'switch-pair',
    speedGbps: 25,
    adapter: must(catalog.adapters[0], 'an adapter'),
    adaptersPerNode: 1,
    portsPerAdapter: 2,
    hyperVAdapters: 1,
    switch: must(catalog.switches[0], 'a switch'),
    figures: figures && { ...FIGURES, ...figures },
    reasons: [],
    dominatedBy: null,
    drawn: true,
    ...rest,
  };
}

/** An answer of these rows. */
export function aSizeAnswer(...entries: readonly SizeEntry[]): SizeAnswer {
  return { entries, leftOut: [], assumptions: [] };
}
