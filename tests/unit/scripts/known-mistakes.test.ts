import { describe, expect, it } from 'vitest';
import type { OsVersion } from '../../../shared/model/index.ts';
import { checkOwnScript, checkScript, show } from '../../support/powershell/check.ts';

/**
 * Commands as published in two Microsoft pages: A, "Deploy SMB Direct with RoCE Network Adapters", and B,
 * "Remote Direct Memory Access and Switch Embedded Teaming". What a server makes of each was established by
 * documentation and by hand; the check must agree, or it would let the same mistakes through here.
 */
const REFUSED: readonly { line: string; os: OsVersion; command: string; says: RegExp }[] = [
  {
    line: 'A 87 placeholders',
    os: '2012r2',
    command:
      'Set-NetAdapterAdvancedProperty -Name <Network Adapter Name> -RegistryKeyword "VlanID" -RegistryValue <ID>',
    says: /not quoted/,
  },
  {
    line: 'A 103 wrongly decoded dash',
    os: '2012r2',
    command:
      'Set-ItemProperty HKLM:"\\SYSTEM\\CurrentControlSet\\Services\\NDIS\\Parameters" AllowFlowControlUnderDebugger -Type DWORD -Value 1 \u00e2\u20ac\u201cForce',
    says: /./,
  },
  {
    line: 'B 84 no -ManagementOS',
    os: '2016',
    command: 'Add-VMNetworkAdapter -SwitchName RDMAswitch -Name SMB_1',
    says: /lacks -VMName/,
  },
  {
    line: 'B 85 comma missing',
    os: '2016',
    command: 'Enable-NetAdapterRDMA "vEthernet (SMB_1)" "SLOT 2"',
    says: /without a name/,
  },
  {
    line: 'B 110 comma missing',
    os: '2016',
    command: 'Enable-NetAdapterRDMA "vEthernet (SMB_1)","vEthernet (SMB_2)" "SLOT 2", "SLOT 3"',
    says: /without a name/,
  },
];

