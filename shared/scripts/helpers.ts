/**
 * PowerShell functions the stages call. Reads only: every change stands in a stage, inside its own
 * ShouldProcess. All work under strict mode, where a property that is not there stops the script.
 */
const HELPERS = {
  'Format-Setting': [
    'function Format-Setting {',
    '    param([object]$Value)',
    "    return (@($Value | ForEach-Object -Process { [string]$_ }) | Sort-Object) -join ', '",
    '}',
  ],
  'Test-Designed': [
    '# True when a setting is as designed; otherwise says how it differs.',
    'function Test-Designed {',
    '    param([string]$What, [object]$Is, [object]$Should, [string]$On)',
    '    $wanted = Format-Setting -Value $Should',
    '    if ((Format-Setting -Value $Is) -eq $wanted) {',
    '        $Count.Same += 1',
    '        return $true',
    '    }',
    "    if ($On -ne '' -and $null -eq $Is -and $null -ne (Get-NetAdapter -Name $On -ErrorAction SilentlyContinue)) {",
    '        $Count.Missing += 1',
    "        Write-Warning -Message ('{0}: the driver does not offer this setting. Designed is {1}.' -f $What, $wanted)",
    '        return $true',
    '    }',
    '    $Count.Different += 1',
    "    Write-Host -Object ('{0}: is [{1}], designed is [{2}]' -f $What, (Format-Setting -Value $Is), $wanted)",
    '    return $false',
    '}',
  ],
  'Add-Change': ['function Add-Change {', '    $Count.Changed += 1', '    $Count.Different -= 1', '}'],
  'Write-Summary': [
    'function Write-Summary {',
    '    if ($Count.Changed -eq 0 -and $Count.Different -eq 0) {',
    "        Write-Host -Object ('Nothing changed: all {0} settings are already as designed.' -f $Count.Same)",
    '    } else {',
    "        Write-Host -Object ('{0} changed, {1} already as designed, {2} still different.' -f $Count.Changed, $Count.Same, $Count.Different)",
    '    }',
    '    if ($Count.Missing -gt 0) {',
    "        Write-Host -Object ('{0} settings are not offered by the drivers: see the warnings above.' -f $Count.Missing)",
    '    }',
    '}',
  ],
  'Add-Check': [
    '# Reads one setting, compares it with the design and returns the result as an object.',
    'function Add-Check {',
    '    param([string]$Name, [object]$Expected, [scriptblock]$Read)',
    '    $actual = $null',
    '    try {',
    '        $actual = Format-Setting -Value (& $Read)',
    '    } catch {',
    '        $actual = $_.Exception.Message',
    '    }',
    '    $wanted = Format-Setting -Value $Expected',
    '    $pass = $actual -eq $wanted',
    '    if ($pass) { $Count.Passed += 1 } else { $Count.Failed += 1 }',
    '    return [pscustomobject]@{ Name = $Name; Expected = $wanted; Actual = $actual; Pass = $pass }',
    '}',
  ],
  'Read-Property': [
    '# Value of the first of these properties that the object has; nothing when it has none.',
    'function Read-Property {',
    '    param([object]$From, [string[]]$Name)',
    '    $first = @($From | Select-Object -First 1)',
    '    if ($first.Count -eq 0 -or $null -eq $first[0]) { return $null }',
    '    foreach ($each in $Name) {',
    '        $property = $first[0].PSObject.Properties[$each]',
    '        if ($null -ne $property) { return $property.Value }',
    '    }',
    '    return $null',
    '}',
  ],
  'Read-Keyword': [
    '# Registry value of an advanced property; the default when the driver has no such property.',
    'function Read-Keyword {',
    '    param([string]$Adapter, [string]$Keyword, [object]$Default)',
    '    $found = @(Get-NetAdapterAdvancedProperty -Name $Adapter -ErrorAction SilentlyContinue |',
    '        Where-Object -FilterScript { $_.RegistryKeyword -eq $Keyword })',
    '    if ($found.Count -eq 0) { return $Default }',
    "    return $found[0].RegistryValue -join ','",
    '}',
  ],
  'Read-Policy': [
    '# A QoS policy in words: what it matches and its priority.',
    'function Read-Policy {',
    '    param([string]$Name)',
    '    $policy = @(Get-NetQosPolicy | Where-Object -FilterScript { $_.Name -eq $Name })',
    '    if ($policy.Count -eq 0) { return $null }',
    "    $port = Read-Property -From $policy[0] -Name 'NetDirectPortMatchCondition', 'NetDirectPort'",
    "    $template = [string](Read-Property -From $policy[0] -Name 'Template', 'TemplateMatchCondition')",
    "    $templates = @('None', 'Default', 'iSCSI', 'FCoE', 'SMB', 'NFS', 'LiveMigration', 'Cluster')",
    "    if ($template -match '^[0-7]$') { $template = $templates[[int]$template] }",
    "    $priority = Read-Property -From $policy[0] -Name 'PriorityValue8021Action', 'PriorityValue'",
    "    if ($null -ne $port -and [int]$port -gt 0) { return 'NetDirect port {0}, priority {1}' -f $port, $priority }",
    "    return 'Template {0}, priority {1}' -f $template, $priority",
    '}',
  ],
  'Read-TrafficClasses': [
    '# Own traffic classes in words; Windows keeps the name of the default class in square brackets.',
    'function Read-TrafficClasses {',
    "    return @(Get-NetQosTrafficClass | Where-Object -FilterScript { -not $_.Name.StartsWith('[') } | ForEach-Object -Process {",
    "        $share = Read-Property -From $_ -Name 'BandwidthPercentage', 'Bandwidth'",
    "        $algorithm = [string](Read-Property -From $_ -Name 'Algorithm')",
    "        if ($algorithm -eq '2') { $algorithm = 'ETS' }",
    "        '{0}: priority {1}, {2} percent {3}' -f $_.Name, ($_.Priority -join '+'), $share, $algorithm",
    '    })',
    '}',
  ],
  'Read-Lossless': [
    '# Priorities on which flow control is on.',
    'function Read-Lossless {',
    '    return @(Get-NetQosFlowControl | Where-Object -FilterScript { $_.Enabled } | ForEach-Object -Process {',
    "        Read-Property -From $_ -Name 'Priority', 'Name'",
    '    })',
    '}',
  ],
  'Read-VMSwitch': [
    'function Read-VMSwitch {',
    '    param([string]$Name)',
    '    return Get-VMSwitch | Where-Object -FilterScript { $_.Name -eq $Name } | Select-Object -First 1',
    '}',
  ],
  'Read-SwitchMembers': [
    '# Names of the adapters under a virtual switch.',
    'function Read-SwitchMembers {',
    '    param([string]$Name)',
    '    $found = Read-VMSwitch -Name $Name',
    "    $descriptions = @(Read-Property -From $found -Name 'NetAdapterInterfaceDescriptions', 'NetAdapterInterfaceDescription')",
    '    return @(Get-NetAdapter | Where-Object -FilterScript { $descriptions -contains $_.InterfaceDescription } |',
    '        ForEach-Object -Process { $_.Name })',
    '}',
  ],
  'Read-HostAdapter': [
    'function Read-HostAdapter {',
    '    param([string]$Name)',
    '    return Get-VMNetworkAdapter -ManagementOS | Where-Object -FilterScript { $_.Name -eq $Name } | Select-Object -First 1',
    '}',
  ],
  'Read-HostVlan': [
    'function Read-HostVlan {',
    '    param([string]$Name)',
    '    if ($null -eq (Read-HostAdapter -Name $Name)) { return $null }',
    '    $vlan = Get-VMNetworkAdapterVlan -ManagementOS -VMNetworkAdapterName $Name | Select-Object -First 1',
    "    if ([string]$vlan.OperationMode -eq 'Access') { return 'Access {0}' -f $vlan.AccessVlanId }",
    '    return [string]$vlan.OperationMode',
    '}',
  ],
  'Read-TeamMapping': [
    'function Read-TeamMapping {',
    '    param([string]$Name)',
    '    if ($null -eq (Read-HostAdapter -Name $Name)) { return $null }',
    "    return Read-Property -From (Get-VMNetworkAdapterTeamMapping -ManagementOS -Name $Name) -Name 'NetAdapterName'",
    '}',
  ],
  'Read-Address': [
    '# IPv4 addresses of an interface as address/prefix; self-assigned ones are left out.',
    'function Read-Address {',
    '    param([string]$Interface)',
    '    return @(Get-NetIPAddress -InterfaceAlias $Interface -AddressFamily IPv4 -ErrorAction SilentlyContinue |',
    "        Where-Object -FilterScript { [string]$_.PrefixOrigin -ne 'WellKnown' } |",
    "        ForEach-Object -Process { '{0}/{1}' -f $_.IPAddress, $_.PrefixLength })",
    '}',
  ],
  'Read-Gateway': [
    'function Read-Gateway {',
    '    param([string]$Interface)',
    "    return @(Get-NetRoute -DestinationPrefix '0.0.0.0/0' -InterfaceAlias $Interface -ErrorAction SilentlyContinue |",
    '        ForEach-Object -Process { $_.NextHop } | Select-Object -Unique)',
    '}',
  ],
  'Read-DnsServers': [
    'function Read-DnsServers {',
    '    param([string]$Interface)',
    '    return @(Get-DnsClientServerAddress -InterfaceAlias $Interface -AddressFamily IPv4 -ErrorAction SilentlyContinue |',
    '        ForEach-Object -Process { $_.ServerAddresses })',
    '}',
  ],
  'Read-LbfoMembers': [
    'function Read-LbfoMembers {',
    '    param([string]$Team, [string]$Mode)',
    '    return @(Get-NetLbfoTeamMember -Team $Team -ErrorAction SilentlyContinue |',
    "        Where-Object -FilterScript { $Mode -eq '' -or [string]$_.AdministrativeMode -eq $Mode } |",
    '        ForEach-Object -Process { $_.Name })',
    '}',
  ],
  'Test-Ping': [
    '# Status of one echo request that no hop may fragment; needs no localised text.',
    'function Test-Ping {',
    '    param([string]$Address, [int]$Bytes)',
    "    $ping = New-Object -TypeName 'System.Net.NetworkInformation.Ping'",
    "    $options = New-Object -TypeName 'System.Net.NetworkInformation.PingOptions' -ArgumentList 64, $true",
    "    $buffer = New-Object -TypeName 'byte[]' -ArgumentList $Bytes",
    '    return [string]$ping.Send($Address, 2000, $buffer, $options).Status',
    '}',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type HelperName = keyof typeof HELPERS;

/** What a function itself calls. */
const NEEDS: Partial<Record<HelperName, readonly HelperName[]>> = {
  'Test-Designed': ['Format-Setting'],
  'Add-Check': ['Format-Setting'],
  'Read-Policy': ['Read-Property'],
  'Read-TrafficClasses': ['Read-Property'],
  'Read-Lossless': ['Read-Property'],
  'Read-SwitchMembers': ['Read-VMSwitch', 'Read-Property'],
  'Read-HostVlan': ['Read-HostAdapter'],
  'Read-TeamMapping': ['Read-HostAdapter', 'Read-Property'],
};

const ORDER = Object.keys(HELPERS) as readonly HelperName[];

/** The wanted functions and all they call, each once, in a fixed order. */
export function helperLines(wanted: Iterable<HelperName>): string[] {
  const needed = new Set<HelperName>();
  const add = (name: HelperName) => {
    if (needed.has(name)) return;
    needed.add(name);
    NEEDS[name]?.forEach(add);
  };
  for (const name of wanted) add(name);
  return ORDER.filter((name) => needed.has(name)).flatMap((name) => [...HELPERS[name], '']);
}
