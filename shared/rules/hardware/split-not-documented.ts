import type { CableRun, Plan, PlanPort, PlanSwitch } from '../../plan/types.ts';
import { defineRule, type RuleResult } from '../define.ts';
import type { Facts } from '../facts.ts';
import { conclude, notApplicable, violated } from '../results.ts';
import { count, listNames } from '../words.ts';

/** A switch port that a breakout cable splits. */
interface SplitPort {
  readonly device: PlanSwitch;
  readonly port: PlanPort;
  readonly run: CableRun;
}

function splitPorts(plan: Plan, { lanes }: Facts): readonly SplitPort[] {
  if (lanes.length === 0) return [];
  const runOf = new Map(plan.runs.flatMap((run) => run.links.map((link) => [link.id, run] as const)));
  return plan.switches.flatMap((device) =>
    device.ports.flatMap((port) => {
      const run = port.lanes[0] && runOf.get(port.lanes[0].linkId);
      return run?.speedGbps ? [{ device, port, run }] : [];
    }),
  );
}

function isDocumented({ device, port, run }: SplitPort): boolean {
  const group = device.part?.portGroups.find(({ names }) => names.includes(port.name));
  return (group?.splits ?? []).some(({ ways, laneGbps }) => ways === run.ways && laneGbps === run.speedGbps);
}

/** On panels with two rows, ports 1 and 2 stand above each other, 3 and 4, and so on. */
function portBeside({ device, port }: SplitPort): PlanPort | undefined {
  const number = port.number % 2 === 1 ? port.number + 1 : port.number - 1;
  return device.ports.find((other) => other.number === number && other.cage === port.cage);
}

/** Makers whose switches are known to switch off the port beside one that is split in four. */
const SHARES_LANES = new Set(['cumulus', 'mlnx-os', 'onyx']);

function asOneFault(device: PlanSwitch, ports: readonly SplitPort[], reason: string): RuleResult[] {
  const open = ports.filter((entry) => entry.device === device && !isDocumented(entry));
  if (open.length === 0) return [];
  const kinds = new Set(open.map(({ run }) => `${run.ways} x ${run.speedGbps ?? 0} Gb/s`));
  const names = open.map(({ port }) => port.name);
  return [
    violated([device.id], {
      message: `${device.record.name} is to split ${listNames(names)} into ${listNames([...kinds])}, which no source we know says of ${device.part?.model ?? device.record.partId}.`,
      reason,
      fix: 'Ask the maker whether these ports can be split that way, or use a switch of which it is documented.',
    }),
  ];
}

function asBlocked(device: PlanSwitch, ports: readonly SplitPort[]): RuleResult[] {
  if (!SHARES_LANES.has(device.part?.networkOs ?? '')) return [];
  const blocked = ports
    .filter((entry) => entry.device === device && entry.run.ways === 4)
    .filter((entry) => (portBeside(entry)?.linkIds.length ?? 0) > 0);
  if (blocked.length === 0) return [];
  const names = blocked.map((entry) => `${entry.port.name} (beside ${portBeside(entry)?.name ?? ''})`);
  return [
    violated(
      [device.id],
      {
        message: `${device.record.name} splits ${listNames(names)} in four while the port beside is cabled too.`,
        reason:
          'On several switches of this maker a port that is split in four takes the port above or below it out of use.',
        fix: 'Look the ports up in the manual of the switch; when in doubt leave the port beside a split one free.',
      },
      'info',
    ),
  ];
}

export const splitNotDocumented = defineRule({
  id: 'HW-07',
  area: 'hardware',
  title: 'Split ports can be split',
  severity: 'warn',
  sources: ['ENG'],
  check: ({ plan, facts }) => {
    const ports = splitPorts(plan, facts);
    if (ports.length === 0) return notApplicable('No running breakout cable splits a port.');
    const reason = 'A port that its switch cannot split brings up one lane, or none.';
    const devices = [...new Set(ports.map(({ device }) => device))];
    const faults = devices.flatMap((device) => [
      ...asOneFault(device, ports, reason),
      ...asBlocked(device, ports),
    ]);
    return conclude(faults, {
      subjects: devices.map(({ id }) => id),
      message: `${count(ports.length, 'split port')}: a source says that each can be split that way.`,
      reason,
    });
  },
});
