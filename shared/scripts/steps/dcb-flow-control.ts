import { fabricOf } from '../../model/index.ts';
import { defineStep, type ScriptInput } from '../define.ts';
import { settingsOf } from '../settings.ts';
import { changeLines } from '../text.ts';

const PRIORITIES = [0, 1, 2, 3, 4, 5, 6, 7];

/** Lossless priorities, ascending, each once. */
export function losslessOf(input: ScriptInput): number[] {
  const lossless = new Set(fabricOf(input.design).losslessPriorities);
  return PRIORITIES.filter((priority) => lossless.has(priority));
}

export const dcbFlowControl = defineStep({
  id: 'dcb-flow-control',
  title: 'Data Center Bridging: priority flow control',
  script: 'configure',
  perProfile: true,
  appliesTo: (input) => settingsOf(input).dcb,
  helpers: ['Test-Designed', 'Add-Change', 'Read-Lossless'],
  lines: (input) => {
    const on = losslessOf(input);
    const off = PRIORITIES.filter((priority) => !on.includes(priority));
    const commands: string[] = [];
    if (on.length > 0)
      commands.push(`Enable-NetQosFlowControl -Priority ${on.join(', ')} -Confirm:$false -ErrorAction Stop`);
    if (off.length > 0)
      commands.push(
        `Disable-NetQosFlowControl -Priority ${off.join(', ')} -Confirm:$false -ErrorAction Stop`,
      );
    return changeLines({
      what: 'Priorities with flow control',
      is: '(Read-Lossless)',
      should: `@(${on.join(', ')})`,
      target: 'Priority flow control',
      action: on.length > 0 ? `Turn on for ${on.join(', ')} only` : 'Turn off for all priorities',
      commands,
    });
  },
});
