import { catalog, withEmbedded } from '../../../shared/catalog/index.ts';
import { computePlan } from '../../../shared/plan/index.ts';
import { EXIT, JSON_OPTION, defineCliCommand } from '../define.ts';
import { json } from '../json.ts';
import { openDesign } from '../open-design.ts';
import { planJson } from '../plan-json.ts';
import { planText } from '../plan-text.ts';

export const plan = defineCliCommand({
  name: 'plan',
  summary: 'Counts, cables, adapter ceilings and rates of a design.',
  args: [{ name: 'FILE', description: 'A design (*.cwplan).' }],
  options: { json: JSON_OPTION },
  async run({ args, options, out }) {
    const design = await openDesign(args[0] ?? '');
    const computed = computePlan(design, withEmbedded(catalog, design.parts));
    out(options.json ? json(planJson(computed)) : planText(computed));
    return EXIT.fine;
  },
});
