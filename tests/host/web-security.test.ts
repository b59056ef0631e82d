import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WEB_TOKEN_HEADER } from '../../shared/host/index.ts';
import { createAccess } from '../../src-main/web/access.ts';
import { MAX_BODY_BYTES } from '../../src-main/web/body.ts';
import { readPageFile } from '../../src-main/page-files.ts';
import { startHost, type WebHost } from '../e2e/support/host.ts';

interface Sent {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
  readonly host?: string;
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

let home: string;
let host: WebHost;
let port: number;
let key: string;
let token: string;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'clusterwright-web-'));
  host = await startHost(home);
  const url = new URL(host.url);
  port = Number(url.port);
  key = url.hash.replace('#key=', '');
  const session = await send({ method: 'POST', path: '/session', body: JSON.stringify({ key }) });
  token = (JSON.parse(session.body) as { token: string }).token;
});
afterAll(async () => {
  await host.stop();
  await rm(home, { recursive: true, force: true });
});

/** A request as any program can send it, with headers no browser would let a page choose. */
function send({
  method = 'GET',
  path = '/',
  headers = {},
  body,
  host: to = '127.0.0.1',
}: Sent): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const type =
      body === undefined
        ? {}
        : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) };
    const outgoing = httpRequest(
      { host: to, port, method, path, headers: { ...type, ...headers } },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => (text += chunk));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
        );
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

const call = (more: Partial<Sent> = {}, method = 'app.info') =>
  send({
    method: 'POST',
    path: '/rpc',
    body: JSON.stringify({ method, input: {} }),
    ...more,
    headers: { [WEB_TOKEN_HEADER]: token, ...more.headers },
  });

describe('the address', () => {
  it('is of the loopback interface and holds 256 random bits', () => {
    expect(new URL(host.url).hostname).toBe('127.0.0.1');
    expect(Buffer.from(key, 'base64url')).toHaveLength(32);
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    expect(token).not.toBe(key);
  });

  it('is not heard on other interfaces of this machine', async () => {
    const others = Object.values(networkInterfaces())
      .flatMap((list) => list ?? [])
      .filter(({ internal, family }) => !internal && family === 'IPv4');
    for (const { address } of others) await expect(send({ host: address })).rejects.toThrow(/ECONNREFUSED/);
    await expect(send({ host: '127.0.0.2' })).rejects.toThrow(/ECONNREFUSED/);
  });
});

describe('a call', () => {
  it('is answered with the token', async () => {
    expect(JSON.parse((await call()).body)).toMatchObject({ ok: true, value: { host: 'web' } });
  });

  it.each([
    ['no token', { [WEB_TOKEN_HEADER]: '' }],
    ['a wrong token', { [WEB_TOKEN_HEADER]: 'A'.repeat(43) }],
    ['a token in a cookie', { [WEB_TOKEN_HEADER]: '', cookie: 'token=x' }],
  ])('with %s is refused', async (_, headers) => {
    expect((await call({ headers })).status).toBe(401);
  });

  it('with the key of the address in place of the token is refused', async () => {
    expect((await call({ headers: { [WEB_TOKEN_HEADER]: key } })).status).toBe(401);
  });

  it.each(['evil.example', '127.0.0.1', '127.0.0.1:1', 'localhost.evil.example', '[::1]', '0.0.0.0'])(
    'for the host %s is refused',
    async (name) => {
      expect((await call({ headers: { host: name } })).status).toBe(403);
    },
  );

  it.each([
    'https://evil.example',
    'null',
    'http://127.0.0.1',
    'http://127.0.0.1:1',
    'http://localhost.evil.example',
    'file://',
  ])('from the origin %s is refused', async (origin) => {
    expect((await call({ headers: { origin } })).status).toBe(403);
  });

  it('from our own origin is answered', async () => {
    expect((await call({ headers: { origin: `http://127.0.0.1:${port}` } })).status).toBe(200);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data'])(
    'typed %s, as a foreign form would send it, is refused',
    async (type) => {
      expect((await call({ headers: { 'content-type': type } })).status).toBe(415);
    },
  );

  it.each(['', '{', '[]', '"x"', '{"method":"app.info"}', '{"method":"app.info","input":{},"more":1}'])(
    'with the body %s is refused',
    async (body) => {
      expect((await call({ body })).status).toBe(400);
    },
  );

  it('that announces too much is refused before it is sent', async () => {
    const { status } = await call({ body: '', headers: { 'content-length': String(MAX_BODY_BYTES + 1) } });
    expect(status).toBe(413);
  });

  it.each(['//', 'http://['])('to %s, which is no address, is refused', async (path) => {
    expect((await send({ path })).status).toBe(400);
  });

  it('that is a method of the language and not of the contract is refused', async () => {
    expect(JSON.parse((await call({}, 'hasOwnProperty')).body)).toMatchObject({
      ok: false,
      code: 'unknown-method',
    });
  });
});

describe('other sites', () => {
  it('are allowed nothing when their browser asks first', async () => {
    const asked = await send({
      method: 'OPTIONS',
      path: '/rpc',
      headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
    });
    expect(asked.status).toBe(403);
    const own = await send({ method: 'OPTIONS', path: '/rpc' });
    expect(own.status).toBe(405);
    for (const { headers } of [asked, own, await call()]) {
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
    }
  });
});

describe('events', () => {
  it('are for holders of the token', async () => {
    expect((await send({ path: '/events' })).status).toBe(401);
  });
});

describe('the session', () => {
  it('is opened by the key only', async () => {
    for (const wrong of ['', 'A'.repeat(43), token]) {
      expect(
        (await send({ method: 'POST', path: '/session', body: JSON.stringify({ key: wrong }) })).status,
      ).toBe(401);
    }
  });

  it('is given to one page when the address was shown to others', () => {
    const once = createAccess({ once: true });
    expect(once.openSession('wrong')).toBeNull();
    expect(once.isToken(once.openSession(once.key)?.token)).toBe(true);
    expect(once.openSession(once.key)).toBeNull();
    const often = createAccess({ once: false });
    expect(often.openSession(often.key)).toEqual(often.openSession(often.key));
  });
});

describe('the page', () => {
  it('comes with a strict policy', async () => {
    const { status, headers, body } = await send({});
    expect(status).toBe(200);
    expect(body).toContain('<div id="app">');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers['content-security-policy']).not.toMatch(/unsafe|\*|https?:/);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBe('no-referrer');
    expect(headers['set-cookie']).toBeUndefined();
  });

  it.each([
    '/../package.json',
    '/../../package.json',
    '/%2e%2e/%2e%2e/package.json',
    '/..%2f..%2fpackage.json',
    '/..%5c..%5cpackage.json',
    '/assets/../../main/web.js',
    '//etc/passwd',
    '/%00',
    '/%E0%A4%A',
    '/.sources',
  ])('is all there is: %s', async (path) => {
    const { status, body } = await send({ path });
    expect(status).toBe(404);
    expect(body).toBe('Not found.');
  });

  it('is not left through a link', async () => {
    const root = join(home, 'page');
    await mkdir(root);
    await writeFile(join(home, 'secret.json'), '{}');
    await writeFile(join(root, 'index.html'), 'page');
    await symlink(join(home, 'secret.json'), join(root, 'link.json'));
    expect(await readPageFile(root, '/link.json')).toBeNull();
    expect(await readPageFile(root, '/')).not.toBeNull();
  });
});
