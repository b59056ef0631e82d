import { quotePowerShell } from '../../lib/quote.ts';
import { defineStep, type ScriptInput } from '../define.ts';
import { settingsOf } from '../settings.ts';
import { changeLines, checkLine } from '../text.ts';

/**
 * Name of the rule that comes with Windows, switched off: File and Printer Sharing over SMBDirect, TCP 5445.
 * The name is the same in every language, unlike the display name.
 */
const RULE = quotePowerShell('FPSSMBD-iWARP-In-TCP');

const READ = `(Get-NetFirewallRule -Name ${RULE} -ErrorAction SilentlyContinue)`;

/** iWARP runs over TCP, so the firewall sees it; RoCE passes below. */
function carriesIwarp(input: ScriptInput): boolean {
  return settingsOf(input).ports.some((port) => port.rdma === true && port.adapter.slot.protocol === 'iWARP');
}

export const iwarpFirewall = defineStep({
  id: 'iwarp-firewall',
  title: 'Firewall: SMB Direct over iWARP',
  script: 'configure',
  perProfile: true,
  appliesTo: carriesIwarp,
  helpers: ['Test-Designed', 'Add-Change', 'Read-Property'],
  lines: () =>
    changeLines({
      what: 'Firewall rule for SMB Direct over iWARP',
      is: `(Read-Property -From ${READ} -Name 'Enabled')`,
      should: "'True'",
      target: 'FPSSMBD-iWARP-In-TCP',
      action: 'Turn the firewall rule on',
      commands: [`Enable-NetFirewallRule -Name ${RULE} -Confirm:$false -ErrorAction Stop`],
    }),
});

export const verifyIwarpFirewall = defineStep({
  id: 'verify-iwarp-firewall',
  title: 'Firewall',
  script: 'verify',
  perProfile: true,
  appliesTo: carriesIwarp,
  helpers: ['Add-Check', 'Read-Property'],
  lines: () => [
    checkLine(
      'Firewall rule for SMB Direct over iWARP',
      "'True'",
      `Read-Property -From ${READ} -Name 'Enabled'`,
    ),
  ],
});
