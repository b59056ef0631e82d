import { describe, expect, it } from 'vitest';
import { must } from '../../../shared/lib/assert.ts';
import type { PartId } from '../../../shared/lib/ids.ts';
import type { OsVersion, Profile } from '../../../shared/model/index.ts';
import {
  build,
  calls,
  configure,
  table,
  withFabric,
  withProfiles,
} from '../../support/powershell/configured.ts';
import { onSystem, withRecords } from '../../support/powershell/designs.ts';

describe('a converged node of Windows Server 2016 to 2025', () => {
  const { node, plan, bindings, parsed, text } = configure(build('set-25g'));
  const team = must(node.profile.teams[0], 'a team');

  it('makes one embedded team of exactly the designed members, without a host adapter of its own', () => {
    expect(calls(bindings, 'New-VMSwitch')).toEqual([
      {
        Name: team.name,
        NetAdapterName: node.adapters.flatMap((adapter) =>
          adapter.ports.filter((port) => port.team === team).map((port) => port.name),
        ),
        EnableEmbeddedTeaming: true,
        AllowManagementOS: false,
        EnableIov: team.iov,
      },
    ]);
    expect(calls(bindings, 'Set-VMSwitchTeam')).toContainEqual({
      Name: team.name,
      LoadBalancingAlgorithm: 'HyperVPort',
    });
  });

  it('adds, tags, maps every host adapter as designed', () => {
    const { vnics } = node.profile;
    const networks = new Map(plan.networks.map((network) => [network.id, network]));
    const portName = (slot: string, port: number) =>
      node.adapters.find((adapter) => adapter.slot.slot === slot)?.ports.find((each) => each.number === port)
        ?.name;
    expect(calls(bindings, 'Add-VMNetworkAdapter')).toEqual(
      vnics.map((vnic) => ({ ManagementOS: true, SwitchName: vnic.team, Name: vnic.name })),
    );
    expect(calls(bindings, 'Set-VMNetworkAdapterVlan')).toEqual(
      vnics.map((vnic) => ({
        ManagementOS: true,
        VMNetworkAdapterName: vnic.name,
        Access: true,
        VlanId: networks.get(vnic.networkId)?.vlan,
      })),
    );
    expect(calls(bindings, 'Set-VMNetworkAdapter')).toEqual(
      vnics.map((vnic) => ({
        ManagementOS: true,
        Name: vnic.name,
        IeeePriorityTag: vnic.priorityTag ? 'On' : 'Off',
      })),
    );
    expect(calls(bindings, 'Set-VMNetworkAdapterTeamMapping')).toEqual(
      vnics.flatMap(({ name, mappedTo }) =>
        mappedTo
          ? [
              {
                ManagementOS: true,
                SwitchName: team.name,
                VMNetworkAdapterName: name,
                PhysicalNetAdapterName: portName(mappedTo.slot, mappedTo.port),
              },
            ]
          : [],
      ),
    );
  });

  it('turns RDMA on for the members and for the storage host adapters only', () => {
    const on = calls(bindings, 'Enable-NetAdapterRdma').map((call) => call['Name']);
    const members = node.adapters.flatMap((adapter) => adapter.ports.map((port) => port.name));
    expect(on).toEqual([
      ...members,
      ...node.profile.vnics.filter((vnic) => vnic.rdma).map((vnic) => `vEthernet (${vnic.name})`),
    ]);
    expect(calls(bindings, 'Disable-NetAdapterRdma').map((call) => call['Name'])).toEqual(
      node.profile.vnics.filter((vnic) => !vnic.rdma).map((vnic) => `vEthernet (${vnic.name})`),
    );
  });

  it('takes the VLAN off the members and gives members and storage host adapters the frame size', () => {
    const properties = calls(bindings, 'Set-NetAdapterAdvancedProperty');
    const of = (keyword: string) =>
      properties
        .filter((call) => call['RegistryKeyword'] === keyword)
        .map((call) => [call['Name'], call['RegistryValue']]);
    const members = node.adapters.flatMap((adapter) => adapter.ports.map((port) => port.name));
    expect(of('VlanID')).toEqual(members.map((name) => [name, '0']));
    // 9000 bytes of IP and 14 of Ethernet header.
    expect(of('*JumboPacket')).toEqual(
      [...members, 'vEthernet (SMB1)', 'vEthernet (SMB2)'].map((name) => [name, '9014']),
    );
    expect(of('*FlowControl')).toEqual(members.map((name) => [name, '0']));
    expect(of('*NetworkDirectTechnology')).toEqual(members.map((name) => [name, '4']));
  });

  it('configures one lossless priority and the shares of the fabric policy', () => {
    const fabric = plan.fabric;
    expect(calls(bindings, 'Set-NetQosDcbxSetting')).toEqual([{ Willing: false }]);
    expect(calls(bindings, 'New-NetQosPolicy')).toEqual([
      { Name: 'SMB', NetDirectPortMatchCondition: 445, PriorityValue8021Action: fabric.smbPriority },
      { Name: 'Cluster', Cluster: true, PriorityValue8021Action: fabric.clusterPriority },
      { Name: 'DEFAULT', Default: true, PriorityValue8021Action: 0 },
    ]);
    expect(calls(bindings, 'Enable-NetQosFlowControl')).toEqual([{ Priority: fabric.smbPriority }]);
    expect(calls(bindings, 'Disable-NetQosFlowControl')).toEqual([{ Priority: [0, 1, 2, 4, 5, 6, 7] }]);
    expect(calls(bindings, 'New-NetQosTrafficClass')).toEqual([
      { Name: 'SMB', Priority: fabric.smbPriority, BandwidthPercentage: fabric.smbShare, Algorithm: 'ETS' },
      {
        Name: 'Cluster',
        Priority: fabric.clusterPriority,
        BandwidthPercentage: fabric.clusterShare,
        Algorithm: 'ETS',
      },
    ]);
    expect(calls(bindings, 'Enable-NetAdapterQos').map((call) => call['Name'])).toEqual(
      node.adapters.flatMap((adapter) => adapter.ports.map((port) => port.name)),
    );
  });

  it('shows the addresses of the plan at the top, without gateway or DNS on storage', () => {
    const rows = table(parsed.root, 'Address');
    expect(rows.map((row) => [row['Interface'], row['Address'], row['PrefixLength']])).toEqual(
      node.endpoints.map((endpoint) => [endpoint.name, endpoint.address, endpoint.prefixLength]),
    );
    for (const [i, endpoint] of node.endpoints.entries()) {
      const storage = endpoint.network.purpose === 'storage';
      expect(rows[i]).toMatchObject(
        storage
          ? { Gateway: null, Dns: [], Internal: true }
          : { Gateway: endpoint.network.gateway, Internal: false },
      );
    }
    expect(text.indexOf(node.endpoints[0]?.address ?? '?')).toBeLessThan(text.indexOf('Set-StrictMode'));
    expect(text.indexOf(node.record.name)).toBeLessThan(400);
  });

  it('limits live migration in bytes per second', () => {
    // 750 MB of 10^6 bytes.
    expect(calls(bindings, 'Set-SmbBandwidthLimit')).toEqual([
      { Category: 'LiveMigration', BytesPerSecond: 750_000_000 },
    ]);
    expect(calls(bindings, 'Set-VMHost')).toEqual([{ VirtualMachineMigrationPerformanceOption: 'SMB' }]);
  });

  it('works in the order in which each stage finds what it needs', () => {
    const first = (name: string) => bindings.find((binding) => binding.name === name)?.command.line ?? NaN;
    const order = [
      'Install-WindowsFeature',
      'Rename-NetAdapter',
      'Set-NetAdapterAdvancedProperty',
      'Set-NetQosDcbxSetting',
      'New-NetQosPolicy',
      'Enable-NetQosFlowControl',
      'Enable-NetAdapterQos',
      'New-NetQosTrafficClass',
      'New-VMSwitch',
      'Set-VMSwitchTeam',
      'Add-VMNetworkAdapter',
      'Set-VMNetworkAdapterVlan',
      'Set-VMNetworkAdapter',
      'Set-VMNetworkAdapterTeamMapping',
      'Enable-NetAdapterRdma',
      'Set-NetIPInterface',
      'New-NetIPAddress',
      'Set-VMHost',
    ];
    const lines = order.map(first);
    expect(lines).toEqual([...lines].sort((a, b) => a - b));
  });
});

