import { describe, expect, it } from 'vitest';
import { TaskState, type Progress } from '../../../src-renderer/state/tasks.svelte.ts';

/** A clock that only moves when told to. */
function setUp() {
  const said: string[] = [];
  const waiting = new Set<() => void>();
  const tasks = new TaskState(
    (text) => said.push(text),
    (run) => {
      waiting.add(run);
      return () => waiting.delete(run);
    },
  );
  const halfASecondLater = () => waiting.forEach((run) => run());
  return { tasks, said, waiting, halfASecondLater };
}

/** Work that ends when told to, and rejects when it is stopped. */
function work() {
  let end: (value: string) => void = () => undefined;
  let report: (progress: Progress) => void = () => undefined;
  const run = (signal: AbortSignal, to: typeof report) => {
    report = to;
    return new Promise<string>((resolve, reject) => {
      end = resolve;
      signal.addEventListener('abort', () => reject(new Error('aborted')));
    });
  };
  return { run, end: (value: string) => end(value), report: (progress: Progress) => report(progress) };
}

describe('tasks', () => {
  it('say nothing while they are quick', async () => {
    const { tasks, said, waiting } = setUp();
    const job = work();
    const running = tasks.run('Arranging', job.run);
    expect(tasks.list).toHaveLength(1);
    expect(tasks.shown).toBeNull();
    job.end('laid out');
    expect(await running).toEqual({ ok: true, value: 'laid out' });
    expect(tasks.list).toEqual([]);
    expect(waiting.size).toBe(0);
    expect(said).toEqual([]);
  });

  it('are shown and announced once they take long, with their progress', async () => {
    const { tasks, said, halfASecondLater } = setUp();
    const job = work();
    const running = tasks.run('Arranging', job.run);
    halfASecondLater();
    job.report({ done: 3, total: 10 });
    expect(tasks.shown).toMatchObject({ label: 'Arranging', progress: { done: 3, total: 10 } });
    job.end('x');
    await running;
    expect(tasks.shown).toBeNull();
    expect(said).toEqual(['Arranging …', 'Arranging: done']);
  });

  it('stop when the user says so', async () => {
    const { tasks, said, halfASecondLater } = setUp();
    const running = tasks.run('Exporting', work().run, 'export');
    halfASecondLater();
    const task = tasks.named('export');
    tasks.cancel(task?.id ?? -1);
    expect(tasks.named('export')?.stopping).toBe(true);
    expect(await running).toEqual({ ok: false, error: 'cancelled' });
    expect(tasks.named('export')).toBeNull();
    expect(said.at(-1)).toBe('Exporting: cancelled');
  });

  it('that end in spite of a late cancel are done', async () => {
    const { tasks } = setUp();
    let finish: (value: number) => void = () => undefined;
    const running = tasks.run('Deaf', () => new Promise<number>((resolve) => (finish = resolve)));
    tasks.cancel(tasks.list[0]?.id ?? -1);
    finish(7);
    expect(await running).toEqual({ ok: true, value: 7 });
  });

  it('pass on what went wrong, and are gone', async () => {
    const { tasks, said, halfASecondLater } = setUp();
    const running = tasks.run('Reading', async () => {
      halfASecondLater();
      await Promise.resolve();
      throw new Error('disk full');
    });
    await expect(running).rejects.toThrow('disk full');
    expect(tasks.list).toEqual([]);
    expect(said.at(-1)).toBe('Reading: stopped');
  });
});
