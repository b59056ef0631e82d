import { quotePowerShell } from '../../lib/quote.ts';
import { fabricOf } from '../../model/index.ts';
import { defineStep } from '../define.ts';
import { settingsOf } from '../settings.ts';
import { checkLine, literal } from '../text.ts';
import { readAdapterQos } from './dcb-adapters.ts';
import { losslessOf } from './dcb-flow-control.ts';
import { policiesOf } from './dcb-policies.ts';
import { trafficClassesOf, wordsOf } from './dcb-traffic-classes.ts';
import { READ_DEBUGGER_VALUE } from './kernel-debugger.ts';

export const verifyDcb = defineStep({
  id: 'verify-dcb',
  title: 'Data Center Bridging',
  script: 'verify',
  perProfile: true,
  appliesTo: (input) => settingsOf(input).dcb,
  helpers: ['Add-Check', 'Read-Property', 'Read-Policy', 'Read-Lossless', 'Read-TrafficClasses'],
  lines: (input) => [
    ...(input.node.profile.kernelDebugger
      ? [checkLine('Flow control under a debugger', '1', READ_DEBUGGER_VALUE.slice(1, -1))]
      : []),
    checkLine(
      'DCBX willing',
      literal(fabricOf(input.design).dcbxWilling),
      "Read-Property -From (Get-NetQosDcbxSetting) -Name 'Willing'",
    ),
    ...policiesOf(input).map((policy) =>
      checkLine(
        `QoS policy ${policy.name}`,
        quotePowerShell(policy.words),
        `Read-Policy -Name ${quotePowerShell(policy.name)}`,
      ),
    ),
    checkLine('Priorities with flow control', `@(${losslessOf(input).join(', ')})`, 'Read-Lossless'),
    checkLine('Traffic classes', wordsOf(trafficClassesOf(input)), 'Read-TrafficClasses'),
    ...settingsOf(input)
      .ports.filter((port) => port.qos)
      .map(({ port }) => checkLine(`${port.name}: QoS`, '$true', readAdapterQos(port.name).slice(1, -1))),
  ],
});
