import { catalog } from '../../shared/catalog/index.ts';
import { computeOutcome } from '../../shared/outcome.ts';
import type { Cage } from '../../shared/catalog/index.ts';
import type { Totals } from '../../shared/plan/index.ts';
import { badgesOf } from '../../shared/rules/index.ts';
import { buildScene, type Scene } from '../../shared/scene/index.ts';
import { TEMPLATE_GROUPS, templates, type Template } from '../../shared/templates/index.ts';

/** What a card of the gallery shows of a template. */
export interface Preview {
  readonly template: Template;
  readonly scene: Scene;
  readonly totals: Totals;
  /** Cages of the cabled adapter ports, in words: `SFP+`, `QSFP28`. */
  readonly connectors: string;
}

/** A template worked out like any design, so that its card cannot promise what the design does not hold. */
export function previewOf(template: Template): Preview {
  const { design, plan, findings } = computeOutcome(template.build(), catalog);
  const cages = new Set<Cage>(
    plan.adapters
      .flatMap((adapter) => adapter.ports)
      .filter((port) => port.linkIds.length > 0)
      .map((port) => port.cage),
  );
  return {
    template,
    scene: buildScene({ design, plan, badges: badgesOf(findings) }),
    totals: plan.totals,
    connectors: [...cages].join(', '),
  };
}

/** Templates under the headings of the gallery; a heading without templates is left out. */
export function templateGroups(): readonly {
  readonly label: string;
  readonly templates: readonly Template[];
}[] {
  return TEMPLATE_GROUPS.map((label) => ({
    label,
    templates: templates.filter((template) => template.group === label),
  })).filter((group) => group.templates.length > 0);
}

/** The counts of a card: `2 nodes, 2 adapters, 1 cable, no switch, SFP+`. */
export function countsText({ totals, connectors }: Preview): string {
  const some = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;
  return [
    some(totals.nodes, 'node', 'nodes'),
    some(totals.adapters, 'adapter', 'adapters'),
    some(totals.cables, 'cable', 'cables'),
    totals.switchPortsUsed === 0 ? 'no switch' : some(totals.switchPortsUsed, 'switch port', 'switch ports'),
    connectors,
  ].join(', ');
}
