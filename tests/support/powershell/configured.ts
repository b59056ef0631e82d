import { expect } from 'vitest';
import { must } from '../../../shared/lib/assert.ts';
import { fabricOf, type Design, type FabricPolicy, type Profile } from '../../../shared/model/index.ts';
import { templateById } from '../../../shared/templates/index.ts';
import type { Binding } from './bind.ts';
import { checkOwnScript, show } from './check.ts';
import { compose, withRecords } from './designs.ts';
import { literalValue, type Literal } from './literal.ts';
import { findAll, type Syntax } from './parse.ts';

/** A new design of a template. */
export const build = (id: string) => must(templateById(id), `template ${id}`).build();

/** The design with another fabric policy. */
export function withFabric(design: Design, changed: Partial<FabricPolicy>): Design {
  return withRecords(design, { fabric: [{ ...fabricOf(design), ...changed }] });
}

/** The design with every profile changed. */
export function withProfiles(design: Design, change: (profile: Profile) => Partial<Profile>): Design {
  return withRecords(design, {
    profiles: [...design.profiles.values()].map((profile) => ({ ...profile, ...change(profile) })),
  });
}

/** Commands of the configuring script of a design's first node, and the node. */
export function configure(design: Design, nodeIndex = 0) {
  const { plan, scripts } = compose(design);
  const node = must(plan.nodes[nodeIndex], 'a node');
  const script = must(
    scripts.find((each) => each.nodeId === node.id),
    'its script',
  );
  const checked = checkOwnScript(script.text, node.os);
  expect(show(checked.problems)).toEqual([]);
  const verify = must(
    scripts.find((each) => each.nodeId === node.id && each.script === 'verify'),
    'its verification',
  );
  return { plan, node, text: script.text, verify: verify.text, ...checked };
}

/** The literal parameters of every call of a cmdlet. */
export function calls(bindings: readonly Binding[], name: string): Record<string, Literal | undefined>[] {
  return bindings
    .filter((binding) => binding.name === name)
    .map((binding) =>
      Object.fromEntries(
        binding.parameters
          .filter((each) => each.name !== 'Confirm' && each.name !== 'ErrorAction')
          .map((each) => [each.name ?? '?', each.value ? literalValue(each.value) : true]),
      ),
    );
}

/** Rows of a table of the script's head, `$Adapters` or `$Addresses`. */
export function table(root: Syntax, field: string): Record<string, Literal | undefined>[] {
  return findAll(root, 'hash_literal_expression')
    .map((hash) =>
      Object.fromEntries(
        findAll(hash, 'hash_entry').map((entry) => {
          const value = entry.children.find((child) => child.type === 'pipeline');
          return [must(entry.children[0], 'a key').text, value && literalValue(value)];
        }),
      ),
    )
    .filter((row) => field in row);
}
