import type { Design, Link } from '../model/index.ts';

/** The links with the other lanes of their breakout cables, each once: what a cable is made of is true of all its lanes. */
export function withAllLanes(design: Design, links: readonly Link[]): readonly Link[] {
  const cables = new Set(links.flatMap(({ breakout }) => breakout?.id ?? []));
  if (cables.size === 0) return links;
  const given = new Set(links);
  const others = [...design.links.values()].filter(
    (link) => link.breakout !== null && cables.has(link.breakout.id) && !given.has(link),
  );
  return [...links, ...others];
}
