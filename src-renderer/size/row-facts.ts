import type { SizeRequest } from '../../shared/size/index.ts';
import type { SizeEntry } from '../state/size-answer.ts';
import { SURVIVALS } from './form-options.ts';
import { giverOf, percent, rate, whole } from './words.ts';

/** One figure of a row in words. */
export interface Fact {
  readonly label: string;
  readonly value: string;
  readonly note: string;
}

/** What a row comes to, from what it delivers to what it draws. */
export function factsOf({ figures }: SizeEntry, request: SizeRequest): readonly Fact[] {
  if (figures === null) return [];
  const survived = SURVIVALS.filter(({ key }) => request.survive[key]).map(({ label }) =>
    label.toLowerCase(),
  );
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
      figures.worstLabel === '' ? '' : `without ${figures.worstLabel}`,
    ),
    fact(
      survived.length === 0 ? 'Headroom' : `Headroom without ${survived.join(' or ')}`,
      percent(figures.headroomPercent),
      survived.length === 0 ? '' : `at ${rate(figures.survivedPerServerGBps)} GB/s`,
    ),
    fact(
      'All together',
      `${rate(figures.clusterGBps)} GB/s`,
      figures.oversubscription === null ? '' : `${figures.oversubscription.toFixed(1)} : 1 oversubscribed`,
    ),
    fact(
      'Switch ports',
      figures.switches === 0 ? 'no switch' : `${figures.switchPortsUsed} used`,
      figures.switches === 0 ? '' : `${figures.switchPortsFree} left`,
    ),
    fact(
      'Cables',
      String(figures.cables),
      figures.transceivers > 0 ? `with ${figures.transceivers} transceivers` : 'with fixed plugs',
    ),
    fact(
      'Power',
      `${whole(figures.watts)} W`,
      figures.wattsUnknown > 0 ? `+ ${figures.wattsUnknown} pieces unknown` : 'at most',
    ),
  ];
  if (request.prices.length > 0)
    facts.push(
      fact(
        'Price',
        whole(figures.price),
        figures.priceUnknown > 0 ? `+ ${figures.priceUnknown} pieces without a price` : '',
      ),
    );
  return facts;
}
