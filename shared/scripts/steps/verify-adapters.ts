import { quotePowerShell } from '../../lib/quote.ts';
import { defineStep } from '../define.ts';
import { settingsOf, type PortSettings } from '../settings.ts';
import { checkLine } from '../text.ts';
import { keywordsOf, readKeyword } from './adapter-properties.ts';

/** Names, hardware addresses, link speeds and advanced properties of the physical ports. */
export const verifyAdapters = defineStep({
  id: 'verify-adapters',
  title: 'Adapters',
  script: 'verify',
  appliesTo: (input) => settingsOf(input).ports.length > 0,
  helpers: ['Add-Check', 'Read-Keyword'],
  lines: (input) => settingsOf(input).ports.flatMap(portLines),
});

function portLines(settings: PortSettings): string[] {
  const { name, speedGbps } = settings.port;
  const quoted = quotePowerShell(name);
  const lines = [checkLine(`${name}: present`, quoted, `(Get-NetAdapter -Name ${quoted}).Name`)];
  if (settings.mac !== null)
    lines.push(
      checkLine(
        `${name}: MAC address`,
        quotePowerShell(settings.mac),
        `(Get-NetAdapter -Name ${quoted}).PermanentAddress -replace '[-:]', ''`,
      ),
    );
  if (speedGbps !== null)
    lines.push(
      checkLine(
        `${name}: link in Gb/s`,
        String(speedGbps),
        `[math]::Round((Get-NetAdapter -Name ${quoted}).ReceiveLinkSpeed / 1000000000)`,
      ),
    );
  for (const keyword of keywordsOf(settings))
    lines.push(
      checkLine(
        `${name}: ${keyword.keyword}`,
        quotePowerShell(keyword.value),
        readKeyword(name, keyword).slice(1, -1),
      ),
    );
  return lines;
}
