import type { Target } from '../tools/index.ts';

/** What of the drawing an event met: the innermost item, ports included. */
export function targetOf(event: Event): Target | null {
  return read(event, '[data-id]');
}

/** The same with the owner in the place of a port: ports are not selected for themselves. */
export function ownerOf(event: Event): Target | null {
  return read(event, '[data-kind]:not([data-kind=port])');
}

function read(event: Event, selector: string): Target | null {
  const element = event.target instanceof Element ? event.target.closest<SVGElement>(selector) : null;
  const { id, kind } = element?.dataset ?? {};
  return id && kind ? { id, kind: kind as Target['kind'] } : null;
}
