import { defineRule } from '../define.ts';
import { conclude, violated } from '../results.ts';
import { listNames } from '../words.ts';
import { nameOf } from '../helpers/names.ts';

export const unknownProduct = defineRule({
  id: 'CAT-01',
  area: 'catalog',
  title: 'Every product is known',
  severity: 'fail',
  sources: ['ENG'],
  check: ({ plan, design }) => {
    const reason =
      'Neither the catalog nor the design describes this product, so nothing about it can be counted, checked or ordered.';
    const faults = plan.unknownParts.map(({ partId, subjects }) =>
      violated(subjects.length > 0 ? subjects : ['fabric'], {
        message: `Product "${partId}" is not known; ${listNames(subjects.map((subject) => nameOf(subject, design)))} ${subjects.length === 1 ? 'uses' : 'use'} it.`,
        reason,
        fix: 'Choose a product of the catalog, or add the product to the design.',
      }),
    );
    return conclude(faults, { subjects: [], message: 'All products named by the design are known.', reason });
  },
});
