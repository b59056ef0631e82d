import { quotePowerShell } from '../../lib/quote.ts';
import { defineStep, type ScriptInput } from '../define.ts';
import { settingsOf } from '../settings.ts';
import { checkLine } from '../text.ts';
import { hostAdaptersOf } from './host-adapters.ts';
import { rdmaInterfacesOf, readRdma } from './rdma.ts';

/** Interfaces with an address that SMB must see as RDMA-capable. */
function smbInterfacesOf(input: ScriptInput): string[] {
  const rdma = new Set(rdmaInterfacesOf(input).flatMap(({ name, on }) => (on ? [name] : [])));
  const hostNames = new Set(hostAdaptersOf(input).map((each) => each.interfaceName));
  const own = input.node.endpoints.filter((each) => each.kind === 'port').map((each) => each.name);
  return [...rdma].filter((name) => hostNames.has(name) || own.includes(name));
}

export const verifyRdma = defineStep({
  id: 'verify-rdma',
  title: 'RDMA and SMB Multichannel',
  script: 'verify',
  perProfile: true,
  appliesTo: (input) => settingsOf(input).ports.length > 0 && rdmaInterfacesOf(input).length > 0,
  helpers: ['Add-Check', 'Read-Property'],
  lines: (input) => [
    ...rdmaInterfacesOf(input).map((each) =>
      checkLine(`${each.name}: RDMA`, each.on ? '$true' : '$false', readRdma(each).slice(1, -1)),
    ),
    checkLine('SMB client: Multichannel', '$true', '(Get-SmbClientConfiguration).EnableMultichannel'),
    checkLine('SMB server: Multichannel', '$true', '(Get-SmbServerConfiguration).EnableMultichannel'),
    ...smbInterfacesOf(input).map((name) =>
      checkLine(
        `${name}: RDMA-capable for SMB`,
        '$true',
        `$index = (Get-NetAdapter -Name ${quotePowerShell(name)}).InterfaceIndex; (Get-SmbClientNetworkInterface | Where-Object -FilterScript { $_.InterfaceIndex -eq $index } | Select-Object -First 1).RdmaCapable`,
      ),
    ),
  ],
});
