import { catalog, withEmbedded } from '../../../shared/catalog/index.ts';
import type { Box, Point } from '../../../shared/geometry/index.ts';
import type { Design } from '../../../shared/model/index.ts';
import { computePlan, type Plan } from '../../../shared/plan/index.ts';
import { buildScene, type Mark, type Scene, type TextMark } from '../../../shared/scene/index.ts';
import { textWidth } from '../../../shared/geometry/index.ts';

/** A scene with the plan it shows. */
export function sceneOf(design: Design): { readonly scene: Scene; readonly plan: Plan } {
  const plan = computePlan(design, withEmbedded(catalog, design.parts));
  return { scene: buildScene({ design, plan, badges: new Map() }), plan };
}

/** The design with records of one table changed. */
export function withTable<T extends keyof Design>(
  design: Design,
  table: T,
  change: (record: Design[T] extends ReadonlyMap<unknown, infer R> ? R : never) => unknown,
): Design {
  const changed = [...design[table]].map(([id, record]) => [
    id,
    { ...record, ...(change(record as never) as object) },
  ]);
  return { ...design, [table]: new Map(changed as never) };
}

/** What a line of text covers, by the widths the layout goes by. */
export function textBox(mark: TextMark): Box {
  const width = textWidth(mark.text, mark);
  const x = mark.anchor === 'start' ? mark.x : mark.anchor === 'end' ? mark.x - width : mark.x - width / 2;
  return { x, y: mark.y - mark.size * 0.75, width, height: mark.size };
}

/** The texts among marks. */
export function textsOf(marks: readonly Mark[]): readonly TextMark[] {
  return marks.filter((mark) => mark.kind === 'text');
}

/** The points of path data made of M, L and Q: corners are sampled along their curve, runs every two units. */
export function samplePath(d: string): readonly Point[] {
  const samples: Point[] = [];
  let at: Point = { x: 0, y: 0 };
  for (const [, command = '', numbers = ''] of d.matchAll(/([MLQ])([^MLQ]*)/g)) {
    const values = (numbers.match(/-?[\d.]+/g) ?? []).map(Number);
    const to = { x: values.at(-2) ?? 0, y: values.at(-1) ?? 0 };
    if (command === 'L') {
      const steps = Math.max(1, Math.ceil(Math.hypot(to.x - at.x, to.y - at.y) / 2));
      for (let i = 0; i <= steps; i++) {
        samples.push({ x: at.x + ((to.x - at.x) * i) / steps, y: at.y + ((to.y - at.y) * i) / steps });
      }
    }
    if (command === 'Q') {
      const [cx = 0, cy = 0] = values;
      for (let t = 0; t <= 1; t += 0.125) {
        const u = 1 - t;
        samples.push({
          x: u * u * at.x + 2 * u * t * cx + t * t * to.x,
          y: u * u * at.y + 2 * u * t * cy + t * t * to.y,
        });
      }
    }
    at = to;
  }
  return samples;
}

/** True when a point lies inside a box, its edge not included. */
export function isInside({ x, y }: Point, box: Box): boolean {
  return x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height;
}

/** True when two boxes share more than an edge. */
export function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
