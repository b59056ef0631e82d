import type { SlotUse, TeamUse } from '../facts.ts';

/** The different slots a team's members sit in whose product is known, in order of the members. */
export function knownSlots({ members }: TeamUse): readonly SlotUse[] {
  return [...new Set(members.flatMap(({ slot }) => (slot?.adapter.part ? [slot] : [])))];
}

/** Maker and model of each slot's card, each once. */
export function modelsOf(team: TeamUse): readonly string[] {
  const names = knownSlots(team).map(({ adapter }) => `${adapter.part?.manufacturer ?? ''} ${adapter.model}`);
  return [...new Set(names)];
}
