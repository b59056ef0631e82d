import type { IncomingMessage } from 'node:http';
import { MAX_DESIGN_CHARS } from '../../shared/host/index.ts';

/** A design text inside JSON grows by the escapes of its quotes and line ends, and by up to 3 bytes a character. */
export const MAX_BODY_BYTES = 2 * MAX_DESIGN_CHARS;

/** Thrown for a body over the cap. */
export class BodyTooLarge extends Error {}

/** The JSON value of a request's body; undefined when it is not JSON. Stops reading at the cap. */
export async function readJson(request: IncomingMessage, maxBytes: number): Promise<unknown> {
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) throw new BodyTooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > maxBytes) throw new BodyTooLarge();
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    return undefined;
  }
}
