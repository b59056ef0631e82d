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

/** Runs a computation and notes which fields of its sources it reads. */
export function track<In extends Sources, Out>(sources: In, compute: (sources: In) => Out): Remembered<Out> {
  const reads = new Map<string, Read>();
  const watched = Object.fromEntries(
    Object.entries(sources).map(([source, object]) => [
      source,
      new Proxy(object, {
        get: (target, field) => {
          const value: unknown = Reflect.get(target, field);
          if (typeof field === 'string') reads.set(`${source}.${field}`, { source, field, value });
          return value;
        },
      }),
    ]),
  ) as In;
  return { out: compute(watched), reads: [...reads.values()] };
}

/** True while every field that was read holds the very same value. */
export function holds({ reads }: Remembered<unknown>, sources: Sources): boolean {
  return reads.every(({ source, field, value }) => {
    const object = sources[source];
    return object !== undefined && Reflect.get(object, field) === value;
  });
}
