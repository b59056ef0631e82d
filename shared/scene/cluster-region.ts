import { textWidth, unionBoxes, type Box } from '../geometry/index.ts';
import type { Plan } from '../plan/types.ts';
import type { DrawnBundles } from './bundles.ts';
import { ALWAYS, FAR_ONLY, fitted, LOOKS, MIDDLE, rect, text } from './marks.ts';
import type { Side } from './ports.ts';
import type { Mark, SceneCluster } from './types.ts';
import { clusterRateWords, clusterWords, counted } from './words.ts';

type PlanCluster = Plan['clusters'][number];

const PAD = 16;
/** Band of the caption: one line, or two when name and counts do not fit beside each other. */
const BAND = 36;
const TALL_BAND = 52;
const COUNT_GAP = 24;

/** A region and where its words stand, before the cables are routed. */
export interface RegionPlan {
  readonly cluster: PlanCluster;
  readonly box: Box;
  readonly marks: readonly Mark[];
  /** Boxes of the caption texts: cables keep out of them. */
  readonly captions: readonly Box[];
  readonly counts: string;
}

/**
 * Lays the region around the cards of a cluster. The caption stands on the side away from the ports, so that no
 * cable has to cross it. Null for a cluster without nodes.
 */
export function planRegion(
  cluster: PlanCluster,
  cards: readonly Box[],
  ports: Side,
  rateGbps: number,
): RegionPlan | null {
  const around = unionBoxes(cards);
  if (!around) return null;
  const width = around.width + 2 * PAD;
  const inner = width - 2 * PAD;
  const [full, ...shorter] = countWords(cluster, rateGbps);
  const fitsCount = (words: string) => textWidth(words, LOOKS.captionSoft) <= inner;
  const counts = [full, ...shorter].find(fitsCount) ?? full;
  const { kind, name } = cluster.record;
  const wholeTitle = `${clusterWords(kind)} ${name}`;
  const countWidth = textWidth(counts, LOOKS.captionSoft);
  const beside = inner - countWidth - COUNT_GAP;
  const fits = (words: string, room: number) => textWidth(words, LOOKS.caption) <= room;
  const title = fits(wholeTitle, inner) ? wholeTitle : fitted(name, inner, LOOKS.caption).words;
  const tall = !fits(title, beside);
  const band = tall ? TALL_BAND : BAND;
  const onTop = ports === 'bottom';
  const box = {
    x: around.x - PAD,
    y: around.y - (onTop ? band : PAD + 4),
    width,
    height: around.height + band + PAD + 4,
  };
  const line = onTop ? box.y + 23 : box.y + box.height - band + 22;
  const left = box.x + PAD;
  const counted = fitted(counts, inner, LOOKS.captionSoft);
  const marks = [
    text(MIDDLE, title, left, line, LOOKS.caption),
    tall
      ? text(MIDDLE, counted.words, left, line + 16, LOOKS.captionSoft)
      : text(MIDDLE, counted.words, left + inner, line, LOOKS.captionSoft, 'end'),
    text(
      FAR_ONLY,
      fitted(`${name} · ${cluster.nodes.length}`, inner, LOOKS.far).words,
      left,
      line + 3,
      LOOKS.far,
    ),
  ];
  const captions = [
    { x: left, y: line - 12, width: textWidth(title, LOOKS.caption), height: 16 },
    {
      x: tall ? left : left + inner - counted.width,
      y: line - 12 + (tall ? 16 : 0),
      width: counted.width,
      height: 16,
    },
  ];
  return { cluster, box, marks, captions, counts: full };
}

/** Nodes, ports and rate, and without the ports for a narrow region: a number is never cut. */
function countWords(cluster: PlanCluster, rateGbps: number): readonly [string, string] {
  let cabled = 0;
  for (const { adapters } of cluster.nodes) {
    for (const { ports } of adapters) for (const { linkIds } of ports) if (linkIds.length > 0) cabled += 1;
  }
  const nodes = counted(cluster.nodes.length, 'node');
  const rate = clusterRateWords(cluster.record.kind, rateGbps);
  return [`${nodes} · ${counted(cabled, 'port')} · ${rate}`, `${nodes} · ${rate}`];
}

/** The region with its words, grown to hold the cables that stay inside the cluster. */
export function drawRegion(
  plan: RegionPlan,
  inside: readonly Box[],
  { marks, bundles }: DrawnBundles,
): SceneCluster {
  const { record } = plan.cluster;
  const needed = inside.map(({ x, y, width, height }) => ({
    x: x - 8,
    y: y - 8,
    width: width + 16,
    height: height + 16,
  }));
  const box = unionBoxes([plan.box, ...needed]) ?? plan.box;
  return {
    kind: 'cluster',
    id: record.id,
    box,
    label: `${clusterWords(record.kind)} ${record.name}, ${plan.counts}`,
    bundles,
    marks: [
      ...marks,
      rect(ALWAYS, box, 12, { fill: 'region', stroke: 'region-line', strokeWidth: 1 }),
      ...plan.marks,
    ],
  };
}
