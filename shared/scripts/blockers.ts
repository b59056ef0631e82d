import { isAtLeast, type Team } from '../model/index.ts';
import type { ScriptInput } from './define.ts';
import { onSwitch, settingsOf } from './settings.ts';

/** Characters Windows refuses in connection names, or that its cmdlets take for a pattern. */
const UNFIT = /[\\/:*?"<>|[\]]/;

/**
 * What keeps a script from building the design, in plain words. The script prints them and stops before
 * it changes anything: half a design on a server is worse than none.
 */
export function blockersOf(input: ScriptInput): string[] {
  return [
    ...nameBlockers(input),
    ...adapterBlockers(input),
    ...input.node.profile.teams.flatMap((team) => teamBlockers(input, team)),
  ];
}

function nameBlockers(input: ScriptInput): string[] {
  const { ports, vnics, teams } = settingsOf(input);
  const interfaces = [...ports.map((each) => each.port.name), ...vnics.map((each) => each.vnic.name)];
  const names = [...interfaces, ...teams.map((each) => each.team.name)];
  const blockers = names
    .filter((name) => UNFIT.test(name))
    .map(
      (name) =>
        `The name "${name}" holds a character that Windows or its cmdlets do not take: \\ / : * ? " < > | [ ]`,
    );
  const seen = new Set<string>();
  for (const name of interfaces) {
    if (seen.has(name.toLowerCase())) blockers.push(`Two adapters are both named "${name}"`);
    seen.add(name.toLowerCase());
  }
  const classes = input.plan.fabric.dcb ? input.plan.fabric.extraClasses : [];
  for (const extra of classes)
    if (extra.name.startsWith('['))
      blockers.push(`The traffic class "${extra.name}" must not begin with a square bracket`);
  return blockers;
}

function adapterBlockers(input: ScriptInput): string[] {
  return input.node.adapters
    .filter((adapter) => adapter.part === null)
    .map(
      (adapter) =>
        `The product in slot ${adapter.slot.slot} (${adapter.model}) is not known, so neither are its ports`,
    );
}

/** Why one team cannot be made; empty when it can. */
export function teamBlockers(input: ScriptInput, team: Team): string[] {
  const settings = settingsOf(input).teams.find((each) => each.team === team);
  const at = `Team "${team.name}"`;
  const blockers: string[] = [];
  if (!settings || settings.members.length === 0) blockers.push(`${at} has no member`);
  const refs = new Set([...team.members, ...team.standby].map((ref) => `${ref.slot}/${ref.port}`));
  if (settings && settings.members.length > 0 && settings.members.length < refs.size)
    blockers.push(`${at} names a port that no adapter has`);
  if (team.kind === 'set') blockers.push(...setBlockers(input, team, at));
  if (team.kind === 'vswitch' && refs.size > 1)
    blockers.push(`${at}: a virtual switch without embedded teaming takes one adapter`);
  if (team.kind === 'lbfo') blockers.push(...lbfoBlockers(input, team, at));
  return blockers;
}

function setBlockers(input: ScriptInput, team: Team, at: string): string[] {
  const blockers: string[] = [];
  if (!isAtLeast(input.os, '2016'))
    blockers.push(`${at}: Switch Embedded Teaming needs Windows Server 2016 or later`);
  if (team.mode !== 'SwitchIndependent')
    blockers.push(`${at}: Switch Embedded Teaming knows only the mode SwitchIndependent`);
  if (team.loadBalancing !== 'HyperVPort' && team.loadBalancing !== 'Dynamic')
    blockers.push(`${at}: Switch Embedded Teaming balances by HyperVPort or Dynamic`);
  if (team.standby.length > 0) blockers.push(`${at}: Switch Embedded Teaming has no standby members`);
  return blockers;
}

function lbfoBlockers(input: ScriptInput, team: Team, at: string): string[] {
  const blockers: string[] = [];
  if (input.os === '2012' && team.loadBalancing === 'Dynamic')
    blockers.push(`${at}: Dynamic needs Windows Server 2012 R2 or later`);
  if (team.virtualSwitch && isAtLeast(input.os, '2022'))
    blockers.push(`${at}: Windows Server 2022 and later refuse a virtual switch on an LBFO team`);
  const untagged = settingsOf(input).vnics.filter(
    (each) => each.team === team && (each.network?.vlan ?? 0) === 0,
  );
  if (!onSwitch(team) && untagged.length > 1)
    blockers.push(`${at} has more than one interface without a VLAN`);
  if (team.standby.length > 1) blockers.push(`${at}: an LBFO team takes one standby member`);
  return blockers;
}
