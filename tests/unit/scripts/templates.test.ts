import { describe, expect, it } from 'vitest';
import { OS_VERSIONS } from '../../../shared/model/index.ts';
import { templates } from '../../../shared/templates/index.ts';
import { checkOwnScript, show } from '../../support/powershell/check.ts';
import { compose, oneOfEach, onSystem } from '../../support/powershell/designs.ts';
import { changesServer } from '../../support/powershell/house.ts';
import { parseAll } from '../../support/powershell/real-parser.ts';

const CASES = templates.flatMap((template) => OS_VERSIONS.map((os) => ({ id: template.id, os, template })));

describe.each(CASES)('$id on Windows Server $os', ({ template, os }) => {
  const composed = compose(onSystem(template.build(), os));
  const scripts = oneOfEach(composed);

  it('holds only commands that release has, written as the house wants, and verifies without a change', () => {
    expect(scripts.length).toBeGreaterThan(1);
    for (const script of scripts) {
      const { problems, bindings } = checkOwnScript(script.text, os);
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

  it('give the same bytes every time', () => {
    for (const template of templates) {
      const first = compose(template.build());
      const second = compose(template.build());
      expect(second.scripts).toEqual(first.scripts);
    }
  });
});
