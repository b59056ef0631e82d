import { catalog } from '../../shared/catalog/index.ts';
import { parseDesignFile, serializeDesign } from '../../shared/file/index.ts';
import { computeOutcome } from '../../shared/outcome.ts';
import { badgesOf } from '../../shared/rules/index.ts';
import { buildScene } from '../../shared/scene/index.ts';
import { templates } from '../../shared/templates/index.ts';

/** Each template so many times: a browser compiles code well only once it has seen it run. */
const ROUNDS = 3;

/**
 * Runs the way from a file to a drawing on the templates, one at a time while the page has nothing to do. Code that has
 * never run is slow: the first file of a thousand nodes would take nearly twice as long to come up. It ends when
 * `busy` says that a design is open: what is worked out for that is not to be mixed up with anything.
 */
export function warmUp(busy: () => boolean): void {
  if (!('requestIdleCallback' in globalThis)) return;
  const rest = Array.from({ length: ROUNDS }, () => templates).flat();
  const step = (): void => {
    const template = busy() ? undefined : rest.pop();
    if (!template) return;
    const parsed = parseDesignFile(serializeDesign(template.build(), ''));
    if (parsed.ok) {
      const design = parsed.value;
      const { plan, findings } = computeOutcome(design, catalog);
      buildScene({ design, plan, badges: badgesOf(findings) });
    }
    requestIdleCallback(step);
  };
  requestIdleCallback(step);
}
