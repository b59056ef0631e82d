import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import { WEB_TOKEN_HEADER, WEB_WINDOW_HEADER, dispatch } from '../../shared/host/index.ts';
import { PAGE_HEADERS } from '../page-policy.ts';
import { readPageFile } from '../page-files.ts';
import type { Access } from './access.ts';
import { BodyTooLarge, MAX_BODY_BYTES, readJson } from './body.ts';
import type { EventStreams } from './event-streams.ts';
import type { Pages } from './pages.ts';

export interface WebServerOptions {
  readonly pages: Pages;
  readonly access: Access;
  readonly events: EventStreams;
  /** Folder of the built page. */
  readonly pageRoot: string;
  readonly onBug: (error: unknown) => void;
}

export interface WebServer {
  /** Address without the key, for example `http://127.0.0.1:49152/`. */
  readonly origin: string;
  readonly close: () => Promise<void>;
}

const LOOPBACK = '127.0.0.1';
const rpcSchema = z.strictObject({ method: z.string(), input: z.unknown() });
const sessionSchema = z.strictObject({ key: z.string().max(200) });

/** Serves the page and its calls on the loopback interface only. Port 0 takes a free one. */
export async function startWebServer(options: WebServerOptions, port: number): Promise<WebServer> {
  const hosts = new Set<string>();
  const server: Server = createServer((request, response) => {
    answer(request, response, options, hosts).catch((error: unknown) => {
      // A page that was closed in the middle of a request is no mistake of ours.
      if (!isBrokenOff(request, response)) options.onBug(error);
      if (!response.headersSent) send(response, 500, 'The host failed.');
      else response.destroy();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, LOOPBACK, resolve);
  });
  const bound = (server.address() as AddressInfo).port;
  // Browsers leave port 80 out of both headers.
  for (const name of [LOOPBACK, 'localhost']) hosts.add(bound === 80 ? name : `${name}:${bound}`);
  return {
    origin: `http://${LOOPBACK}:${bound}`,
    close: () =>
      new Promise((resolve) => {
        options.events.close();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function isBrokenOff(request: IncomingMessage, response: ServerResponse): boolean {
  return request.destroyed && !request.complete && !response.writableEnded;
}

/** Which page sends this. A caller that does not say shares one with all others of the kind. */
function windowOf(request: IncomingMessage): string {
  const given = request.headers[WEB_WINDOW_HEADER];
  return typeof given === 'string' && /^[A-Za-z0-9_-]{8,64}$/.test(given) ? given : 'unnamed';
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  options: WebServerOptions,
  hosts: ReadonlySet<string>,
): Promise<void> {
  // A name that points here by DNS rebinding is not ours; the browser sends it as Host.
  if (!hosts.has(request.headers.host ?? '')) return send(response, 403, 'Unknown host.');
  const origin = request.headers.origin;
  if (origin !== undefined && ![...hosts].some((host) => origin === `http://${host}`)) {
    return send(response, 403, 'Unknown origin.');
  }
  const address = request.url ?? '/';
  if (!URL.canParse(address, 'http://host.invalid')) return send(response, 400, 'This is no address.');
  const { pathname } = new URL(address, 'http://host.invalid');
  const route = `${request.method ?? ''} ${pathname}`;
  if (route === 'POST /session') return openSession(request, response, options);
  if (route === 'POST /rpc') return call(request, response, options);
  if (route === 'GET /events') return openEvents(request, response, options);
  if (request.method !== 'GET' && request.method !== 'HEAD') return send(response, 405, 'Not here.');
  const file = await readPageFile(options.pageRoot, pathname);
  if (!file) return send(response, 404, 'Not found.');
  response.writeHead(200, {
    ...PAGE_HEADERS,
    'content-type': file.type,
    'cache-control': 'no-cache',
    'content-length': file.bytes.length,
  });
  response.end(request.method === 'HEAD' ? undefined : file.bytes);
}

async function openSession(
  request: IncomingMessage,
  response: ServerResponse,
  { access, pages }: WebServerOptions,
): Promise<void> {
  const body = await jsonOf(request, response, 4096);
  if (body === null) return;
  const parsed = sessionSchema.safeParse(body.value);
  const held = request.headers[WEB_TOKEN_HEADER];
  // A page that is opened again with the same address still holds its token.
  const admission = access.openSession(parsed.data?.key ?? '');
  if (admission?.openPath !== undefined) pages.begin(windowOf(request), admission.openPath);
  const token = admission?.token ?? (typeof held === 'string' && access.isToken(held) ? held : null);
  if (token === null) return send(response, 401, 'This key is not valid.');
  sendJson(response, { token });
}

async function call(
  request: IncomingMessage,
  response: ServerResponse,
  { access, pages, onBug }: WebServerOptions,
): Promise<void> {
  // Checked before the body is read: a stranger cannot make us take in 128 MiB.
  if (!access.isToken(request.headers[WEB_TOKEN_HEADER])) return send(response, 401, 'A token is needed.');
  const body = await jsonOf(request, response, MAX_BODY_BYTES);
  if (body === null) return;
  const parsed = rpcSchema.safeParse(body.value);
  if (!parsed.success) return send(response, 400, 'A call is {"method", "input"}.');
  sendJson(
    response,
    await dispatch(pages.handlersOf(windowOf(request)), parsed.data.method, parsed.data.input, onBug),
  );
}

function openEvents(
  request: IncomingMessage,
  response: ServerResponse,
  { access, events }: WebServerOptions,
): void {
  if (!access.isToken(request.headers[WEB_TOKEN_HEADER])) return send(response, 401, 'A token is needed.');
  response.writeHead(200, {
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  events.add(windowOf(request), response);
}

/** The body, or null when an error was sent in its place. */
async function jsonOf(
  request: IncomingMessage,
  response: ServerResponse,
  maxBytes: number,
): Promise<{ readonly value: unknown } | null> {
  // A form of another site can post text, but not this type without asking first, and nobody answers that question.
  if (!/^application\/json\b/.test(request.headers['content-type'] ?? '')) {
    send(response, 415, 'JSON is needed.');
    return null;
  }
  try {
    return { value: await readJson(request, maxBytes) };
  } catch (error) {
    if (!(error instanceof BodyTooLarge)) throw error;
    response.setHeader('connection', 'close');
    response.once('finish', () => request.destroy());
    send(response, 413, 'Too large.');
    return null;
  }
}

function send(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    'x-content-type-options': 'nosniff',
  });
  response.end(text);
}

function sendJson(response: ServerResponse, value: unknown): void {
  response.writeHead(200, {
    'content-type': 'application/json',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(JSON.stringify(value));
}
