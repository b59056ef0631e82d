import type { z } from 'zod';
import type { Catalog, PartKind } from '../catalog/types.ts';
import type { PartId } from '../lib/ids.ts';
import { err, ok, type Result } from '../lib/result.ts';
import { sizeRequestSchema, type SizeRequest } from './request.ts';

/** What is wrong with a request and where. */
export interface RequestIssue {
  /** `limits.speedsGbps[0]`; empty for the request as a whole. */
  readonly path: string;
  readonly message: string;
}

/** A request from outside with all that was left out filled in, or what is wrong with it. */
export function parseSizeRequest(
  value: unknown,
  catalog: Catalog,
): Result<SizeRequest, readonly RequestIssue[]> {
  const parsed = sizeRequestSchema.safeParse(value, { reportInput: true });
  if (!parsed.success) {
    const issues = parsed.error.issues.flatMap((issue) => flatten(issue, []));
    return err(issues.map(({ path, message }) => ({ path: pathText(path), message })));
  }
  const wrong = [...listUnknownParts(parsed.data, catalog), ...listPricedTwice(parsed.data)];
  return wrong.length > 0 ? err(wrong) : ok(parsed.data);
}

interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** Of something that can be written in several ways, what is wrong with the way that comes nearest. */
function flatten(issue: z.core.$ZodIssue, before: readonly PropertyKey[]): readonly Issue[] {
  const path = [...before, ...issue.path];
  const ways = issue.code === 'invalid_union' ? issue.errors : [];
  const [nearest] = [...ways].sort((a, b) => a.length - b.length);
  // With a field missing, or all of it, even the nearest may not be the one that was meant.
  const isMissing = ({ code, path: own, input }: z.core.$ZodIssue) =>
    code === 'invalid_type' && own.length <= 1 && input === undefined;
  if (!nearest || nearest.some(isMissing)) return [{ path, message: issue.message }];
  return nearest.flatMap((inner) => flatten(inner, path));
}

function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((key, i) => (typeof key === 'number' ? `[${key}]` : `${i === 0 ? '' : '.'}${String(key)}`))
    .join('');
}

/** Products a request names that the catalog does not have, or that are something else. */
function listUnknownParts(
  { limits, servers, prices }: SizeRequest,
  catalog: Catalog,
): readonly RequestIssue[] {
  const check = (id: PartId | null, path: string, kind: PartKind | null): RequestIssue[] => {
    if (id === null) return [];
    const part = catalog.byId.get(id);
    if (part && (kind === null || part.kind === kind)) return [];
    const what = part ? `${named(part.kind)}, not ${named(kind ?? 'product')}` : 'not in the catalog';
    return [{ path, message: `"${id}" is ${what}` }];
  };
  return [
    ...limits.adapterIds.flatMap((id, i) => check(id, `limits.adapterIds[${i}]`, 'adapter')),
    ...limits.switchIds.flatMap((id, i) => check(id, `limits.switchIds[${i}]`, 'switch')),
    ...(['fileServer', 'hyperV', 'hyperConverged'] as const).flatMap((role) =>
      check(servers[role], `servers.${role}`, 'server'),
    ),
    ...prices.flatMap(({ partId }, i) => check(partId, `prices[${i}].partId`, null)),
  ];
}

function named(kind: string): string {
  return `${kind === 'adapter' ? 'an' : 'a'} ${kind}`;
}

/** Of two prices of one product nobody could tell which is meant. */
function listPricedTwice({ prices }: SizeRequest): readonly RequestIssue[] {
  return prices.flatMap(({ partId }, i) =>
    prices.findIndex((other) => other.partId === partId) < i
      ? [{ path: `prices[${i}].partId`, message: `"${partId}" has a price already` }]
      : [],
  );
}
