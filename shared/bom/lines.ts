import type { Part } from '../catalog/types.ts';
import { unreachable } from '../lib/assert.ts';
import type { LinkProblem, Plan, PlanLink } from '../plan/types.ts';
import { describePart } from './describe.ts';
import type { RawLine } from './raw-line.ts';
import type { BomSection } from './types.ts';

/** Every piece the plan needs, one entry per use. */
export function rawLines(plan: Plan): readonly RawLine[] {
  const names = new Map(plan.nodes.map((node) => [node.id, node.record.name]));
  return [
    ...plan.nodes.map((node) => piece('Servers', node.server, node.profile.serverId, node.record.name)),
    ...plan.adapters.map((adapter) =>
      piece('Adapters', adapter.part, adapter.slot.partId, names.get(adapter.nodeId) ?? adapter.nodeId),
    ),
    ...plan.switches.map((item) => piece('Switches', item.part, item.record.partId, item.record.name)),
    ...plan.links.flatMap(linkLines),
  ];
}

/** One product, or the open line that stands for a product nobody knows. */
function piece(section: BomSection, part: Part | null, wanted: RawLine['partId'], usedBy: string): RawLine {
  if (part) return productLine(section, part, usedBy);
  return {
    section,
    partId: wanted,
    manufacturer: '',
    partNumber: '',
    description: `Unknown product "${wanted ?? ''}"`,
    status: 'incomplete',
    note: 'Neither the catalog nor the design file knows this product: choose another one',
    quantity: 1,
    usedBy,
  };
}

function productLine(section: BomSection, part: Part, usedBy: string): RawLine {
  return {
    section,
    partId: part.id,
    manufacturer: part.manufacturer,
    partNumber: part.partNumber ?? '',
    description: describePart(part),
    status: part.partNumber === null ? 'generic' : 'resolved',
    note:
      part.partNumber === null
        ? 'No orderable part number is published: order by model and configuration'
        : '',
    quantity: 1,
    usedBy,
  };
}

function linkLines(link: PlanLink): RawLine[] {
  const { cable, tag } = link;
  if (!cable) return [openCable(link)];
  if (cable.kind === 'assembly') return [productLine('Cables', cable.part, tag)];
  const { type, connector, lengthM } = cable.fibre;
  return [
    productLine('Transceivers', cable.transceiverA, tag),
    productLine('Transceivers', cable.transceiverB, tag),
    {
      section: 'Cables',
      partId: null,
      manufacturer: '',
      partNumber: '',
      description: `Fibre patch cord ${type}, ${connector} - ${connector}, ${lengthM} m`,
      status: 'generic',
      note: 'Any maker of this class and length will do',
      quantity: 1,
      usedBy: tag,
    },
  ];
}

function openCable(link: PlanLink): RawLine {
  const speed = link.speedGbps === null ? '' : `, ${link.speedGbps}G`;
  return {
    section: 'Cables',
    partId: null,
    manufacturer: '',
    partNumber: '',
    description: `Cable to be decided${speed}, at least ${link.record.lengthM} m`,
    status: 'incomplete',
    note: link.problem ? describeProblem(link.problem) : link.cableReason,
    quantity: 1,
    usedBy: link.tag,
  };
}

/** Why a link cannot be built, as a sentence for lists. */
export function describeProblem(problem: LinkProblem): string {
  switch (problem.code) {
    case 'end-missing':
      return `${problem.label} does not exist`;
    case 'port-taken':
      return 'another cable ends at the same port';
    case 'same-port':
      return 'both ends are the same port';
    case 'no-common-speed':
      return `the ends share no speed: ${problem.a.join('/')} and ${problem.b.join('/')} Gb/s`;
    case 'no-cable':
      return `no cable in the catalog joins ${problem.cageA} and ${problem.cageB} at ${problem.speedGbps} Gb/s over ${problem.lengthM} m`;
    case 'pinned-unfit':
      return `the cable chosen by hand does not fit: ${problem.why}`;
    case 'part-unknown':
      return `the product "${problem.partId}" is not known`;
    default:
      return unreachable(problem);
  }
}
