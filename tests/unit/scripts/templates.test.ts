import { describe, expect, it } from 'vitest';
import { must } from '../../../shared/lib/assert.ts';
import { OS_VERSIONS } from '../../../shared/model/index.ts';
import { composeFrom } from '../../../shared/scripts/compose.ts';
import { composeScripts, SCRIPT_STEPS } from '../../../shared/scripts/index.ts';
import { templates } from '../../../shared/templates/index.ts';
import { checkOwnScript, show } from '../../support/powershell/check.ts';
import { compose, oneOfEach, onSystem } from '../../support/powershell/designs.ts';
import { changesServer } from '../../support/powershell/house.ts';
import { parsePowerShell, type Parsed } from '../../support/powershell/parse.ts';
import { parseAll } from '../../support/powershell/real-parser.ts';

const CASES = templates.flatMap((template) => OS_VERSIONS.map((os) => ({ id: template.id, os, template })));

const trees = new Map<string, Parsed>();

/** Parses scripts once that differ only in the release they name. */
function parsedOnce(text: string): Parsed {
  const shape = text.replace(/^#Requires.*$|Windows Server 20\d\d|\b(14393|17763|20348|26100)\b/gm, '');
  const parsed = trees.get(shape) ?? parsePowerShell(text);
  trees.set(shape, parsed);
  return parsed;
}

describe.each(CASES)('$id on Windows Server $os', ({ template, os }) => {
  const composed = compose(onSystem(template.build(), os));
  const scripts = oneOfEach(composed);

  it('holds only commands that release has, written as the house wants, and verifies without a change', () => {
    expect(scripts.length).toBeGreaterThan(1);
    for (const script of scripts) {
      const { problems, bindings } = checkOwnScript(script.text, os, parsedOnce(script.text));
      expect(show(problems), script.path).toEqual([]);
      expect(bindings.some(changesServer), script.path).toBe(script.script === 'configure');
    }
  });

  it('writes two scripts for every node, each in a folder of its own', () => {
    expect(composed.scripts.length).toBe(composed.plan.nodes.length * 2);
    expect(new Set(composed.scripts.map((script) => script.path.toLowerCase())).size).toBe(
      composed.scripts.length,
    );
  });

  it('names every adapter port of its node', () => {
    for (const script of composed.scripts) {
      const node = composed.plan.nodeById.get(script.nodeId);
      expect(script.ports).toEqual(node?.adapters.flatMap((adapter) => adapter.ports.map((port) => port.id)));
    }
  });
});

describe('all templates', () => {
  it('parse with the best parser this machine has', () => {
    const scripts = new Map(
      templates.flatMap((template) =>
        oneOfEach(compose(template.build())).map(
          (script) => [`${template.id} ${script.path}`, script.text] as const,
        ),
      ),
    );
    expect(parseAll(scripts)).toEqual([]);
  });

  it('are the same for one node alone as among all', () => {
    const { design, plan, scripts } = compose(must(templates[1], 'a template').build());
    for (const node of plan.nodes)
      expect(composeScripts(design, plan, 'a1b2c3', node.id)).toEqual(
        scripts.filter((script) => script.nodeId === node.id),
      );
  });

  it('share between nodes of a profile only what is the same for them', () => {
    const alone = SCRIPT_STEPS.map(({ perProfile: _, ...step }) => step);
    for (const template of templates) {
      const { design, plan, scripts } = compose(template.build());
      expect(composeFrom(alone, design, plan, 'a1b2c3')).toEqual(scripts);
    }
  });

  it('give the same bytes every time', () => {
    for (const template of templates) {
      const first = compose(template.build());
      const second = compose(template.build());
      expect(second.scripts).toEqual(first.scripts);
    }
  });
});
