import { fabricOf } from '../../model/index.ts';
import { defineStep } from '../define.ts';
import { settingsOf } from '../settings.ts';
import { changeLines, literal } from '../text.ts';

/** Comes before the rest of DCB: while willing is on, the settings of this server do not reach the adapters. */
export const dcbWilling = defineStep({
  id: 'dcb-willing',
  title: 'Data Center Bridging: who decides',
  script: 'configure',
  perProfile: true,
  appliesTo: (input) => settingsOf(input).dcb,
  helpers: ['Test-Designed', 'Add-Change', 'Read-Property'],
  lines: (input) => {
    const willing = literal(fabricOf(input.design).dcbxWilling);
    return changeLines({
      what: 'DCBX willing',
      is: "(Read-Property -From (Get-NetQosDcbxSetting) -Name 'Willing')",
      should: willing,
      target: 'DCBX',
      action: `Set willing to ${willing.slice(1)}`,
      commands: [`Set-NetQosDcbxSetting -Willing ${willing} -Confirm:$false -ErrorAction Stop`],
    });
  },
});
