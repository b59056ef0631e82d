import type { Design } from '../../shared/model/index.ts';
import type { SizeRequest } from '../../shared/size/index.ts';
import type { SizeAnswer, SizeEngine } from '../state/size-answer.ts';
import workerUrl from './size-worker.ts?worker&url';
import { trustedUrl } from './trusted-url.ts';

/** What the page asks the worker. */
export type SizeQuestion =
  | { readonly number: number; readonly ask: 'search'; readonly request: SizeRequest }
  | { readonly number: number; readonly ask: 'design'; readonly rowId: string };

/** What it says; `error` when the search itself broke. */
export type SizeReply =
  | { readonly number: number; readonly answer: SizeAnswer }
  | { readonly number: number; readonly design: Design | null }
  | { readonly number: number; readonly error: string };

interface Waiting {
  readonly resolve: (reply: SizeReply) => void;
  readonly reject: (error: Error) => void;
}

/** Searches in a worker, so that typing never waits for it. The worker starts with the first question. */
export function createSizeEngine(): SizeEngine {
  let worker: Worker | null = null;
  let asked = 0;
  const waiting = new Map<number, Waiting>();

  function start(): Worker {
    const started = new Worker(trustedUrl(workerUrl), { type: 'module' });
    started.onmessage = ({ data }: MessageEvent<SizeReply>) => {
      const question = waiting.get(data.number);
      waiting.delete(data.number);
      if ('error' in data) question?.reject(new Error(data.error));
      else question?.resolve(data);
    };
    started.onerror = (event) => {
      const broken = new Error(event.message || 'The search could not be started.');
      for (const { reject } of waiting.values()) reject(broken);
      waiting.clear();
      started.terminate();
      worker = null;
    };
    return started;
  }

  function ask(question: (number: number) => SizeQuestion): Promise<SizeReply> {
    worker ??= start();
    const to = worker;
    const number = ++asked;
    return new Promise((resolve, reject) => {
      waiting.set(number, { resolve, reject });
      to.postMessage(question(number));
    });
  }

  return {
    async search(request) {
      const reply = await ask((number) => ({ number, ask: 'search', request }));
      return 'answer' in reply ? reply.answer : { entries: [], leftOut: [], assumptions: [] };
    },
    async designOf(rowId) {
      const reply = await ask((number) => ({ number, ask: 'design', rowId }));
      return 'design' in reply ? reply.design : null;
    },
  };
}
