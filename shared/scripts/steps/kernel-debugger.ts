import { defineStep } from '../define.ts';
import { settingsOf } from '../settings.ts';
import { changeLines } from '../text.ts';

const KEY = "'HKLM:\\SYSTEM\\CurrentControlSet\\Services\\NDIS\\Parameters'";
const NAME = 'AllowFlowControlUnderDebugger';

/** The value that lets flow control work under a debugger, as an argument. */
export const READ_DEBUGGER_VALUE = `(Read-Property -From (Get-ItemProperty -Path ${KEY}) -Name '${NAME}')`;

/** Windows keeps flow control off while a kernel debugger is attached, unless told otherwise. */
export const kernelDebugger = defineStep({
  id: 'kernel-debugger',
  title: 'Flow control under a kernel debugger',
  script: 'configure',
  perProfile: true,
  appliesTo: (input) => input.node.profile.kernelDebugger && settingsOf(input).dcb,
  helpers: ['Test-Designed', 'Add-Change', 'Read-Property'],
  lines: () =>
    changeLines({
      what: NAME,
      is: READ_DEBUGGER_VALUE,
      should: '1',
      target: 'NDIS',
      action: `Set ${NAME} to 1`,
      commands: [
        `Set-ItemProperty -Path ${KEY} -Name '${NAME}' -Type DWord -Value 1 -Force -Confirm:$false -ErrorAction Stop`,
      ],
    }),
});
