import type { WireSource } from '../state/wire.ts';
import { DRAG_PX, distance, type ToolEvent, type ToolHost, type ToolState } from './tool.ts';

/** The tool that makes every press a wire: nothing is pressed. */
export const wireIdle: ToolState = {
  name: 'idle',
  handle(event, host) {
    if (event.type !== 'down') return wireIdle;
    const source = sourceOf(event);
    return source && host.wire.start(source) ? new Pulling(event, wireIdle) : wireIdle;
  },
};

/** What a press would pull a wire from: an end of a cable, a port, or the body of a device. */
function sourceOf({ handle, port, target }: ToolEvent): WireSource | null {
  if (handle) return handle;
  if (port !== null) return { kind: 'port', portId: port };
  if (target?.kind !== 'node' && target?.kind !== 'switch') return null;
  return { kind: 'body', ownerId: target.id as never };
}

/** A wire follows the pressed pointer. Let go without a move, it stays and follows the pointer until the next click. */
class Pulling implements ToolState {
  readonly name = 'pulling';
  readonly #down: ToolEvent;
  readonly #after: ToolState;
  #moved = false;

  constructor(down: ToolEvent, after: ToolState) {
    this.#down = down;
    this.#after = after;
  }

  handle(event: ToolEvent, host: ToolHost): ToolState {
    if (event.type === 'cancel') return leave(host, this.#after);
    if (event.type === 'move') {
      this.#moved ||= distance(event.screen, this.#down.screen) >= DRAG_PX;
      if (this.#moved) host.wire.aim(event.point);
      return this;
    }
    if (event.type !== 'up') return this;
    if (!this.#moved) return new Following(this.#after);
    host.wire.aim(event.point);
    host.wire.drop();
    return this.#after;
  }
}

/** The wire hangs on the pointer though nothing is pressed: the next click ends it. */
class Following implements ToolState {
  readonly name = 'following';
  readonly #after: ToolState;

  constructor(after: ToolState) {
    this.#after = after;
  }

  handle(event: ToolEvent, host: ToolHost): ToolState {
    if (event.type === 'cancel') return leave(host, this.#after);
    host.wire.aim(event.point);
    if (event.type !== 'up') return this;
    host.wire.drop();
    return this.#after;
  }
}

function leave(host: ToolHost, after: ToolState): ToolState {
  host.wire.cancel();
  return after;
}

/** A drag of the select tool that begins at a free port or at the end of a selected cable; null when it is none. */
export function pullFrom(down: ToolEvent, after: ToolState, host: ToolHost): ToolState | null {
  const { handle, port } = down;
  const source: WireSource | null = handle ?? (port === null ? null : { kind: 'port', portId: port });
  // A cabled port is a part of its card: dragging it moves the card.
  if (!source || (!handle && !host.wire.offers(source))) return null;
  return host.wire.start(source) ? new Pulling(down, after) : after;
}