describe('a node of Windows Server 2012 R2', () => {
  const { node, bindings, text } = configure(build('dedicated-2012r2'), 2);

  it('keeps RDMA adapters out of teams, and tags storage on the adapter itself', () => {
    const names = new Set(bindings.map((binding) => binding.name));
    for (const later of ['Set-VMSwitchTeam', 'Set-VMNetworkAdapterTeamMapping'])
      expect(names).not.toContain(later);
    expect(text).not.toContain('-EnableEmbeddedTeaming');
    const dedicated = node.endpoints.filter((endpoint) => endpoint.kind === 'port');
    expect(dedicated.length).toBeGreaterThan(0);
    const vlans = calls(bindings, 'Set-NetAdapterAdvancedProperty').filter(
      (call) => call['RegistryKeyword'] === 'VlanID',
    );
    for (const endpoint of dedicated)
      expect(vlans).toContainEqual({
        Name: endpoint.name,
        RegistryKeyword: 'VlanID',
        RegistryValue: String(endpoint.network.vlan),
      });
  });

  it('teams the other ports with LBFO', () => {
    const team = must(
      node.profile.teams.find((each) => each.kind === 'lbfo'),
      'an LBFO team',
    );
    const members = node.adapters.flatMap((adapter) =>
      adapter.ports.filter((port) => port.team?.name === team.name).map((port) => port.name),
    );
    expect(calls(bindings, 'New-NetLbfoTeam')).toMatchObject([
      {
        Name: team.name,
        TeamMembers: members,
        TeamingMode: team.mode,
        LoadBalancingAlgorithm: team.loadBalancing,
      },
    ]);
  });

  it('uses the global DCB policy only: there is no other before Windows Server 2016', () => {
    for (const name of ['Set-NetQosDcbxSetting', 'Enable-NetQosFlowControl', 'New-NetQosTrafficClass'])
      for (const call of calls(bindings, name)) expect(call).not.toHaveProperty('InterfaceAlias');
  });
});

