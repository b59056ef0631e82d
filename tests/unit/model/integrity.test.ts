import { describe, expect, it } from 'vitest';
import { checkIntegrity, withRecords, type Design } from '../../../shared/model/index.ts';
import { templateById, templates } from '../../../shared/templates/index.ts';

const eight = templateById('eight-node-dual-10g')!.build();
const set = templateById('set-25g')!.build();

function editProfile(design: Design, change: (profile: any) => any): Design {
  const profile = [...design.profiles.values()][0]!;
  return withRecords(design, 'profiles', [change(structuredClone(profile))]);
}

describe('checkIntegrity', () => {
  it('finds nothing in a template', () => {
    for (const template of templates) expect(checkIntegrity(template.build())).toEqual([]);
  });

  it.each([
    [
      'cluster',
      withRecords(eight, 'nodes', [{ ...[...eight.nodes.values()][0]!, clusterId: 'gone' as never }]),
      /^nodes\/.+\/clusterId$/,
    ],
    [
      'port network',
      editProfile(eight, (p) => ((p.adapters[0].ports[0].networkId = 'gone'), p)),
      /ports\/0\/networkId$/,
    ],
    ['slot twice', editProfile(eight, (p) => (p.adapters.push(p.adapters[0]), p)), /adapters\/\d\/slot$/],
    [
      'port twice',
      editProfile(eight, (p) => (p.adapters[0].ports.push(p.adapters[0].ports[0]), p)),
      /ports\/\d\/port$/,
    ],
    ['team twice', editProfile(set, (p) => (p.teams.push(p.teams[0]), p)), /teams\/1\/name$/],
    ['member slot', editProfile(set, (p) => ((p.teams[0].members[0].slot = 'X'), p)), /members\/0$/],
    ['vNIC twice', editProfile(set, (p) => (p.vnics.push(p.vnics[0]), p)), /vnics\/\d\/name$/],
    ['vNIC team', editProfile(set, (p) => ((p.vnics[0].team = 'X'), p)), /vnics\/0\/team$/],
    ['vNIC network', editProfile(set, (p) => ((p.vnics[0].networkId = 'gone'), p)), /vnics\/0\/networkId$/],
    [
      'link switch',
      withRecords(eight, 'links', [
        { ...[...eight.links.values()][0]!, b: { kind: 'switch', switchId: 'gone' as never, port: '1' } },
      ]),
      /links\/.+\/b\/switchId$/,
    ],
    [
      'placement',
      withRecords(eight, 'placements', [{ id: 'gone' as never, x: 0, y: 0 }]),
      /^placements\/gone$/,
    ],
  ])('finds a broken %s', (_name, design, path) => {
    expect(checkIntegrity(design).map((broken) => broken.path)).toEqual([expect.stringMatching(path)]);
  });
});
