import { defineRule } from '../define.ts';
import { portKey, type ProfileUse } from '../facts.ts';
import { judgeEach } from '../results.ts';
import { listNames } from '../words.ts';

/** Ports a profile names although the known card in that slot does not have them. */
function missingPorts({ profile, sample }: ProfileUse): readonly string[] {
  const sizes = new Map(
    sample.adapters.flatMap(({ slot, part }) => (part ? [[slot.slot, part.ports] as const] : [])),
  );
  const named = [
    ...profile.teams.flatMap(({ members, standby }) => [...members, ...standby]),
    ...profile.vnics.flatMap(({ mappedTo }) => mappedTo ?? []),
    ...profile.adapters.flatMap(({ slot, ports }) =>
      ports
        .filter(({ networkId, speedGbps }) => networkId !== null || speedGbps !== null)
        .map(({ port }) => ({ slot, port })),
    ),
  ];
  const missing = named.filter(({ slot, port }) => port > (sizes.get(slot) ?? Infinity)).map(portKey);
  return [...new Set(missing)].sort();
}

/** A card nobody knows is CAT-01's; a cable to a port that is not there is HW-03's. */
export const portNotOnCard = defineRule({
  id: 'HW-05',
  area: 'hardware',
  title: 'The ports a profile names exist',
  severity: 'fail',
  sources: ['ENG'],
  check: ({ facts }) =>
    judgeEach(
      facts.profiles.map((use) => ({ subject: use.profile.id, use })),
      {
        absent: 'There is no node.',
        reason: 'A team, a vNIC or a network on a port that is not there stops the script of the node.',
        held: 'Each port named by a team, a vNIC or a network is on its card.',
        fault: ({ use }) => {
          const missing = missingPorts(use);
          if (missing.length === 0) return null;
          return {
            message: `Profile "${use.profile.name}" of ${use.names} names port ${listNames(missing)}, which its card does not have.`,
            fix: 'Choose a card with more ports, or take the port out of the profile.',
          };
        },
      },
    ),
});
