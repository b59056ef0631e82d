import { HostError } from '../../shared/host/index.ts';
import { HOST_ADVICE } from '../messages/en.ts';

/** What went wrong and what to do about it. */
export function inWords(error: unknown): string {
  if (!(error instanceof HostError)) return error instanceof Error ? error.message : String(error);
  const advice = HOST_ADVICE[error.code];
  return advice ? `${error.message} ${advice}` : error.message;
}
