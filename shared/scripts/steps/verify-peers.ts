import { quotePowerShell } from '../../lib/quote.ts';
import { fabricOf, isAtLeast } from '../../model/index.ts';
import { defineStep, type ScriptInput } from '../define.ts';
import { peersOf } from '../peers.ts';
import { checkLine } from '../text.ts';

/** ICMP payload that fills one packet of the IP MTU: 20 bytes of IPv4 header and 8 of ICMP come on top. */
const HEADERS = 28;

/** A full-size packet must reach the peers unfragmented; file servers must answer on the SMB port. */
export const verifyPeers = defineStep({
  id: 'verify-peers',
  title: 'Peers on the storage networks (they must be configured too, and let echo requests in)',
  script: 'verify',
  appliesTo: (input) => peersOf(input).length > 0,
  helpers: ['Add-Check', 'Test-Ping'],
  lines: (input) =>
    peersOf(input).flatMap((peer) => peerLines(input, peer.label, peer.address, peer.servesFiles)),
});

function peerLines(input: ScriptInput, label: string, address: string, servesFiles: boolean): string[] {
  const bytes = fabricOf(input.design).mtu - HEADERS;
  const quoted = quotePowerShell(address);
  const lines = [
    checkLine(`${label}: full-size packet`, "'Success'", `Test-Ping -Address ${quoted} -Bytes ${bytes}`),
  ];
  if (servesFiles && isAtLeast(input.os, '2012r2'))
    lines.push(
      checkLine(
        `${label}: SMB port`,
        '$true',
        `Test-NetConnection -ComputerName ${quoted} -Port 445 -InformationLevel Quiet -WarningAction SilentlyContinue`,
      ),
    );
  return lines;
}
