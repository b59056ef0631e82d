import { describe, expect, it } from 'vitest';
import { id, type NodeId } from '../../../shared/lib/ids.ts';
import { checkIntegrity, withRecords, type Design, type Profile } from '../../../shared/model/index.ts';
import { templateById, templates } from '../../../shared/templates/index.ts';

const eight = templateById('eight-node-dual-10g')!.build();
const set = templateById('set-25g')!.build();

/** The design with its first profile changed; the change gets a copy that shares nothing. */
function editProfile(design: Design, change: (profile: Profile) => void): Design {
  const profile = JSON.parse(JSON.stringify([...design.profiles.values()][0])) as Profile;
  change(profile);
  return withRecords(design, 'profiles', [profile]);
}

describe('checkIntegrity', () => {
  it('finds nothing in a template', () => {
    for (const template of templates) expect(checkIntegrity(template.build())).toEqual([]);
  });

  it.each<readonly [string, Design, RegExp]>([
    [
      'cluster',
      withRecords(eight, 'nodes', [{ ...[...eight.nodes.values()][0]!, clusterId: id('gone') }]),
      /^nodes\/.+\/clusterId$/,
    ],
    [
      'port network',
      editProfile(eight, (p) => void (p.adapters[0]!.ports[0]!.networkId = id('gone'))),
      /ports\/0\/networkId$/,
    ],
    ['slot twice', editProfile(eight, (p) => void p.adapters.push(p.adapters[0]!)), /adapters\/\d\/slot$/],
    [
      'port twice',
      editProfile(eight, (p) => void p.adapters[0]!.ports.push(p.adapters[0]!.ports[0]!)),
      /ports\/\d\/port$/,
    ],
    ['team twice', editProfile(set, (p) => void p.teams.push(p.teams[0]!)), /teams\/1\/name$/],
    ['member slot', editProfile(set, (p) => void (p.teams[0]!.members[0]!.slot = 'X')), /members\/0$/],
    ['vNIC twice', editProfile(set, (p) => void p.vnics.push(p.vnics[0]!)), /vnics\/\d\/name$/],
    ['vNIC team', editProfile(set, (p) => void (p.vnics[0]!.team = 'X')), /vnics\/0\/team$/],
    [
      'vNIC network',
      editProfile(set, (p) => void (p.vnics[0]!.networkId = id('gone'))),
      /vnics\/0\/networkId$/,
    ],
    [
      'link switch',
      withRecords(eight, 'links', [
        { ...[...eight.links.values()][0]!, b: { kind: 'switch', switchId: id('gone'), port: '1' } },
      ]),
      /links\/.+\/b\/switchId$/,
    ],
    [
      'placement',
      withRecords(eight, 'placements', [{ id: id<NodeId>('gone'), x: 0, y: 0 }]),
      /^placements\/gone$/,
    ],
  ])('finds a broken %s', (_name, design, path) => {
    expect(checkIntegrity(design).map((broken) => broken.path)).toEqual([expect.stringMatching(path)]);
  });
});
