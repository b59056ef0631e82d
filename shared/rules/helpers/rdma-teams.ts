import { isAtLeast } from '../../model/index.ts';
import type { Carrier, Facts, TeamUse } from '../facts.ts';

/** True when none of the slots an interface can use is a product nobody knows (CAT-01 reports those). */
export function isKnown({ slots }: Carrier): boolean {
  return slots.every(({ adapter }) => adapter.part !== null);
}

/** True when RDMA is on for a member of the team. */
export function hasRdmaMember({ members }: TeamUse): boolean {
  return members.some(({ slot }) => slot?.adapter.rdma);
}

/** Teams whose vNICs can use RDMA: SET teams and virtual switches from 2016 on, with an RDMA member and a vNIC for storage or RDMA. */
export function rdmaTeams(facts: Facts): readonly TeamUse[] {
  return facts.teams.filter(
    (team) =>
      team.team.kind !== 'lbfo' &&
      isAtLeast(team.use.profile.os, '2016') &&
      hasRdmaMember(team) &&
      team.vnics.some(({ vnic, network }) => vnic.rdma || network.purpose === 'storage'),
  );
}
