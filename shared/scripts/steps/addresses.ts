import { defineStep } from '../define.ts';
import { settingsOf } from '../settings.ts';

/**
 * Addresses come from the parameters at the top. A network for storage, cluster or live migration holds
 * exactly its designed address, without gateway, DNS servers or DNS registration. On other networks
 * nothing is taken away: a cluster keeps its own addresses there.
 */
export const addresses = defineStep({
  id: 'addresses',
  title: 'IP addresses',
  script: 'configure',
  perProfile: true,
  appliesTo: (input) => settingsOf(input).addresses.length > 0,
  helpers: [
    'Test-Designed',
    'Add-Change',
    'Read-Property',
    'Read-Address',
    'Read-Gateway',
    'Read-DnsServers',
  ],
  lines: () => [
    'foreach ($address in $Addresses) {',
    ...[...DHCP, ...STRAY, ...ADDRESS, ...GATEWAY, ...DNS].map((line) => `    ${line}`),
    '}',
  ],
});

const DHCP = [
  "$designed = '{0}/{1}' -f $address.Address, $address.PrefixLength",
  "if (-not (Test-Designed -What ('{0}: DHCP' -f $address.Interface) -Is (Read-Property -From (Get-NetIPInterface -InterfaceAlias $address.Interface -AddressFamily IPv4 -ErrorAction SilentlyContinue) -Name 'Dhcp') -Should 'Disabled')) {",
  "    if ($PSCmdlet.ShouldProcess($address.Interface, 'Turn DHCP off')) {",
  '        Set-NetIPInterface -InterfaceAlias $address.Interface -AddressFamily IPv4 -Dhcp Disabled -Confirm:$false -ErrorAction Stop',
  '        Add-Change',
  '    }',
  '}',
];

const STRAY = [
  'if ($address.Internal) {',
  '    $stray = @(Read-Address -Interface $address.Interface | Where-Object -FilterScript { $_ -ne $designed })',
  "    if (-not (Test-Designed -What ('{0}: other addresses' -f $address.Interface) -Is $stray -Should @())) {",
  "        if ($PSCmdlet.ShouldProcess($address.Interface, ('Remove {0}' -f ($stray -join ', ')))) {",
  '            foreach ($each in $stray) {',
  "                Remove-NetIPAddress -InterfaceAlias $address.Interface -IPAddress ($each.Split('/')[0]) -Confirm:$false -ErrorAction Stop",
  '            }',
  '            Add-Change',
  '        }',
  '    }',
  '}',
];

const ADDRESS = [
  '$held = @(Read-Address -Interface $address.Interface | Where-Object -FilterScript { $_ -eq $designed })',
  "if (-not (Test-Designed -What ('{0}: address' -f $address.Interface) -Is $held -Should $designed)) {",
  "    if ($PSCmdlet.ShouldProcess($address.Interface, ('Set the address {0}' -f $designed))) {",
  '        Get-NetIPAddress -InterfaceAlias $address.Interface -IPAddress $address.Address -ErrorAction SilentlyContinue |',
  '            Remove-NetIPAddress -Confirm:$false -ErrorAction Stop',
  '        New-NetIPAddress -InterfaceAlias $address.Interface -IPAddress $address.Address -PrefixLength $address.PrefixLength -Type Unicast -Confirm:$false -ErrorAction Stop | Out-Null',
  '        Add-Change',
  '    }',
  '}',
];

const GATEWAY = [
  'if ($address.Internal -or $null -ne $address.Gateway) {',
  "    if (-not (Test-Designed -What ('{0}: gateway' -f $address.Interface) -Is (Read-Gateway -Interface $address.Interface) -Should $address.Gateway)) {",
  "        if ($PSCmdlet.ShouldProcess($address.Interface, ('Set the gateway to [{0}]' -f $address.Gateway))) {",
  "            Get-NetRoute -DestinationPrefix '0.0.0.0/0' -InterfaceAlias $address.Interface -ErrorAction SilentlyContinue |",
  '                Remove-NetRoute -Confirm:$false -ErrorAction Stop',
  '            if ($null -ne $address.Gateway) {',
  "                New-NetRoute -DestinationPrefix '0.0.0.0/0' -InterfaceAlias $address.Interface -NextHop $address.Gateway -Confirm:$false -ErrorAction Stop | Out-Null",
  '            }',
  '            Add-Change',
  '        }',
  '    }',
  '}',
];

const DNS = [
  'if ($address.Internal -or $address.Dns.Count -gt 0) {',
  "    if (-not (Test-Designed -What ('{0}: DNS servers' -f $address.Interface) -Is (Read-DnsServers -Interface $address.Interface) -Should $address.Dns)) {",
  "        if ($PSCmdlet.ShouldProcess($address.Interface, ('Set the DNS servers to [{0}]' -f ($address.Dns -join ', ')))) {",
  '            if ($address.Dns.Count -gt 0) {',
  '                Set-DnsClientServerAddress -InterfaceAlias $address.Interface -ServerAddresses $address.Dns -Confirm:$false -ErrorAction Stop',
  '            } else {',
  '                Set-DnsClientServerAddress -InterfaceAlias $address.Interface -ResetServerAddresses -Confirm:$false -ErrorAction Stop',
  '            }',
  '            Add-Change',
  '        }',
  '    }',
  '}',
  'if ($address.Internal) {',
  "    if (-not (Test-Designed -What ('{0}: registers in DNS' -f $address.Interface) -Is (Read-Property -From (Get-DnsClient -InterfaceAlias $address.Interface -ErrorAction SilentlyContinue) -Name 'RegisterThisConnectionsAddress') -Should $false)) {",
  "        if ($PSCmdlet.ShouldProcess($address.Interface, 'Keep the address out of DNS')) {",
  '            Set-DnsClient -InterfaceAlias $address.Interface -RegisterThisConnectionsAddress $false -Confirm:$false -ErrorAction Stop',
  '            Add-Change',
  '        }',
  '    }',
  '}',
];
