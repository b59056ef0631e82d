import { catalog } from '../../../shared/catalog/index.ts';
import { parseDesignFile } from '../../../shared/file/index.ts';
import type { Design } from '../../../shared/model/index.ts';
import { computeOutcome } from '../../../shared/outcome.ts';
import { badgesOf } from '../../../shared/rules/index.ts';
import { buildScene, type Scene } from '../../../shared/scene/index.ts';

/** A kept text worked out, to be looked at before it is opened. */
export interface DesignPreview {
  readonly design: Design;
  readonly scene: Scene;
}

/** Null when the text is no design that this version opens. */
export function previewOfText(text: string): DesignPreview | null {
  const parsed = parseDesignFile(text);
  if (!parsed.ok) return null;
  const { design, plan, findings } = computeOutcome(parsed.value, catalog);
  return { design, scene: buildScene({ design, plan, badges: badgesOf(findings) }) };
}
