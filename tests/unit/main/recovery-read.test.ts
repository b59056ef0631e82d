import { expect, it } from 'vitest';
import { HostError } from '../../../shared/host/index.ts';
import { createHandlers, type Services } from '../../../src-main/handlers.ts';

it('a recovery copy opens although its file cannot be read now; the file counts as changed', async () => {
  const file = { token: 'token-aaaa', name: 'a.cwplan', path: '/a.cwplan' };
  const draft = { file: file.path, stamp: '1-2-abc', pending: 'def' };
  const services: Partial<Services> = {
    drafts: { read: () => Promise.resolve({ draft, text: 'edited' }) } as never,
    files: {
      refOf: () => file,
      check: () => Promise.reject(new HostError('lost', 'The network folder does not answer.')),
    } as never,
  };
  const handlers = createHandlers(services as Services);
  expect(await handlers['drafts.read']({ draft: 'draft-aaaa' })).toEqual({
    text: 'edited',
    file,
    stamp: draft.stamp,
    fileState: 'changed',
  });
});
