import { compareOutcomes, comparisonText } from '../../../shared/compare/index.ts';
import { EXIT, JSON_OPTION, defineCliCommand } from '../define.ts';
import { json } from '../json.ts';
import { openOutcome } from '../open-design.ts';

export const compare = defineCliCommand({
  name: 'compare',
  summary: 'What differs between two designs: parts, cables, settings, figures.',
  args: [
    { name: 'BEFORE', description: 'A design (*.cwplan).' },
    { name: 'AFTER', description: 'The design to compare it with.' },
  ],
  options: { json: JSON_OPTION },
  async run({ args, options, out }) {
    const [before = '', after = ''] = args;
    const comparison = compareOutcomes(await openOutcome(before), await openOutcome(after));
    out(options.json ? json(comparison) : comparisonText(comparison, before, after));
    return EXIT.fine;
  },
});
