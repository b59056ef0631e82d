import { grouped, headroomText } from '../../shared/lib/numbers.ts';
import type { SizeFigures, SizeRequest } from '../../shared/size/index.ts';
import type { SizeEntry } from '../state/size-answer.ts';
import { plural } from '../shell/words.ts';
import { SURVIVALS } from './form-options.ts';
import { giverOf, rate } from './words.ts';

/** One figure of a row in words. */
export interface Fact {
  readonly label: string;
  readonly value: string;
  readonly note: string;
}

/** What a row comes to, from what it delivers to what it draws. */
export function factsOf(entry: SizeEntry, request: SizeRequest): readonly Fact[] {
  const { figures } = entry;
  if (figures === null) return [];
  const survived = SURVIVALS.filter(({ key }) => request.survive[key])
    .filter(({ key }) => key !== 'switch' || figures.switches > 0)
    .map(({ label }) => label.toLowerCase());
  const fact = (label: string, value: string, note = ''): Fact => ({ label, value, note });
  const facts = [
    fact(
      `Each ${giverOf(request.nodes)} delivers`,
      `${rate(figures.perServerGBps)} GB/s`,
      `of ${rate(figures.neededGBps)} needed${request.growthPercent > 0 ? ', growth included' : ''}`,
    ),
    fact(
      'After the worst single failure',
      `${rate(figures.worstPerServerGBps)} GB/s`,
      worstText(figures, request),
    ),
    ...(figures.cutOffLabel === ''
      ? []
      : [fact('A node is cut off from storage', `without ${figures.cutOffLabel}`)]),
    fact(
      survived.length === 0 ? 'Headroom' : `Headroom without ${survived.join(' or ')}`,
      headroomText(figures.headroomPercent),
      survived.length === 0 ? '' : `at ${rate(figures.survivedPerServerGBps)} GB/s`,
    ),
    fact('All together', ...clusterText(figures)),
    fact('Adapters', `${figures.adapters}:`, adaptersText(entry)),
    fact(
      'Switch ports',
      figures.switches === 0 ? 'no switch' : `${figures.switchPortsUsed} used,`,
      figures.switches === 0 ? '' : `${figures.switchPortsFree} left`,
    ),
    fact(
      'Cables',
      String(figures.cables),
      figures.transceivers > 0 ? `with ${figures.transceivers} transceivers` : 'with fixed plugs',
    ),
    fact('Power of the network', ...knownText(figures.watts, figures.wattsUnknown, ' W')),
  ];
  if (request.prices.length > 0)
    facts.push(fact('Price', ...knownText(figures.price, figures.priceUnknown, '')));
  return facts;
}

/** What the worst failure is; where a node is gone, what is left is shared by as many as there were. */
function worstText({ worstPerServerLabel, worstIsShared }: SizeFigures, { nodes }: SizeRequest): string {
  if (worstPerServerLabel === '') return '';
  const all = 'hyperConverged' in nodes ? nodes.hyperConverged : nodes.fileServers;
  return `without ${worstPerServerLabel}${worstIsShared ? `, all that is left shared by ${all}` : ''}`;
}

function clusterText({ clusterGBps, oversubscription }: SizeFigures): readonly [value: string, note: string] {
  const share = shareOf(oversubscription);
  return [`${rate(clusterGBps)} GB/s${share === '' ? '' : ','}`, share];
}

/** Demand over supply of the cluster; null where one side has no rate. */
function shareOf(oversubscription: number | null): string {
  if (oversubscription === null) return '';
  if (oversubscription < 1.05) return 'not oversubscribed';
  return `${oversubscription.toFixed(1)} : 1 oversubscribed`;
}

/** How many adapters stand in a node of each role. */
function adaptersText({ adaptersPerNode, hyperVAdapters }: SizeEntry): string {
  if (hyperVAdapters === null) return `${adaptersPerNode} in each node`;
  return `${adaptersPerNode} in each file server, ${hyperVAdapters} in each Hyper-V node`;
}

/** A sum over what is known, and what it leaves out. */
function knownText(known: number, missing: number, unit: string): readonly [value: string, note: string] {
  const pieces = plural(missing, 'piece', 'pieces');
  if (missing > 0 && known === 0) return ['not known', `for ${pieces}`];
  return [`${grouped(known)}${unit}`, missing > 0 ? `+ ${pieces} not known` : ''];
}
