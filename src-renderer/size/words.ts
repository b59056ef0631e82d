import type { Ranking, SizeFigures, SizeRequest, Topology } from '../../shared/size/index.ts';
import type { SizeEntry } from '../state/size-answer.ts';
import { plural } from '../shell/words.ts';

export const TOPOLOGY: Record<Topology, string> = {
  direct: 'direct cables',
  'one-switch': 'one switch',
  'switch-pair': 'switch pair',
  mesh: 'switchless mesh',
};

export const RANKING: Record<Ranking, string> = {
  headroom: 'Most headroom',
  'rack-units': 'Fewest rack units',
  watts: 'Fewest watts',
  price: 'Lowest price',
};

/** What a row is called: `25 GbE, switch pair`. */
export function nameOf({ speedGbps, topology }: Pick<SizeEntry, 'speedGbps' | 'topology'>): string {
  return `${speedGbps} GbE, ${TOPOLOGY[topology]}`;
}

/** The adapters of a row with their number: `8 x ConnectX-4 Lx`. */
export function adaptersOf(entry: SizeEntry): string {
  const { adapter, adaptersPerNode, figures, hyperVAdapters, portsPerAdapter } = entry;
  const where = hyperVAdapters === null ? 'node' : 'file server';
  const count = figures === null ? `${adaptersPerNode} per ${where}:` : `${figures.adapters} x`;
  const used = portsPerAdapter < adapter.ports ? `, ${portsPerAdapter} of ${adapter.ports} ports` : '';
  return `${count} ${adapter.model}${used}`;
}

/** The switches of a row with their number: `2 x SN2010`; empty without one. */
export function switchesOf({ switch: model, figures }: SizeEntry): string {
  if (model === null) return '';
  return figures === null ? model.model : `${figures.switches} x ${model.model}`;
}

/** What a row is built of: `8 x ConnectX-4 Lx; 2 x SN2010`. */
export function productsOf(entry: SizeEntry): string {
  return [adaptersOf(entry), switchesOf(entry)].filter((text) => text !== '').join('; ');
}

/** A text with a capital letter at its beginning. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `file server` or `hyper-converged node`: what delivers the rate. */
export function giverOf(nodes: SizeRequest['nodes']): string {
  return 'hyperConverged' in nodes ? 'hyper-converged node' : 'file server';
}

/** A rate in GB/s as the table writes it. */
export function rate(gigabytes: number): string {
  return gigabytes.toFixed(1);
}

/** What was found, in one sentence. */
export function countText(entries: readonly SizeEntry[]): string {
  const holding = entries.filter(({ reasons }) => reasons.length === 0).length;
  const short = entries.length - holding;
  const held = `${plural(holding, 'design', 'designs')} ${holding === 1 ? 'reaches' : 'reach'} the target`;
  return short === 0 ? held : `${held}, ${short} ${short === 1 ? 'does' : 'do'} not`;
}

/** The checks of a row for those who hear it. */
export function findingsText({ fail, warn }: SizeFigures['findings']): string {
  if (fail + warn === 0) return 'no fail, no warning';
  return [fail > 0 ? plural(fail, 'fail', 'fails') : '', warn > 0 ? plural(warn, 'warning', 'warnings') : '']
    .filter((text) => text !== '')
    .join(', ');
}
