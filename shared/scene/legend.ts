import type { Plan, PlanLink } from '../plan/types.ts';
import { breakoutSample } from './breakout.ts';
import { diamond, lineMarks } from './cable.ts';
import { mediumOf, type Medium } from './cable-look.ts';
import { ALWAYS, LOOKS, path, rect, text } from './marks.ts';
import { NEUTRAL, type NetworkColors, type NetworkMark } from './network-colors.ts';
import type { LegendEntry, Mark, Token } from './types.ts';
import { speedWords } from './words.ts';

/** Samples stand in a box of 32 by 16 units. */
export const SAMPLE = { width: 32, height: 16 } as const;
const LINE = `M0 8H32`;
const MEDIUM: Readonly<Record<Medium, string>> = { copper: 'Copper', fibre: 'Fibre', unknown: 'Cable' };

/** What the colours, letters and lines of this drawing stand for; only what is used. */
export function buildLegend(plan: Plan, networks: NetworkColors): readonly LegendEntry[] {
  const { links } = plan;
  const sound = links.filter((link) => link.problem === null);
  // Thousands of links share a few lists of networks, so each list is looked into once.
  const carried = new Set([...new Set(links.map((link) => link.networkIds))].flat());
  const letters = [...new Set(sound.map((link) => link.networkIds))].map((ids) => networks.of(ids).letter);
  return [
    ...networks.marks.filter((mark) => carried.has(mark.network.id)).map(networkEntry),
    ...(letters.some((letter) => letter.endsWith('+'))
      ? [{ label: 'With further networks', marks: cageSample(NEUTRAL, '+') }]
      : []),
    ...(letters.includes('T') ? [{ label: 'Several networks', marks: cageSample(NEUTRAL, 'T') }] : []),
    ...cableEntries(sound),
    ...(sound.some((link) => link.kind === 'node-node') ? [directEntry()] : []),
    ...(sound.some((link) => link.breakout !== null)
      ? [{ label: 'Breakout, one cable of several lanes', marks: breakoutSample(NEUTRAL) }]
      : []),
    ...(links.some((link) => link.problem !== null) ? [brokenEntry()] : []),
  ];
}

function networkEntry({ network, token, letter }: NetworkMark): LegendEntry {
  const vlan = network.vlan === 0 ? 'untagged' : `VLAN ${network.vlan}`;
  return { label: `${network.name} · ${vlan}`, marks: cageSample(token, letter) };
}

function cageSample(token: Token, letter: string): readonly Mark[] {
  return [
    path(ALWAYS, LINE, { stroke: token, strokeWidth: 2 }),
    rect(ALWAYS, { x: 8, y: 1, width: 16, height: 14 }, 2, { fill: token }),
    text(ALWAYS, letter, 16, 11, LOOKS.letter, 'middle'),
  ];
}

/** One line per medium and speed in use, slow to fast. */
function cableEntries(links: readonly PlanLink[]): readonly LegendEntry[] {
  // Nor do they need many products: of each one link per speed stands for all.
  const ofProducts = new Map<PlanLink['cable'], Map<PlanLink['speedGbps'], PlanLink>>();
  for (const link of links) {
    const bySpeed = ofProducts.get(link.cable);
    if (!bySpeed) ofProducts.set(link.cable, new Map([[link.speedGbps, link]]));
    else if (!bySpeed.has(link.speedGbps)) bySpeed.set(link.speedGbps, link);
  }
  const kinds = new Map<string, PlanLink>();
  for (const bySpeed of ofProducts.values()) {
    for (const link of bySpeed.values()) kinds.set(`${mediumOf(link)}/${link.speedGbps ?? 0}`, link);
  }
  return [...kinds.values()]
    .sort((p, q) => (p.speedGbps ?? 0) - (q.speedGbps ?? 0) || (mediumOf(p) < mediumOf(q) ? -1 : 1))
    .map((link) => ({
      label:
        link.speedGbps === null
          ? MEDIUM[mediumOf(link)]
          : `${MEDIUM[mediumOf(link)]}, ${speedWords(link.speedGbps)}`,
      marks: lineMarks(link, LINE, NEUTRAL),
    }));
}

function directEntry(): LegendEntry {
  return {
    label: 'Direct, without a switch',
    marks: [
      path(ALWAYS, LINE, { stroke: NEUTRAL, strokeWidth: 2 }),
      path(ALWAYS, diamond(5, 8), { fill: 'card', stroke: NEUTRAL, strokeWidth: 1.5 }),
      path(ALWAYS, diamond(27, 8), { fill: 'card', stroke: NEUTRAL, strokeWidth: 1.5 }),
    ],
  };
}

function brokenEntry(): LegendEntry {
  return {
    label: 'Cannot be built',
    marks: [path(ALWAYS, LINE, { stroke: 'fail', strokeWidth: 2, dash: [6, 4] })],
  };
}
