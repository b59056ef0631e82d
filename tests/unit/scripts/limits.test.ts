import { describe, expect, it } from 'vitest';
import { must } from '../../../shared/lib/assert.ts';
import type { Design } from '../../../shared/model/index.ts';
import { checkScript } from '../../support/powershell/check.ts';
import { build, calls, configure, withProfiles } from '../../support/powershell/configured.ts';
import { compose, onSystem, withRecords } from '../../support/powershell/designs.ts';

describe('designs no script can build', () => {
  const cases: readonly { readonly what: string; readonly design: Design; readonly says: RegExp }[] = [
    {
      what: 'SET on 2012 R2',
      design: onSystem(build('set-25g'), '2012r2'),
      says: /needs Windows Server 2016/,
    },
    {
      what: 'SET with LACP',
      design: withProfiles(build('set-25g'), ({ teams }) => ({
        teams: teams.map((team) => ({ ...team, mode: 'LACP' as const })),
      })),
      says: /only the mode SwitchIndependent/,
    },
    {
      what: 'SET with address hashing',
      design: withProfiles(build('set-25g'), ({ teams }) => ({
        teams: teams.map((team) => ({ ...team, loadBalancing: 'TransportPorts' as const })),
      })),
      says: /HyperVPort or Dynamic/,
    },
    {
      what: 'a team without members',
      design: withProfiles(build('set-25g'), ({ teams }) => ({
        teams: teams.map((team) => ({ ...team, members: [] })),
      })),
      says: /has no member/,
    },
    {
      what: 'a plain switch on two adapters',
      design: withProfiles(build('set-25g'), ({ teams }) => ({
        teams: teams.map((team) => ({ ...team, kind: 'vswitch' as const })),
      })),
      says: /takes one adapter/,
    },
  ];

  it.each(cases)('$what: says why, stops before any change, and leaves the team out', ({ design, says }) => {
    const { text, verify, bindings } = configure(design);
    expect(text).toMatch(says);
    expect(verify).toMatch(says);
    expect(calls(bindings, 'New-VMSwitch')).toEqual([]);
    const stop = text.split('\r\n').findIndex((line) => line.includes('Stopped before any change')) + 1;
    const changes = bindings.filter((binding) =>
      /^(New|Set|Add|Remove|Enable|Disable|Rename|Install)-(Net|VM|Windows|Dns|Smb)/.test(binding.name ?? ''),
    );
    expect(Math.min(...changes.map((binding) => binding.command.line))).toBeGreaterThan(stop);
  });
});

describe('verification', () => {
  it('tries every peer on both storage networks with a packet of full size', () => {
    const { node, plan, verify } = configure(build('set-25g'));
    const own = new Set(node.endpoints.map((endpoint) => endpoint.network.id));
    const peers = plan.nodes
      .filter((each) => each !== node)
      .flatMap((each) =>
        each.endpoints.filter(
          (endpoint) => endpoint.network.purpose === 'storage' && own.has(endpoint.network.id),
        ),
      );
    expect(peers.length).toBe(6);
    // 9000 bytes less 20 of IPv4 and 8 of ICMP.
    for (const peer of peers)
      expect(verify).toContain(`Test-Ping -Address '${peer.address ?? ''}' -Bytes 8972`);
    expect(verify.match(/Test-Ping -Address/g)).toHaveLength(6);
  });

  it('tries at most sixteen peers a network, and every node is tried by as many', () => {
    const design = build('eight-node-dual-10g');
    const pattern = must([...design.nodes.values()][0], 'a node');
    const nodes = Array.from({ length: 60 }, (_, i) => ({
      ...pattern,
      id: `n${i}` as typeof pattern.id,
      name: `N${i}`,
    }));
    const { plan, scripts } = compose(withRecords(design, { nodes, links: [], placements: [] }));
    const tried = new Map<string, number>();
    for (const script of scripts) {
      const pings = [...script.text.matchAll(/Test-Ping -Address '([^']+)'/g)].map((match) => match[1] ?? '');
      for (const address of pings) tried.set(address, (tried.get(address) ?? 0) + 1);
    }
    const storage = plan.nodes.flatMap((node) =>
      node.endpoints.filter((endpoint) => endpoint.network.purpose === 'storage'),
    );
    expect(storage.length).toBeGreaterThan(60);
    expect([...tried.values()].every((count) => count === 16)).toBe(true);
    expect(tried.size).toBe(storage.length);
  });

  it('returns objects with name, expected, actual and pass, an overall one and an exit code', () => {
    const { verify } = configure(build('two-node-10g'));
    const { bindings } = checkScript(verify, '2012r2');
    const checks = bindings.filter((binding) => binding.name === 'Add-Check');
    expect(checks.length).toBeGreaterThan(10);
    for (const check of checks)
      expect(check.parameters.map((each) => each.name)).toEqual(['Name', 'Expected', 'Read']);
    expect(verify).toContain("Name = 'Overall'");
    expect(verify).toMatch(/if \(-not \$pass\) \{ exit 1 \}\r\nexit 0\r\n$/);
  });
});
