import type { Outcome } from '../outcome.ts';
import { countFindings } from '../rules/index.ts';
import type { FigureChange } from './types.ts';

/** The key figures of two designs beside each other. */
export function compareFigures(before: Outcome, after: Outcome): readonly FigureChange[] {
  const rows: readonly (readonly [string, string, (outcome: Outcome) => number | null])[] = [
    ['Nodes', '', ({ plan }) => plan.totals.nodes],
    ['Adapters', '', ({ plan }) => plan.totals.adapters],
    ['Ports cabled', '', ({ plan }) => plan.totals.portsCabled],
    ['Switches', '', ({ plan }) => plan.totals.switches],
    ['Switch ports used', '', ({ plan }) => plan.totals.switchPortsUsed],
    ['Switch ports free', '', ({ plan }) => plan.totals.switchPortsFree],
    ['Cables', '', ({ plan }) => plan.totals.cables],
    ['Transceivers', '', ({ plan }) => plan.totals.transceivers],
    ['Rack units', '', ({ plan }) => plan.totals.rackUnits],
    ['Storage rate', 'GB/s', ({ plan }) => gigabytes(plan.flow.rateGbps)],
    ['After the worst single failure', 'GB/s', ({ plan }) => gigabytes(plan.flow.worstCase.rateGbps)],
    ['Failed checks', '', ({ findings }) => countFindings(findings).fail],
    ['Warnings', '', ({ findings }) => countFindings(findings).warn],
  ];
  return rows.map(([label, unit, of]) => ({ label, unit, before: of(before), after: of(after) }));
}

function gigabytes(gbps: number): number {
  return Math.round((gbps / 8) * 10) / 10;
}
