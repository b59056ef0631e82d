/** The outcome of an operation that can fail for reasons the caller must handle. Used at edges only. */
export type Result<T, E> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

/** A success. */
export function ok<T>(value: T): Result<T, never> {
  return { ok: true, value };
}

/** A failure the caller is expected to handle. */
export function err<E>(error: E): Result<never, E> {
  return { ok: false, error };
}
