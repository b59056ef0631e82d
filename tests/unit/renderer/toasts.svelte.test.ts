import { describe, expect, it } from 'vitest';
import { ToastState } from '../../../src-renderer/state/toasts.svelte.ts';

describe('ToastState', () => {
  it('lets good news go by itself and keeps failures until they are closed', () => {
    const due: (() => void)[] = [];
    const toasts = new ToastState((run) => due.push(run));
    toasts.show('success', 'Saved');
    toasts.show('fail', 'Not saved', 'The disk is full.');
    for (const run of due) run();
    expect(toasts.list.map((toast) => toast.text)).toEqual(['Not saved']);
    toasts.close(toasts.list[0]?.id ?? 0);
    expect(toasts.list).toEqual([]);
  });

  it('shows the same message once and no more than four', () => {
    const toasts = new ToastState(() => undefined);
    for (const text of ['a', 'b', 'a', 'c', 'd', 'e']) toasts.show('fail', text);
    expect(toasts.list.map((toast) => toast.text)).toEqual(['a', 'c', 'd', 'e']);
    expect(new Set(toasts.list.map((toast) => toast.id)).size).toBe(4);
  });
});