describe('heads of the scripts', () => {
  it.each([
    ['2012', '3.0', 9200],
    ['2012r2', '4.0', 9600],
    ['2016', '5.1', 14393],
    ['2019', '5.1', 17763],
    ['2022', '5.1', 20348],
    ['2025', '5.1', 26100],
  ] as const)('%s asks for Windows PowerShell %s and build %d', (os: OsVersion, shell, buildNumber) => {
    const { text, verify } = configure(onSystem(build('eight-node-dual-10g'), os));
    for (const each of [text, verify]) expect(each.startsWith(`#Requires -Version ${shell}\r\n`)).toBe(true);
    // PowerShell 3.0 does not know this requirement and would refuse the file.
    expect(text.includes('#Requires -RunAsAdministrator')).toBe(os !== '2012');
    expect(text).toContain('[System.Security.Principal.WindowsBuiltInRole]::Administrator');
    expect(text).toContain(`[int]$ExpectedBuild = ${buildNumber}`);
    expect(text).toContain('[CmdletBinding(SupportsShouldProcess = $true');
    expect(text).toContain('# Design: a1b2c3\r\n');
  });
});

describe('finding adapters', () => {
  const design = build('set-25g');

  it('by PCI slot and order in the slot when no address is known', () => {
    expect(table(configure(design).parsed.root, 'PciSlot')).toEqual([
      { Name: 'SLOT 1 Port 1', Mac: null, PciSlot: 1, Slot: '1', Port: 1, PortsInSlot: 2, Index: 0 },
      { Name: 'SLOT 1 Port 2', Mac: null, PciSlot: 1, Slot: '1', Port: 2, PortsInSlot: 2, Index: 0 },
    ]);
  });

  it('by MAC address where it is known', () => {
    const nodes = [...design.nodes.values()].map((node) => ({
      ...node,
      macs: [{ slot: '1', port: 2, mac: '0C-42-A1-00-00-0F' }],
    }));
    const { parsed, verify } = configure(withRecords(design, { nodes }));
    expect(table(parsed.root, 'PciSlot').map((row) => row['Mac'])).toEqual([null, '0C42A100000F']);
    expect(verify).toContain("-Expected '0C42A100000F'");
  });

  it('by the slot only where each of its ports has a PCI function of its own, however an address is written', () => {
    // Both ports of a ConnectX-3 share one function: their order in the slot would be chance.
    const { text } = configure(build('eight-node-dual-10g'));
    expect(text).toContain(
      'if ($inSlot.Count -eq $adapter.PortsInSlot -and $places.Count -eq $inSlot.Count) {',
    );
    expect(text).toMatch(
      /slot \{1\} does not tell which adapter is port \{2\} of \{3\}\. Write the MAC addresses/,
    );
    // Whoever writes an address into the table may write it as Windows shows it, with dashes.
    expect(text).toContain("-eq ($adapter.Mac -replace '[-:]', '')");
  });

  it('not at all by a slot that has no number: the script then lists and stops', () => {
    const moved = JSON.parse(
      JSON.stringify([...design.profiles.values()]).replaceAll('"slot":"1"', '"slot":"OCP"'),
    ) as Profile[];
    const { parsed } = configure(withRecords(design, { profiles: moved, links: [] }));
    expect(table(parsed.root, 'PciSlot').map((row) => [row['PciSlot'], row['Slot']])).toEqual([
      [null, 'OCP'],
      [null, 'OCP'],
    ]);
  });
});

