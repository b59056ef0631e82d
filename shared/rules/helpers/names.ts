import type { ClusterId, LinkId, NodeId, ProfileId, SubjectId, SwitchId } from '../../lib/ids.ts';
import type { Design } from '../../model/index.ts';

/** What to call a subject in a sentence: its name where it has one, else its id. */
export function nameOf(subject: SubjectId, design: Design): string {
  const [owner = subject, ...rest] = subject.split('/');
  const named =
    design.nodes.get(owner as NodeId)?.name ??
    design.switches.get(owner as SwitchId)?.name ??
    design.profiles.get(owner as ProfileId)?.name ??
    design.clusters.get(owner as ClusterId)?.name;
  if (named === undefined) return design.links.has(owner as LinkId) ? `cable ${owner}` : subject;
  return rest.length === 0 ? named : `${named} slot ${rest.join(' port ')}`;
}
