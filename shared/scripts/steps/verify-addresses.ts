import { quotePowerShell } from '../../lib/quote.ts';
import { defineStep } from '../define.ts';
import { settingsOf, type AddressSettings } from '../settings.ts';
import { checkLine } from '../text.ts';

export const verifyAddresses = defineStep({
  id: 'verify-addresses',
  title: 'IP addresses',
  script: 'verify',
  appliesTo: (input) => settingsOf(input).addresses.length > 0,
  helpers: ['Add-Check', 'Read-Address', 'Read-Gateway', 'Read-DnsServers'],
  lines: (input) => settingsOf(input).addresses.flatMap(addressLines),
});

function addressLines({
  interfaceName,
  address,
  prefixLength,
  internal,
  network,
}: AddressSettings): string[] {
  const name = quotePowerShell(interfaceName);
  const full = quotePowerShell(`${address}/${prefixLength}`);
  const read = `Read-Address -Interface ${name}`;
  const gateway = internal ? null : network.gateway;
  const dns = internal ? [] : network.dns;
  const lines = [
    checkLine(
      `${interfaceName}: address`,
      full,
      internal ? read : `${read} | Where-Object -FilterScript { $_ -eq ${full} }`,
    ),
  ];
  if (internal || gateway !== null)
    lines.push(
      checkLine(
        `${interfaceName}: gateway`,
        gateway === null ? "''" : quotePowerShell(gateway),
        `Read-Gateway -Interface ${name}`,
      ),
    );
  if (internal || dns.length > 0)
    lines.push(
      checkLine(
        `${interfaceName}: DNS servers`,
        `@(${dns.map(quotePowerShell).join(', ')})`,
        `Read-DnsServers -Interface ${name}`,
      ),
    );
  return lines;
}
