/** A record while it is being put together; it leaves this folder only as its read-only type. */
export type Draft<T> = { -readonly [K in keyof T]: T[K] };