describe('settings of the design', () => {
  it('leaves DCB alone when the fabric has none', () => {
    const { text, verify } = configure(withFabric(build('eight-node-dual-10g'), { dcb: false }));
    for (const each of [text, verify]) expect(each).not.toMatch(/Qos|Data-Center-Bridging/);
  });

  it('sets iWARP, RoCE v1 and RoCE v2 by their numbers', () => {
    const technologies = (['iWARP', 'RoCEv1', 'RoCEv2'] as const).map((protocol) => {
      const design = withProfiles(build('set-25g'), ({ adapters }) => ({
        adapters: adapters.map((adapter) => ({ ...adapter, protocol })),
      }));
      const values = calls(configure(design).bindings, 'Set-NetAdapterAdvancedProperty').filter(
        (call) => call['RegistryKeyword'] === '*NetworkDirectTechnology',
      );
      return [...new Set(values.map((call) => call['RegistryValue']))];
    });
    expect(technologies).toEqual([['1'], ['3'], ['4']]);
  });

  it('opens the firewall for iWARP, which runs over TCP, and leaves it alone for RoCE', () => {
    const rules = (['iWARP', 'RoCEv2'] as const).map((protocol) => {
      const partId = (protocol === 'iWARP' ? 'chelsio-t62100-cr' : 'nvidia-mcx512a-acat') as PartId;
      const design = withProfiles(build('set-25g'), ({ adapters }) => ({
        adapters: adapters.map((adapter) => ({ ...adapter, partId, protocol })),
      }));
      const { bindings, verify } = configure(design);
      const opened = calls(bindings, 'Enable-NetFirewallRule').map((call) => call['Name']);
      return [opened, verify.includes('FPSSMBD-iWARP-In-TCP')];
    });
    expect(rules).toEqual([
      [['FPSSMBD-iWARP-In-TCP'], true],
      [[], false],
    ]);
  });

  it('removes own traffic classes only, never the default one', () => {
    const { text } = configure(build('set-25g'));
    expect(text).toMatch(
      /Get-NetQosTrafficClass \| Where-Object -FilterScript \{ -not \$_\.Name\.StartsWith\('\['\) \} \| Remove-NetQosTrafficClass/,
    );
  });

  it('writes further classes, willing, MTU and link pause as the policy says', () => {
    const { bindings } = configure(
      withFabric(build('set-25g'), {
        dcbxWilling: true,
        mtu: 1500,
        hostFlowControl: true,
        losslessPriorities: [],
        extraClasses: [{ name: 'Backup', priority: 5, share: 10 }],
      }),
    );
    expect(calls(bindings, 'Set-NetQosDcbxSetting')).toEqual([{ Willing: true }]);
    expect(calls(bindings, 'Enable-NetQosFlowControl')).toEqual([]);
    expect(calls(bindings, 'Disable-NetQosFlowControl')).toEqual([{ Priority: [0, 1, 2, 3, 4, 5, 6, 7] }]);
    expect(calls(bindings, 'New-NetQosTrafficClass')).toContainEqual({
      Name: 'Backup',
      Priority: 5,
      BandwidthPercentage: 10,
      Algorithm: 'ETS',
    });
    const values = calls(bindings, 'Set-NetAdapterAdvancedProperty').map((call) => [
      call['RegistryKeyword'],
      call['RegistryValue'],
    ]);
    expect(values).toContainEqual(['*JumboPacket', '1514']);
    expect(values).toContainEqual(['*FlowControl', '3']);
  });

  it('lets flow control work under a kernel debugger', () => {
    const { bindings } = configure(withProfiles(build('set-25g'), () => ({ kernelDebugger: true })));
    expect(calls(bindings, 'Set-ItemProperty')).toEqual([
      {
        Path: 'HKLM:\\SYSTEM\\CurrentControlSet\\Services\\NDIS\\Parameters',
        Name: 'AllowFlowControlUnderDebugger',
        Type: 'DWord',
        Value: 1,
        Force: true,
      },
    ]);
  });

  it('makes a plain virtual switch without embedded teaming, said in so many words', () => {
    const design = withProfiles(build('set-25g'), ({ teams, vnics }) => ({
      teams: teams.map((team) => ({ ...team, kind: 'vswitch' as const, members: team.members.slice(0, 1) })),
      vnics: vnics.map((vnic) => ({ ...vnic, mappedTo: null })),
    }));
    const { bindings } = configure(design);
    expect(calls(bindings, 'New-VMSwitch')).toMatchObject([
      { EnableEmbeddedTeaming: false, NetAdapterName: 'SLOT 1 Port 1' },
    ]);
    expect(calls(bindings, 'Set-VMSwitchTeam')).toEqual([]);
  });
});
