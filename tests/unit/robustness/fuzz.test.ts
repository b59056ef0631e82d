import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalog } from '../../../shared/catalog/index.ts';
import { exporters, prepareExport } from '../../../shared/exports/index.ts';
import { describeFailure, parseDesignFile, serializeDesign } from '../../../shared/file/index.ts';
import { computeOutcome } from '../../../shared/outcome.ts';
import { embedParts } from '../../../shared/plan/index.ts';
import { badgesOf } from '../../../shared/rules/index.ts';
import { buildScene } from '../../../shared/scene/index.ts';
import { composeScripts } from '../../../shared/scripts/index.ts';
import { templates } from '../../../shared/templates/index.ts';
import { mutate, mutations, type Json } from './mutate.ts';

const SEED = 20261121;

/** Every template as a file, with the products it uses inside, so that they are changed too. */
const files: readonly Json[] = templates.map((template) => {
  const design = template.build();
  const text = serializeDesign(embedParts(design, computeOutcome(design, catalog).plan), '1.0.0');
  return JSON.parse(text) as Json;
});

const TAGS = ['notJson', 'notOurs', 'tooNew', 'migrationFailed', 'invalid', 'brokenReference'];
const template = fc.constantFrom(...files);

/** Parses and holds the promise of every failure: a known tag and a sentence that names the file. */
function parseOrExplain(text: string) {
  const parsed = parseDesignFile(text);
  if (parsed.ok) return parsed.value;
  expect(TAGS).toContain(parsed.error.tag);
  expect(describeFailure(parsed.error, 'x.cwplan')).toContain('x.cwplan');
  return null;
}

describe('design files from anywhere', () => {
  it('are read or refused with a reason, whatever JSON they hold', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), (text) => {
        expect(parseOrExplain(text)).toBeNull();
      }),
      { seed: SEED, numRuns: 500 },
    );
  });

  it('are read or refused with a reason, whatever a slip did to the text', () => {
    fc.assert(
      fc.property(template, fc.nat(), fc.nat(40), fc.string({ maxLength: 20 }), (file, at, cut, put) => {
        const text = JSON.stringify(file, null, 2);
        const from = at % text.length;
        parseOrExplain(text.slice(0, from) + put + text.slice(from + cut));
      }),
      { seed: SEED, numRuns: 500 },
    );
  });

  it('that are accepted can be planned, checked, drawn, scripted, exported and saved', () => {
    let accepted = 0;
    fc.assert(
      fc.property(template, template, mutations, (file, donor, changes) => {
        const design = parseOrExplain(JSON.stringify(mutate(file, donor, changes)));
        if (design === null) return;
        accepted += 1;
        const { plan, findings } = computeOutcome(design, catalog);
        buildScene({ design, plan, badges: badgesOf(findings) });
        composeScripts(design, plan);
        const prepared = prepareExport(design, catalog, { paper: 'A4', appVersion: '1.0.0' });
        // Nothing is exported while a cable cannot be laid; there is no other reason to refuse.
        if (!prepared.ok) expect(plan.links.some((link) => link.problem !== null)).toBe(true);
        else for (const exporter of exporters) exporter.produce(prepared.value);
        const saved = serializeDesign(embedParts(design, plan), '1.0.0');
        expect(parseDesignFile(saved).ok).toBe(true);
      }),
      { seed: SEED, numRuns: 600 },
    );
    expect(accepted).toBeGreaterThan(60);
  });
});
