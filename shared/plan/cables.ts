import type { Cage, CablePart, Catalog, Fibre, Part, TransceiverPart } from '../catalog/types.ts';
import type { PartId } from '../lib/ids.ts';
import { compareText } from '../lib/stable-json.ts';
import type { Link } from '../model/index.ts';
import { cableFits, plugFits } from './fit.ts';
import type { CableChoice, LinkProblem } from './types.ts';

/** What a cable has to do. */
export interface CableNeed {
  /** Of a breakout the cage that is split. */
  readonly cageA: Cage;
  readonly cageB: Cage;
  /** Cages of the lanes of a breakout that differ from `cageB`; empty otherwise. */
  readonly otherCagesB: readonly Cage[];
  readonly ways: CablePart['ways'];
  /** Of a breakout that of one lane. */
  readonly speedGbps: number;
  readonly lengthM: number;
  readonly medium: Link['medium'];
  readonly cableId: PartId | null;
}

export interface CableAnswer {
  readonly cable: CableChoice | null;
  readonly reason: string;
  readonly problem: LinkProblem | null;
}

/** Chooses cables; equal needs get the same answer object. */
export type CableChooser = (need: CableNeed) => CableAnswer;

type Copper = CablePart['medium'];

const NAMES: Readonly<Record<Copper, string>> = { dac: 'DAC', acc: 'ACC (active copper)', aoc: 'AOC' };

/** Best first: passive copper needs neither power nor optics. */
const ASSEMBLIES: Readonly<Record<Link['medium'], readonly Copper[]>> = {
  auto: ['dac', 'acc', 'aoc'],
  dac: ['dac', 'acc'],
  aoc: ['aoc'],
  multimode: [],
  'single-mode': [],
};

/** Fibre to buy per kind of optics; multimode first because its transceivers cost less. */
const FIBRES: Readonly<Record<Link['medium'], readonly Fibre[]>> = {
  auto: ['OM4', 'OS2'],
  dac: [],
  aoc: [],
  multimode: ['OM4'],
  'single-mode': ['OS2'],
};

/** Patch cord lengths every maker stocks, metres. Longer ones are made to order in steps of 5 m. */
export const PATCH_CORDS = [1, 2, 3, 5, 7, 10, 15, 20, 30, 50, 100] as const;
export const MADE_TO_ORDER_STEP = 5;

/** The patch cord to buy for a route of `lengthM` metres. */
export function patchCordLength(lengthM: number): number {
  return (
    PATCH_CORDS.find((length) => length >= lengthM) ??
    Math.ceil(lengthM / MADE_TO_ORDER_STEP) * MADE_TO_ORDER_STEP
  );
}

/** Makes the function that gives the chooser of a catalog; the last one is kept, with all its answers. */
export function createChoosers(): (catalog: Catalog, embedded: ReadonlyMap<PartId, Part>) => CableChooser {
  let last: {
    readonly catalog: Catalog;
    readonly embedded: ReadonlyMap<PartId, Part>;
    readonly chooser: CableChooser;
  } | null = null;
  return (catalog, embedded) => {
    if (last?.catalog !== catalog || last.embedded !== embedded) {
      const chooser = createCableChooser(catalog, embedded, (id) => catalog.byId.get(id) ?? null);
      last = { catalog, embedded, chooser };
    }
    return last.chooser;
  };
}

/**
 * A chooser over one catalog. Of equal cables the one embedded in the design wins, then the lowest id, so that
 * a design does not change its cables when the catalog grows.
 */
export function createCableChooser(
  catalog: Catalog,
  embedded: ReadonlyMap<PartId, Part>,
  pinned: (id: PartId) => Part | null,
): CableChooser {
  const { cables, transceivers } = orderStock(catalog, embedded);
  // Asked once per cable, so known needs are found without putting a key together.
  const answers = new Map<number, { readonly need: CableNeed; readonly answer: CableAnswer }[]>();
  return (need) => {
    let known = answers.get(need.lengthM);
    if (!known) answers.set(need.lengthM, (known = []));
    for (const entry of known) if (sameNeed(entry.need, need)) return entry.answer;
    const answer =
      need.cableId === null
        ? choose(need, cables, transceivers)
        : checkPinned(need.cableId, need, pinned(need.cableId));
    known.push({ need, answer });
    return answer;
  };
}

/** For needs of the same length. */
function sameNeed(a: CableNeed, b: CableNeed): boolean {
  return (
    a.cageA === b.cageA &&
    a.cageB === b.cageB &&
    a.speedGbps === b.speedGbps &&
    a.medium === b.medium &&
    a.cableId === b.cableId &&
    a.ways === b.ways &&
    (a.otherCagesB === b.otherCagesB ||
      (a.otherCagesB.length === b.otherCagesB.length &&
        a.otherCagesB.every((cage, i) => cage === b.otherCagesB[i])))
  );
}

/** Cables and transceivers in the order they are tried. */
function orderStock(
  catalog: Catalog,
  embedded: ReadonlyMap<PartId, Part>,
): { readonly cables: readonly CablePart[]; readonly transceivers: readonly TransceiverPart[] } {
  const prefer = (a: Part, b: Part) =>
    Number(embedded.has(b.id)) - Number(embedded.has(a.id)) || compareText(a.id, b.id);
  const cables = [...catalog.cables].sort((a, b) => a.lengthM - b.lengthM || prefer(a, b));
  const transceivers = [...catalog.transceivers].sort(prefer);
  return { cables, transceivers };
}

