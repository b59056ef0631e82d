import type {
  AdapterPart,
  CablePart,
  Catalog,
  Part,
  PartKind,
  ServerPart,
  SwitchPart,
} from '../catalog/types.ts';
import type { PartId, SubjectId } from '../lib/ids.ts';
import { compareText } from '../lib/stable-json.ts';
import type { Plan } from './types.ts';

/** Looks products up and keeps the record of what was used and what nobody knows. */
export interface PartBook {
  readonly adapter: (id: PartId, subject: SubjectId) => AdapterPart | null;
  readonly switch: (id: PartId, subject: SubjectId) => SwitchPart | null;
  readonly server: (id: PartId, subject: SubjectId) => ServerPart | null;
  readonly cable: (id: PartId, subject: SubjectId) => CablePart | null;
  /** Notes a product that was chosen and not named by the design. */
  readonly use: (part: Part) => void;
  readonly used: () => Plan['parts'];
  readonly unknown: () => Plan['unknownParts'];
}

/** A book over one catalog. A product of another kind than wanted counts as unknown. */
export function createPartBook(catalog: Catalog): PartBook {
  const used = new Map<PartId, Part>();
  const unknown = new Map<PartId, Set<SubjectId>>();
  const find = <K extends PartKind>(
    kind: K,
    id: PartId,
    subject: SubjectId,
  ): Extract<Part, { kind: K }> | null => {
    const part = catalog.byId.get(id);
    if (part) used.set(id, part);
    if (part && isKind(part, kind)) return part;
    const subjects = unknown.get(id) ?? new Set();
    unknown.set(id, subjects.add(subject));
    return null;
  };
  return {
    adapter: (id, subject) => find('adapter', id, subject),
    switch: (id, subject) => find('switch', id, subject),
    server: (id, subject) => find('server', id, subject),
    cable: (id, subject) => find('cable', id, subject),
    use: (part) => used.set(part.id, part),
    used: () => new Map([...used].sort(([a], [b]) => compareText(a, b))),
    unknown: () =>
      [...unknown]
        .sort(([a], [b]) => compareText(a, b))
        .map(([partId, subjects]) => ({ partId, subjects: [...subjects].sort(compareText) })),
  };
}

function isKind<K extends PartKind>(part: Part, kind: K): part is Extract<Part, { kind: K }> {
  return part.kind === kind;
}
