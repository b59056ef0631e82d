import { HostError, type FolderRef, type HostClient, type MethodOutput } from '../../shared/host/index.ts';
import { message } from '../messages/en.ts';
import type { Report, Task, TaskState } from './tasks.svelte.ts';
import type { ToastState } from './toasts.svelte.ts';

export interface ExportChoice {
  readonly formats: readonly string[];
  readonly paper: 'A4' | 'LETTER';
}

/** What an export needs of its window. */
export interface ExportNeeds {
  readonly client: HostClient;
  readonly tasks: TaskState;
  readonly toasts: ToastState;
  readonly chooseFolder: () => Promise<FolderRef | null>;
  /** The design as its file holds it. */
  readonly text: () => Promise<string>;
  readonly onFail: (text: string, error: unknown) => void;
}

/** Exports of this window, one at a time. */
export class ExportRun {
  /** Files of the last export that finished. */
  result: MethodOutput<'exports.run'> | null = $state.raw(null);
  /** Why the last export stopped, in words; null when it did not. */
  error: string | null = $state(null);
  #jobs = 0;
  /** Where the progress of the running export goes. */
  #exporting: { readonly job: string; readonly report: Report } | null = null;
  readonly #needs: ExportNeeds;

  constructor(needs: ExportNeeds) {
    this.#needs = needs;
  }

  /** The export under way. */
  get task(): Task | null {
    return this.#needs.tasks.named('export');
  }

  /** Hears how far the host is. Returns the way to stop. */
  listen = (): (() => void) =>
    this.#needs.client.on('export.progress', (job) => {
      if (this.#exporting?.job === job.job)
        this.#exporting.report({ done: job.done, total: job.total, note: job.current });
    });

  /** Asks for a folder and writes the chosen formats there, as a task. True when all were written. */
  run = async (choice: ExportChoice): Promise<boolean> => {
    if (this.task || choice.formats.length === 0) return false;
    const { tasks, toasts, chooseFolder, onFail } = this.#needs;
    const folder = await chooseFolder();
    if (!folder) return false;
    this.error = null;
    try {
      const run = await tasks.run(
        message('export.running'),
        (signal, report) => this.#export(choice, folder, signal, report),
        'export',
      );
      if (!run.ok) throw new HostError('cancelled', message('export.cancelled'));
      const { files, folder: to } = (this.result = run.value);
      toasts.show('success', message('export.done', files.length, to.name), to.path);
      return true;
    } catch (error) {
      if (error instanceof HostError && error.code === 'cancelled') {
        toasts.show('info', message('export.cancelled'));
      } else {
        this.error = error instanceof Error ? error.message : String(error);
        onFail(message('export.failed'), error);
      }
      return false;
    }
  };

  #export = async (
    { formats, paper }: ExportChoice,
    folder: FolderRef,
    signal: AbortSignal,
    report: Report,
  ): Promise<MethodOutput<'exports.run'>> => {
    const { client, text, onFail } = this.#needs;
    const job = `export-${++this.#jobs}`;
    this.#exporting = { job, report };
    report({ done: 0, total: formats.length });
    signal.addEventListener('abort', () => {
      client
        .call('exports.cancel', { job })
        .catch((error: unknown) => onFail(message('export.failed'), error));
    });
    try {
      return await client.call('exports.run', {
        job,
        text: await text(),
        formats: [...formats],
        paper,
        folder: folder.token,
      });
    } finally {
      this.#exporting = null;
    }
  };
}