const ACCEPTED: readonly { line: string; os: OsVersion; command: string }[] = [
  { line: 'A 71', os: '2012r2', command: 'Remove-NetQosTrafficClass' },
  { line: 'A 72', os: '2012r2', command: 'Remove-NetQosPolicy -Confirm:$False' },
  { line: 'A 75', os: '2012r2', command: 'Install-WindowsFeature Data-Center-Bridging' },
  { line: 'A 78', os: '2012r2', command: 'Set-NetQosDcbxSetting -Willing 0' },
  {
    line: 'A 81',
    os: '2012r2',
    command: 'New-NetQosPolicy "SMB" -NetDirectPortMatchCondition 445 -PriorityValue8021Action 3',
  },
  { line: 'A 82', os: '2012r2', command: 'New-NetQosPolicy "DEFAULT" -Default -PriorityValue8021Action 3' },
  {
    line: 'A 83',
    os: '2012r2',
    command: 'New-NetQosPolicy "TCP" -IPProtocolMatchCondition TCP -PriorityValue8021Action 1',
  },
  {
    line: 'A 84',
    os: '2012r2',
    command: 'New-NetQosPolicy "UDP" -IPProtocolMatchCondition UDP -PriorityValue8021Action 1',
  },
  { line: 'A 90', os: '2012r2', command: 'Enable-NetQosFlowControl -Priority 3' },
  { line: 'A 91', os: '2012r2', command: 'Disable-NetQosFlowControl 0,1,2,4,5,6,7' },
  { line: 'A 94', os: '2012r2', command: 'Enable-NetAdapterQos -InterfaceAlias "Ethernet 4"' },
  {
    line: 'A 97',
    os: '2012r2',
    command: 'New-NetQoSTrafficClass "SMB" -Priority 3 -Bandwidth 60 -Algorithm ETS',
  },
  {
    line: 'A 103 with a plain dash',
    os: '2012r2',
    command:
      'Set-ItemProperty HKLM:"\\SYSTEM\\CurrentControlSet\\Services\\NDIS\\Parameters" AllowFlowControlUnderDebugger -Type DWORD -Value 1 -Force',
  },
  { line: 'A 120', os: '2012r2', command: 'Set-NetIPInterface -InterfaceAlias RDMA1 -DHCP Disabled' },
  {
    line: 'A 121',
    os: '2012r2',
    command: 'Remove-NetIPAddress -InterfaceAlias RDMA1 -AddressFamily IPv4 -Confirm:$false',
  },
  {
    line: 'A 122',
    os: '2012r2',
    command: 'New-NetIPAddress -InterfaceAlias RDMA1 -IPAddress 192.168.1.10 -PrefixLength 24 -Type Unicast',
  },
  {
    line: 'A 123',
    os: '2012r2',
    command: 'Set-DnsClientServerAddress -InterfaceAlias RDMA1 -ServerAddresses 192.168.1.2',
  },
  {
    line: 'B 65',
    os: '2016',
    command: 'New-NetQosTrafficClass "SMB"  -Priority 3  -BandwidthPercentage 30  -Algorithm ETS',
  },
  { line: 'B 80', os: '2016', command: 'New-VMSwitch -Name RDMAswitch -NetAdapterName "SLOT 2"' },
  {
    line: 'B 95',
    os: '2016',
    command: 'New-VMSwitch -Name SETswitch -NetAdapterName "SLOT 2","SLOT 3" -EnableEmbeddedTeaming $true',
  },
  {
    line: 'B 99',
    os: '2016',
    command: 'Add-VMNetworkAdapter -SwitchName SETswitch -Name SMB_1 -managementOS',
  },
  {
    line: 'B 104',
    os: '2016',
    command:
      'Set-VMNetworkAdapterIsolation -ManagementOS -VMNetworkAdapterName SMB_1  -IsolationMode VLAN -DefaultIsolationID 42',
  },
  { line: 'B 114', os: '2016', command: 'Get-NetAdapterRdma | fl *' },
  { line: 'B 327', os: '2016', command: 'New-VMSwitch -Name TeamedvSwitch -NetAdapterName "NIC 1","NIC 2"' },
  {
    line: 'B 361',
    os: '2016',
    command: 'Set-VMSwitchTeam -Name TeamedvSwitch -LoadBalancingAlgorithm Dynamic',
  },
  {
    line: 'B 368 typographic dashes and quotes',
    os: '2016',
    command:
      'Set-VMNetworkAdapterTeamMapping -VMNetworkAdapterName SMB_1 \u2013ManagementOS \u2013PhysicalNetAdapterName \u201cSLOT 2\u201d',
  },
  {
    line: 'the correct form of B 84',
    os: '2016',
    command: 'Add-VMNetworkAdapter -ManagementOS -SwitchName RDMAswitch -Name SMB_1',
  },
  {
    line: 'the correct form of B 85',
    os: '2016',
    command: "Enable-NetAdapterRdma -Name 'vEthernet (SMB_1)','SLOT 2'",
  },
  {
    line: 'the correct form of A 71',
    os: '2016',
    command: 'Get-NetQosTrafficClass | Remove-NetQosTrafficClass -Confirm:$false',
  },
];

describe('commands of published examples', () => {
  it.each(REFUSED)('refuses $line', ({ os, command, says }) => {
    expect(show(checkScript(`${command}\r\n`, os).problems).join('\n')).toMatch(says);
  });
  it.each(ACCEPTED)('accepts $line', ({ os, command }) => {
    expect(show(checkScript(`${command}\r\n`, os).problems)).toEqual([]);
  });
});

