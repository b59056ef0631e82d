import { defineStep, type ScriptInput } from '../define.ts';
import type { VnicSettings } from '../settings.ts';
import { keywordLines, type Keyword } from './adapter-properties.ts';
import { hostAdaptersOf } from './host-adapters.ts';

/** Host virtual adapters with a frame size of their own. */
export function jumboAdaptersOf(
  input: ScriptInput,
): { readonly vnic: VnicSettings; readonly keyword: Keyword }[] {
  return hostAdaptersOf(input).flatMap((vnic) =>
    vnic.jumbo === null
      ? []
      : [{ vnic, keyword: { keyword: '*JumboPacket', value: String(vnic.jumbo), whenMissing: null } }],
  );
}

export const hostJumbo = defineStep({
  id: 'host-jumbo',
  title: 'Jumbo frames of the host virtual adapters',
  script: 'configure',
  perProfile: true,
  appliesTo: (input) => jumboAdaptersOf(input).length > 0,
  helpers: ['Test-Designed', 'Add-Change', 'Read-Keyword'],
  lines: (input) =>
    jumboAdaptersOf(input).flatMap(({ vnic, keyword }) => keywordLines(vnic.interfaceName, keyword)),
});
