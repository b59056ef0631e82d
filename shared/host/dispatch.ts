import { HostError, METHODS, type Handlers, type MethodName, type Reply } from './contract.ts';

/** Tells whether a name from outside is a method of the contract. */
export function isMethod(name: unknown): name is MethodName {
  return typeof name === 'string' && Object.hasOwn(METHODS, name);
}

/**
 * Calls one handler for one message from outside: known method, input that parses, then the handler.
 * Never rejects. `onBug` gets what was not a `HostError`; the caller only learns that something went wrong.
 */
export async function dispatch(
  handlers: Handlers,
  method: unknown,
  input: unknown,
  onBug: (error: unknown) => void,
): Promise<Reply> {
  if (!isMethod(method))
    return { ok: false, code: 'unknown-method', message: 'This host does not know that request.' };
  const parsed = METHODS[method].input.safeParse(input);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const where = issue && issue.path.length > 0 ? `${issue.path.join('.')}: ` : '';
    return {
      ok: false,
      code: 'bad-input',
      message: `${where}${issue?.message ?? 'The request is malformed.'}`,
    };
  }
  try {
    const handler = handlers[method] as (value: unknown) => Promise<unknown>;
    return { ok: true, value: await handler(parsed.data) };
  } catch (error) {
    if (error instanceof HostError) return { ok: false, code: error.code, message: error.message };
    onBug(error);
    return {
      ok: false,
      code: 'internal',
      message: 'Something went wrong in Clusterwright. Nothing was changed.',
    };
  }
}