describe('other mistakes of the same kind', () => {
  it.each([
    { what: 'a cmdlet that does not exist', command: "Enable-NetAdapterRdmma -Name 'a'", says: /no cmdlet/ },
    {
      what: 'a parameter that does not exist',
      command: "New-VMSwitch -Name 'a' -NetAdapterNames 'b'",
      says: /no parameter/,
    },
    { what: 'an ambiguous abbreviation', command: "New-NetIPAddress -I 'a'", says: /could be/ },
    {
      what: 'a parameter without its value',
      command: "New-VMSwitch -NetAdapterName 'b' -Name",
      says: /no value/,
    },
    {
      what: 'a Boolean as text',
      command: "New-VMSwitch -Name 'a' -NetAdapterName 'b' -EnableEmbeddedTeaming True",
      says: /\$true or \$false/,
    },
    {
      what: 'a value that is not accepted',
      command: "Set-VMSwitchTeam -Name 'a' -LoadBalancingAlgorithm AddressHash",
      says: /takes HyperVPort, Dynamic/,
    },
    {
      what: 'a number out of range',
      command: "New-NetQosTrafficClass -Name 'SMB' -Algorithm ETS -Priority 3 -BandwidthPercentage 300",
      says: /whole number/,
    },
    {
      what: 'a list where one value fits',
      command:
        "Set-VMNetworkAdapterTeamMapping -ManagementOS -VMNetworkAdapterName 'a' -PhysicalNetAdapterName 'b', 'c'",
      says: /takes one value/,
    },
    {
      what: 'two templates in one policy',
      command: "New-NetQosPolicy -Name 'a' -SMB -Cluster -PriorityValue8021Action 3",
      says: /no parameter set/,
    },
    { what: 'a parameter given twice', command: "Get-NetAdapter -Name 'a' -Name 'b'", says: /twice/ },
    {
      what: 'a mandatory parameter left out',
      command: "New-NetQosTrafficClass -Name 'SMB' -Priority 3",
      says: /lacks -Algorithm/,
    },
    { what: 'an unfinished string', command: "Get-NetAdapter -Name 'a", says: /does not parse/ },
    { what: 'an unfinished block', command: 'if ($true) { Get-NetAdapter', says: /does not parse/ },
  ])('refuses $what', ({ command, says }) => {
    expect(show(checkScript(`${command}\r\n`, '2022').problems).join('\n')).toMatch(says);
  });

  it.each([
    {
      command: "New-VMSwitch -Name 'a' -NetAdapterName 'b' -EnableEmbeddedTeaming $true",
      from: '2016',
      not: '2012r2',
    },
    { command: "Set-VMSwitchTeam -Name 'a' -LoadBalancingAlgorithm Dynamic", from: '2016', not: '2012r2' },
    {
      command: "Set-VMNetworkAdapterTeamMapping -ManagementOS -PhysicalNetAdapterName 'a'",
      from: '2016',
      not: '2012r2',
    },
    { command: "Set-NetQosDcbxSetting -InterfaceAlias 'a' -Willing $false", from: '2016', not: '2012r2' },
    { command: "Test-NetConnection -ComputerName 'a'", from: '2012r2', not: '2012' },
    {
      command: 'Set-SmbBandwidthLimit -Category LiveMigration -BytesPerSecond 1',
      from: '2012r2',
      not: '2012',
    },
    { command: 'Set-VMHost -VirtualMachineMigrationPerformanceOption SMB', from: '2012r2', not: '2012' },
  ] as const)('knows that $command is not in $not', ({ command, from, not }) => {
    expect(show(checkScript(`${command}\r\n`, from).problems)).toEqual([]);
    expect(checkScript(`${command}\r\n`, not).problems).not.toEqual([]);
  });
});

/** A change the way the house wants it. */
function guarded(command: string): string {
  return [
    'function Test-Designed {',
    '    param([string]$What, [object]$Is, [object]$Should)',
    '    return $Is -eq $Should',
    '}',
    "if (-not (Test-Designed -What 'a' -Is (Get-VMHost) -Should 'b')) {",
    "    if ($PSCmdlet.ShouldProcess('a', 'b')) {",
    ...command.split('\n').map((line) => `        ${line}`),
    '    }',
    '}',
    '',
  ].join('\r\n');
}

