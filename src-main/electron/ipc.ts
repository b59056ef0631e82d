import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron';
import { dispatch, isMethod, type Handlers, type Reply } from '../../shared/host/index.ts';
import { INVOKE_CHANNEL } from './channels.ts';
import { MAX_MESSAGE_SIZE, isLargerThan } from './message-size.ts';
import { isOwnUrl } from './origin.ts';

/** What the gate needs of an incoming message. */
type Sender = Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>;

const REFUSED: Reply = { ok: false, code: 'unreachable', message: 'This host does not answer here.' };

/**
 * The one gate for messages from pages: a known method, from the main frame of a window of ours that shows our own
 * page, and not too large. Only then is the message parsed and handled.
 */
export async function passGate(
  handlersOf: (contents: WebContents) => Handlers | null,
  event: Sender,
  method: unknown,
  input: unknown,
  onBug: (error: unknown) => void,
): Promise<Reply> {
  const handlers = handlersOf(event.sender);
  const frame = event.senderFrame;
  if (!handlers || !frame) return REFUSED;
  if (frame.frameTreeNodeId !== event.sender.mainFrame.frameTreeNodeId) return REFUSED;
  if (!isOwnUrl(frame.url)) return REFUSED;
  if (!isMethod(method))
    return { ok: false, code: 'unknown-method', message: 'This host does not know that request.' };
  if (isLargerThan(input, MAX_MESSAGE_SIZE)) {
    return { ok: false, code: 'too-large', message: 'This is more than Clusterwright takes at once.' };
  }
  return dispatch(handlers, method, input, onBug);
}

/** Opens the gate. */
export function listenToPages(
  handlersOf: (contents: WebContents) => Handlers | null,
  onBug: (error: unknown) => void,
): void {
  ipcMain.handle(INVOKE_CHANNEL, (event, method: unknown, input: unknown) =>
    passGate(handlersOf, event, method, input, onBug),
  );
}