function choose(
  need: CableNeed,
  cables: readonly CablePart[],
  transceivers: readonly TransceiverPart[],
): CableAnswer {
  const passed: string[] = [];
  for (const medium of ASSEMBLIES[need.medium]) {
    const fitting = cables.filter((cable) => cable.medium === medium && joins(cable, need));
    const part = fitting.find((cable) => cable.lengthM >= need.lengthM);
    if (part)
      return chosen(
        { kind: 'assembly', part },
        passed,
        `${NAMES[medium]} in reach; shortest stock length of at least ${need.lengthM} m`,
      );
    const longest = fitting.at(-1);
    if (longest) passed.push(`${NAMES[medium]} ends at ${longest.lengthM} m`);
  }
  // No fibre that fans out is in the catalog, so a port cannot be split with transceivers.
  for (const type of need.ways === 1 ? FIBRES[need.medium] : []) {
    const optics = findOptics(need, type, transceivers);
    if (optics)
      return chosen(
        optics,
        passed,
        `two transceivers and ${type} fibre; shortest patch cord of at least ${need.lengthM} m`,
      );
  }
  const { cageA, cageB, ways, speedGbps, lengthM } = need;
  const kind = `${need.medium === 'auto' ? '' : `${need.medium} `}${ways === 1 ? '' : 'breakout '}cable`;
  const why = `no ${kind} for ${describeEnds(cageA, cageB, ways)} at ${speedGbps} Gb/s reaches ${lengthM} m`;
  return {
    cable: null,
    reason: passed.length > 0 ? `${why}: ${passed.join(', ')}` : why,
    problem: { code: 'no-cable', cageA, cageB, ways, speedGbps, lengthM },
  };
}

/** Both ends in words: `SFP28 to SFP28`, `QSFP28 to 4 x SFP28`. */
function describeEnds(cageA: Cage, cageB: Cage, ways: CablePart['ways']): string {
  return `${cageA} to ${ways === 1 ? '' : `${ways} x `}${cageB}`;
}

function chosen(cable: CableChoice, passed: readonly string[], reason: string): CableAnswer {
  return { cable, reason: passed.length > 0 ? `${passed.join(', ')}; ${reason}` : reason, problem: null };
}

function joins(cable: CablePart, need: CableNeed): boolean {
  return cable.ways === need.ways && cable.speedsGbps.includes(need.speedGbps) && plugsFit(cable, need);
}

/** A cable of two ends fits either way round; of a breakout end A is the one that is split. */
function plugsFit({ connectorA, connectorB }: CablePart, need: CableNeed): boolean {
  if (need.ways === 1) return cableFits(connectorA, connectorB, need.cageA, need.cageB);
  return (
    plugFits(connectorA, need.cageA) &&
    [need.cageB, ...need.otherCagesB].every((cage) => plugFits(connectorB, cage))
  );
}

function findOptics(
  need: CableNeed,
  type: Fibre,
  transceivers: readonly TransceiverPart[],
): CableChoice | null {
  const lengthM = patchCordLength(need.lengthM);
  const lit = transceivers.filter(
    (part) => part.speedGbps === need.speedGbps && reach(part, type) >= lengthM,
  );
  for (const transceiverA of lit) {
    if (!plugFits(transceiverA.cage, need.cageA)) continue;
    const matches = lit.filter(
      (part) =>
        plugFits(part.cage, need.cageB) &&
        part.standard === transceiverA.standard &&
        part.connector === transceiverA.connector,
    );
    const transceiverB = matches.find((part) => part.id === transceiverA.id) ?? matches[0];
    if (transceiverB) {
      const fibre = { type, connector: transceiverA.connector, lengthM };
      return { kind: 'optical', transceiverA, transceiverB, fibre };
    }
  }
  return null;
}

/** Metres a transceiver lights; OM4 does whatever the lesser OM3 does. */
function reach(part: TransceiverPart, type: Fibre): number {
  return part.reachM[type] ?? (type === 'OM4' ? part.reachM.OM3 : undefined) ?? 0;
}

function checkPinned(partId: PartId, need: CableNeed, part: Part | null): CableAnswer {
  if (!part)
    return refused(`neither the catalog nor the file knows the chosen cable "${partId}"`, {
      code: 'part-unknown',
      partId,
    });
  if (part.kind !== 'cable') return unfit(partId, 'it is not a cable');
  const why = whyUnfit(part, need);
  if (why !== null) return unfit(partId, why);
  return { cable: { kind: 'assembly', part }, reason: 'Chosen by hand', problem: null };
}

function unfit(partId: PartId, why: string): CableAnswer {
  return refused(`the cable chosen by hand does not fit: ${why}`, { code: 'pinned-unfit', partId, why });
}

function refused(reason: string, problem: LinkProblem): CableAnswer {
  return { cable: null, reason, problem };
}

/** Says why a cable chosen by hand does not fit; null when it does. */
function whyUnfit(part: CablePart, need: CableNeed): string | null {
  if (part.ways !== need.ways) {
    return part.ways === 1 ? 'it is not a breakout cable' : `it splits a port into ${part.ways}`;
  }
  if (!plugsFit(part, need)) {
    const { cageA, cageB, ways } = need;
    return `its plugs are ${part.connectorA} and ${part.connectorB}, the cages ${describeEnds(cageA, cageB, ways).replace(' to ', ' and ')}`;
  }
  if (!part.speedsGbps.includes(need.speedGbps)) {
    return `it is made for ${part.speedsGbps.join(' and ')} Gb/s, the link runs at ${need.speedGbps} Gb/s`;
  }
  if (part.lengthM < need.lengthM) return `it is ${part.lengthM} m long, the route ${need.lengthM} m`;
  return null;
}