describe('rules of the house', () => {
  it('finds nothing against a change that is read, asked for and written out', () => {
    expect(
      show(
        checkOwnScript(
          guarded(
            'Set-VMHost -VirtualMachineMigrationPerformanceOption SMB -Confirm:$false -ErrorAction Stop',
          ),
          '2022',
        ).problems,
      ),
    ).toEqual([]);
  });

  it.each([
    {
      what: 'typographic quotes',
      script: guarded('Set-VMHost -MacAddressMinimum \u2018a\u2019 -Confirm:$false'),
      says: /outside printable ASCII/,
    },
    {
      what: 'a tab',
      script: guarded("Set-VMHost\t-MacAddressMinimum 'a' -Confirm:$false"),
      says: /outside printable ASCII/,
    },
    { what: 'lines ended as on Linux', script: guarded('').replaceAll('\r', ''), says: /CRLF/ },
    { what: 'an alias', script: 'Get-NetAdapter | ft\r\n', says: /ft is not the full name Format-Table/ },
    {
      what: 'a short parameter',
      script: "Get-NetAdapter -Na 'a'\r\n",
      says: /-Na is not the full name -Name/,
    },
    {
      what: 'the alias of a parameter',
      script: "Get-NetAdapterQos -ifAlias 'a'\r\n",
      says: /-ifAlias is not the full name/,
    },
    { what: 'an argument by its place', script: "Get-NetAdapter 'a'\r\n", says: /without a parameter name/ },
    { what: 'a string that expands', script: 'Write-Host -Object "a"\r\n', says: /double-quoted/ },
    { what: 'text that is run', script: "Invoke-Expression -Command 'a'\r\n", says: /runs text/ },
    {
      what: 'a prompt',
      script: guarded('Set-VMHost -VirtualMachineMigrationPerformanceOption SMB'),
      says: /may ask/,
    },
    {
      what: 'a change whose failure would pass unseen',
      script: guarded('Set-NetQosDcbxSetting -Willing $false -Confirm:$false'),
      says: /goes on after an error/,
    },
    {
      what: 'a change outside ShouldProcess',
      script: 'Set-VMHost -VirtualMachineMigrationPerformanceOption SMB -Confirm:$false\r\n',
      says: /outside ShouldProcess/,
    },
    {
      what: 'a change without a read before it',
      script:
        "if ($PSCmdlet.ShouldProcess('a', 'b')) {\r\n    Set-VMHost -VirtualMachineMigrationPerformanceOption SMB -Confirm:$false\r\n}\r\n",
      says: /not preceded by a read/,
    },
    {
      what: 'the default policy on the lossless priority (A 82)',
      script: guarded(
        "Set-NetQosDcbxSetting -Willing $false -Confirm:$false\nEnable-NetQosFlowControl -Priority 3 -Confirm:$false\nNew-NetQosPolicy -Name 'DEFAULT' -Default -PriorityValue8021Action 3 -Confirm:$false",
      ),
      says: /lossless class/,
    },
    {
      what: 'policies before willing is off (B 45 to 65)',
      script: guarded(
        "New-NetQosPolicy -Name 'SMB' -NetDirectPortMatchCondition 445 -PriorityValue8021Action 3 -Confirm:$false",
      ),
      says: /willing/,
    },
    {
      what: 'isolation and VLAN together',
      script: guarded(
        "Set-VMNetworkAdapterIsolation -ManagementOS -VMNetworkAdapterName 'a' -IsolationMode Vlan -Confirm:$false\nSet-VMNetworkAdapterVlan -ManagementOS -VMNetworkAdapterName 'a' -Untagged -Confirm:$false",
      ),
      says: /isolation and VLAN/,
    },
    {
      what: 'a host adapter without a word on its priority tag',
      script: guarded("Add-VMNetworkAdapter -ManagementOS -SwitchName 'a' -Name 'b' -Confirm:$false"),
      says: /priority tag/,
    },
  ])('finds $what', ({ script, says }) => {
    expect(show(checkOwnScript(script, '2022').problems).join('\n')).toMatch(says);
  });
});
