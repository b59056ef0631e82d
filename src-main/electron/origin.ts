export const SCHEME = 'app';
export const HOST = 'clusterwright';
export const PAGE_URL = `${SCHEME}://${HOST}/index.html`;

/** Hosts whose pages may be opened in the system's browser. */
const EXTERNAL_HOSTS = new Set(['learn.microsoft.com', 'github.com', 'docs.nvidia.com']);

/** Whether an address is of our own page, by its parts; a prefix would let `app://clusterwright.evil` through. */
export function isOwnUrl(address: string): boolean {
  const url = parse(address);
  return url?.protocol === `${SCHEME}:` && url.host === HOST && url.username === '' && url.password === '';
}

/** Whether an address may leave for the system's browser: https, a host of the list, no credentials in it. */
export function mayOpenExternally(address: string): boolean {
  const url = parse(address);
  return (
    url?.protocol === 'https:' && EXTERNAL_HOSTS.has(url.host) && url.username === '' && url.password === ''
  );
}

function parse(address: string): URL | null {
  return URL.canParse(address) ? new URL(address) : null;
}
