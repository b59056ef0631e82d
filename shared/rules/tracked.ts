/** One field that was read, and what it held. */
interface Read {
  readonly source: string;
  readonly field: string;
  readonly value: unknown;
}

type Sources = Readonly<Record<string, object>>;

/**
 * What a computation answered, and every field it read of its sources. Designs, plans and facts are never changed in
 * place, so while all those fields hold the very same values the answer cannot be another.
 */
export interface Remembered<Out> {
  readonly reads: readonly Read[];
  readonly out: Out;
}

/** Runs one computation after the other over the same sources and notes which of their fields each reads. */
export type Tracker<In extends Sources> = <Out>(compute: (sources: In) => Out) => Remembered<Out>;

/** Makes a tracker; the fields of its sources may grow, but never change. */
export function createTracker<In extends Sources>(sources: In): Tracker<In> {
  const noted = new Map<string, Map<string, unknown>>();
  const watched = Object.fromEntries(
    Object.entries(sources).map(([source, object]) => {
      const fields = new Map<string, unknown>();
      noted.set(source, fields);
      return [
        source,
        new Proxy(object, {
          get: (target, field) => {
            const value: unknown = Reflect.get(target, field);
            if (typeof field === 'string') fields.set(field, value);
            return value;
          },
        }),
      ];
    }),
  ) as In;
  return (compute) => {
    for (const fields of noted.values()) fields.clear();
    const out = compute(watched);
    const reads: Read[] = [];
    for (const [source, fields] of noted) {
      for (const [field, value] of fields) reads.push({ source, field, value });
    }
    return { out, reads };
  };
}

/** True while every field that was read holds the very same value. */
export function holds({ reads }: Remembered<unknown>, sources: Sources): boolean {
  return reads.every(({ source, field, value }) => {
    const object = sources[source];
    return object !== undefined && Reflect.get(object, field) === value;
  });
}

/** Tells a tracker what a function follows from that is made now and asked later. */
export function followsFrom<T extends object>(source: T, ...fields: readonly (keyof T)[]): void {
  for (const field of fields) void Reflect.get(source, field);
}
