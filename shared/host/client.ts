import {
  EVENTS,
  HostError,
  METHODS,
  replySchema,
  type EventName,
  type EventPayload,
  type MethodInput,
  type MethodName,
  type MethodOutput,
} from './contract.ts';

/** Carries messages; knows no method. */
export interface Transport {
  readonly invoke: (method: string, input: unknown) => Promise<unknown>;
  /** Returns the function that ends the subscription. */
  readonly on: (event: string, listener: (payload: unknown) => void) => () => void;
}

/** The page's side of a host. */
export interface HostClient {
  /** Rejects with a `HostError` that holds a sentence for the user. */
  readonly call: <M extends MethodName>(method: M, input: MethodInput<M>) => Promise<MethodOutput<M>>;
  readonly on: <E extends EventName>(event: E, listener: (payload: EventPayload<E>) => void) => () => void;
}

/** A typed client over any transport; what comes back is checked against the contract. */
export function createHostClient(transport: Transport): HostClient {
  return {
    async call(method, input) {
      const reply = replySchema.safeParse(await transport.invoke(method, input));
      if (!reply.success) throw new HostError('internal', 'The host gave an answer that cannot be read.');
      if (!reply.data.ok) throw new HostError(reply.data.code, reply.data.message);
      return METHODS[method].output.parse(reply.data.value) as never;
    },
    on(event, listener) {
      return transport.on(event, (payload) => {
        const parsed = EVENTS[event].safeParse(payload);
        if (parsed.success) listener(parsed.data as never);
      });
    },
  };
}
