import { quotePowerShell } from '../../lib/quote.ts';
import { isAtLeast } from '../../model/index.ts';
import { defineStep } from '../define.ts';
import { settingsOf, type PortSettings } from '../settings.ts';
import { changeLines } from '../text.ts';

export interface Keyword {
  readonly keyword: string;
  readonly value: string;
  /** Value that a missing property stands for; null when a missing property is worth a warning. */
  readonly whenMissing: string | null;
}

/** Advanced properties the design sets on one port, by their language-independent registry keywords. */
export function keywordsOf(port: PortSettings): Keyword[] {
  const keywords: Keyword[] = [];
  const add = (keyword: string, value: string | number | null, whenMissing: string | null = null) => {
    if (value !== null) keywords.push({ keyword, value: String(value), whenMissing });
  };
  // A driver without VLANs tags nothing, which is what VLAN 0 asks for.
  add('VlanID', port.vlan, port.vlan === 0 ? '0' : null);
  add('*JumboPacket', port.jumbo);
  add('*FlowControl', port.pause);
  add('*NetworkDirectTechnology', port.technology);
  return keywords;
}

/** The read of one keyword, as an argument. */
export function readKeyword(adapter: string, { keyword, whenMissing }: Keyword): string {
  const fallback = whenMissing === null ? '' : ` -Default ${quotePowerShell(whenMissing)}`;
  return `(Read-Keyword -Adapter ${quotePowerShell(adapter)} -Keyword ${quotePowerShell(keyword)}${fallback})`;
}

/** Lines that set one keyword of one adapter. */
export function keywordLines(adapter: string, keyword: Keyword): string[] {
  const value = quotePowerShell(keyword.value);
  return changeLines({
    what: `${adapter}: ${keyword.keyword}`,
    is: readKeyword(adapter, keyword),
    should: value,
    on: adapter,
    target: adapter,
    action: `Set ${keyword.keyword} to ${keyword.value}`,
    commands: [
      `Set-NetAdapterAdvancedProperty -Name ${quotePowerShell(adapter)} -RegistryKeyword ${quotePowerShell(keyword.keyword)} -RegistryValue ${value} -Confirm:$false -ErrorAction Stop`,
    ],
  });
}

export const adapterProperties = defineStep({
  id: 'adapter-properties',
  title: 'Advanced properties: VLAN, jumbo frames, link pause, RDMA technology',
  script: 'configure',
  perProfile: true,
  appliesTo: (input) => settingsOf(input).ports.some((port) => keywordsOf(port).length > 0),
  helpers: ['Test-Designed', 'Add-Change', 'Read-Keyword'],
  lines: (input) => [
    ...(isAtLeast(input.os, '2016')
      ? []
      : ["# The RoCE version of an adapter is chosen with its maker's tool on this system."]),
    ...settingsOf(input).ports.flatMap((port) =>
      keywordsOf(port).flatMap((keyword) => keywordLines(port.port.name, keyword)),
    ),
  ],
});
