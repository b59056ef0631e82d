import { catalog } from '../../shared/catalog/index.ts';
import type { Design } from '../../shared/model/index.ts';
import { computeOutcome, type Outcome } from '../../shared/outcome.ts';
import { badgesOf } from '../../shared/rules/index.ts';
import { buildScene, type Scene } from '../../shared/scene/index.ts';
import { productName, type PricedPart } from './priced-parts.ts';

/** A row worked out as the canvas would: its picture and what has to be bought for it. */
export interface DrawnRow {
  readonly id: string;
  readonly scene: Scene;
  readonly parts: readonly PricedPart[];
}

/** The picture and the products of a row's design. */
export function drawRow(id: string, made: Design): DrawnRow {
  const { design, plan, findings, bom }: Outcome = computeOutcome(made, catalog);
  return {
    id,
    scene: buildScene({ design, plan, badges: badgesOf(findings) }),
    parts: bom.lines.flatMap(({ partId, quantity }) =>
      partId === null ? [] : [{ partId, name: productName(partId), quantity }],
    ),
  };
}
