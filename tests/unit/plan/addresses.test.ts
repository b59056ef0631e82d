import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalog } from '../../../shared/catalog/index.ts';
import type { Network, Node } from '../../../shared/model/index.ts';
import { computePlan } from '../../../shared/plan/index.ts';
import { arbitraryDesign } from '../../support/arbitrary-design.ts';
import { aDesign } from '../../support/builders.ts';

/** Addresses of `count` nodes with one dedicated port each, in node order. */
function addresses(
  count: number,
  network: Partial<Network>,
  pins: Readonly<Record<number, string>> = {},
): (string | null)[] {
  const builder = aDesign()
    .network('a', { subnet: '10.71.1.0/24', ...network })
    .profile('p', [{ part: 'nvidia-mcx311a-xcat', networks: ['a'] }]);
  for (let i = 1; i <= count; i++) {
    const pin = pins[i];
    const facts: Partial<Node> = pin === undefined ? {} : { pins: [{ endpoint: '1/1', address: pin }] };
    builder.cluster('FS', 'file-server', 'p', [`N${i}`], facts);
  }
  return computePlan(builder.build(), catalog).nodes.map((node) => node.endpoints[0]!.address);
}

describe('addresses', () => {
  it('count up from the first host in natural order of the nodes', () => {
    expect(addresses(11, {}).slice(0, 2)).toEqual(['10.71.1.11', '10.71.1.12']);
    expect(addresses(11, {}).at(-1)).toBe('10.71.1.21');
  });

  it('go on beyond one byte', () => {
    expect(addresses(3, { subnet: '10.64.0.0/14', firstHost: 255 })).toEqual([
      '10.64.0.255',
      '10.64.1.0',
      '10.64.1.1',
    ]);
  });

  it('start at the base of the subnet even when a host address is written', () => {
    expect(addresses(1, { subnet: '192.168.7.99/24', firstHost: 5 })).toEqual(['192.168.7.5']);
    expect(addresses(1, { subnet: '200.1.2.128/25', firstHost: 1 })).toEqual(['200.1.2.129']);
  });

  it('pass over the gateway and name servers', () => {
    expect(addresses(3, { gateway: '10.71.1.12', dns: ['10.71.1.13'] })).toEqual([
      '10.71.1.11',
      '10.71.1.14',
      '10.71.1.15',
    ]);
  });

  it('leave the others where they are when one is pinned', () => {
    expect(addresses(3, {}, { 2: '10.71.1.200' })).toEqual(['10.71.1.11', '10.71.1.200', '10.71.1.13']);
  });

  it('pass over a pinned address and fill places left when the end is reached', () => {
    expect(addresses(2, { subnet: '10.0.0.0/30', firstHost: 1 }, { 1: '10.0.0.2' })).toEqual([
      '10.0.0.2',
      '10.0.0.1',
    ]);
  });

  it('run out: the broadcast address is none, in a /31 both are', () => {
    expect(addresses(3, { subnet: '10.0.0.0/30', firstHost: 1 })).toEqual(['10.0.0.1', '10.0.0.2', null]);
    expect(addresses(2, { subnet: '10.0.0.0/31', firstHost: 1 })).toEqual(['10.0.0.1', null]);
  });

  it('are null without a subnet', () => {
    expect(addresses(1, { subnet: null })).toEqual([null]);
  });

  it('are different on each network in any design', () => {
    fc.assert(
      fc.property(arbitraryDesign(), (design) => {
        const given = computePlan(design, catalog)
          .nodes.flatMap((node) => node.endpoints)
          .filter((endpoint) => endpoint.address !== null)
          .map((endpoint) => `${endpoint.network.id} ${endpoint.address ?? ''}`);
        expect(new Set(given).size).toBe(given.length);
      }),
    );
  });
});

describe('endpoints', () => {
  const member = { slot: '1', port: 2 };
  const team = {
    name: 'Team',
    members: [{ slot: '1', port: 1 }, member],
    standby: [],
    mode: 'SwitchIndependent',
    loadBalancing: 'HyperVPort',
    iov: false,
    packetDirect: false,
    features: [],
  } as const;
  const vnic = {
    name: 'SMB1',
    team: 'Team',
    networkId: 'a' as Network['id'],
    rdma: true,
    priorityTag: true,
    mappedTo: member,
  };

  function endpoint(kind: 'set' | 'lbfo', virtualSwitch: boolean) {
    const design = aDesign()
      .network('a', { vlan: 711 })
      .profile('p', [{ part: 'nvidia-mcx512a-acat' }], {
        teams: [{ ...team, kind, virtualSwitch, members: [...team.members], standby: [], features: [] }],
        vnics: [vnic],
      })
      .cluster('FS', 'file-server', 'p', ['N1'])
      .build();
    return computePlan(design, catalog).nodes[0]!;
  }

  it('of a host vNIC carry the name Windows gives them and the member they are mapped to', () => {
    const node = endpoint('set', true);
    expect(node.endpoints[0]).toMatchObject({
      key: 'SMB1',
      name: 'vEthernet (SMB1)',
      vnic: 'SMB1',
      portId: 'n1/1/2',
    });
    expect(node.adapters[0]?.ports.map((port) => port.team?.name)).toEqual(['Team', 'Team']);
  });

  it('of an LBFO team without a switch carry the plain name', () => {
    expect(endpoint('lbfo', false).endpoints[0]?.name).toBe('SMB1');
  });
});
