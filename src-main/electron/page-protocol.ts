import { protocol, type Protocol } from 'electron';
import { readPageFile } from '../page-files.ts';
import { PAGE_HEADERS } from '../page-policy.ts';
import { SCHEME, isOwnUrl } from './origin.ts';

/** Must be called before the app is ready. */
export function registerPageScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true };
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges }]);
}

/** Serves the built page under our own scheme, and nothing else. */
export function servePage(on: Protocol, pageRoot: string): void {
  on.handle(SCHEME, (request) => answerPageRequest(pageRoot, request));
}

/** One answer of the page protocol: a file of the built page with its policy, or nothing. */
export async function answerPageRequest(pageRoot: string, request: Request): Promise<Response> {
  if (request.method !== 'GET' || !isOwnUrl(request.url)) return new Response(null, { status: 403 });
  const file = await readPageFile(pageRoot, new URL(request.url).pathname);
  if (!file) return new Response(null, { status: 404 });
  return new Response(file.bytes, { headers: { ...PAGE_HEADERS, 'content-type': file.type } });
}
