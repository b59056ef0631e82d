/**
 * Reads a stream of server-sent events until it ends. `EventSource` is not used because it cannot send the
 * token as a header. Comment lines keep the connection alive and are passed over.
 */
export async function readEvents(
  body: ReadableStream<Uint8Array>,
  emit: (event: string, payload: unknown) => void,
): Promise<void> {
  const decoder = new TextDecoder();
  const reader = body.getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const blocks = (rest + decoder.decode(value, { stream: true })).split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const event = /^event: (.+)$/m.exec(block)?.[1];
      const data = /^data: (.+)$/m.exec(block)?.[1];
      if (event !== undefined && data !== undefined) emit(event, JSON.parse(data));
    }
  }
}
