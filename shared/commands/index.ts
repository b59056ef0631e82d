export { applyCommand, type Applied, type CommandId, type CommandPayload } from './apply.ts';
export { type Command, type CommandContext } from './define.ts';
export { commands } from './list.ts';
