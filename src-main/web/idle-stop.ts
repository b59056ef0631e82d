/** Calls `stop` when no page has listened for a while; a page that reloads is back in time. */
export function createIdleStop(graceMs: number, stop: () => void): (pages: number) => void {
  let timer: NodeJS.Timeout | null = null;
  return (pages) => {
    if (timer) clearTimeout(timer);
    timer = pages === 0 ? setTimeout(stop, graceMs) : null;
  };
}
