import type { Catalog } from '../catalog/index.ts';
import { designHash } from '../file/index.ts';
import { err, ok, type Result } from '../lib/result.ts';
import type { Design } from '../model/index.ts';
import { computeOutcome } from '../outcome.ts';
import { embedParts } from '../plan/index.ts';
import { badgesOf } from '../rules/index.ts';
import { buildScene } from '../scene/index.ts';
import { composeScripts } from '../scripts/index.ts';
import { crossCheck, type Mismatch } from './cross-check.ts';
import type { ExportInput, Paper } from './define.ts';

/**
 * Computes what all exporters read and cross-checks it. Fails with every contradiction found: then nothing
 * may be written.
 */
export function prepareExport(
  design: Design,
  catalog: Catalog,
  options: { readonly paper: Paper; readonly appVersion: string },
): Result<ExportInput, readonly Mismatch[]> {
  const outcome = computeOutcome(design, catalog);
  const hash = designHash(embedParts(design, outcome.plan));
  const scene = buildScene({ design, plan: outcome.plan, badges: badgesOf(outcome.findings) });
  const scripts = composeScripts(design, outcome.plan, hash);
  const mismatches = crossCheck(outcome, scene, scripts);
  if (mismatches.length > 0) return err(mismatches);
  return ok({ outcome, scene, scripts, designHash: hash, ...options });
}
