import '../host/strict-csp.ts';
import { catalog } from '../../shared/catalog/index.ts';
import { createSearch } from '../../shared/size/index.ts';
import { createAnswerer } from '../state/size-answer.ts';
import type { SizeQuestion, SizeReply } from './size-engine.ts';

const answerer = createAnswerer(createSearch(catalog));

function replyTo(question: SizeQuestion): SizeReply {
  const { number } = question;
  try {
    return question.ask === 'search'
      ? { number, answer: answerer.search(question.request) }
      : { number, design: answerer.designOf(question.rowId) };
  } catch (error) {
    return { number, error: error instanceof Error ? error.message : String(error) };
  }
}

addEventListener('message', ({ data }: MessageEvent<SizeQuestion>) => {
  postMessage(replyTo(data));
});
