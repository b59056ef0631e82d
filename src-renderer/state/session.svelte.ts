import { describeFailure, parseDesignFile, serializeDesign } from '../../shared/file/index.ts';
import {
  HostError,
  type FileRef,
  type FolderRef,
  type HostClient,
  type MethodOutput,
  type RecentFile,
} from '../../shared/host/index.ts';
import type { CommandId, CommandPayload } from '../../shared/commands/index.ts';
import { emptyDesign, projectOf, type Design } from '../../shared/model/index.ts';
import { embedParts } from '../../shared/plan/index.ts';
import { templates } from '../../shared/templates/index.ts';
import { HOST_ADVICE, message } from '../messages/en.ts';
import type { ProjectState } from './project.svelte.ts';
import { sameDesign } from './same-design.ts';
import { TaskState, type Report, type Task } from './tasks.svelte.ts';
import { ToastState } from './toasts.svelte.ts';
import type { ViewState } from './view.svelte.ts';

export type AppInfo = MethodOutput<'app.info'>;

/** A question for a file or folder that the page must ask itself, where the host has no dialogs. */
export interface FilePrompt {
  readonly mode: 'open' | 'save' | 'folder';
  /** For `save`: the name to start with, with its extension. */
  readonly suggestedName: string;
  readonly resolve: (ref: FileRef | null) => void;
}

/** Save / Don't save / Cancel. */
export interface UnsavedPrompt {
  readonly name: string;
  readonly resolve: (choice: 'save' | 'discard' | 'cancel') => void;
}

/** The file on disk is not what was read. */
export interface ConflictPrompt {
  readonly name: string;
  readonly resolve: (choice: 'overwrite' | 'copy' | 'reload' | 'cancel') => void;
}

export interface ExportChoice {
  readonly formats: readonly string[];
  readonly paper: 'A4' | 'LETTER';
}

interface OpenFile {
  readonly ref: FileRef;
  readonly stamp: string;
}

const EXTENSION = '.cwplan';

/** The document as a file: where it is, whether it is saved, and every flow that talks to the host. */
export class SessionState {
  readonly toasts = new ToastState();
  readonly tasks: TaskState;
  info: AppInfo | null = $state.raw(null);
  /** False until a template or a file was opened: the gallery is shown. */
  hasDocument = $state(false);
  /** Counts the designs shown so far, so that the canvas knows when to fit a new one. */
  shown = $state(0);
  file: OpenFile | null = $state.raw(null);
  /** Files used before: pinned ones first, then newest first. */
  recent: readonly RecentFile[] = $state.raw([]);
  filePrompt: FilePrompt | null = $state.raw(null);
  unsaved: UnsavedPrompt | null = $state.raw(null);
  conflict: ConflictPrompt | null = $state.raw(null);
  /** Files of the last export that finished. */
  exportResult: MethodOutput<'exports.run'> | null = $state.raw(null);
  /** Why the last export stopped, in words; null when it did not. */
  exportError: string | null = $state(null);
  /** A file is being read or written. */
  busy = $state(false);
  /** What the file holds, or the untouched template; null for a design that came from neither. */
  #saved: Design | null = $state.raw(null);
  /** The window may close without asking again. */
  leaving = false;
  #jobs = 0;
  /** Where the progress of the running export goes. */
  #exporting: { readonly job: string; readonly report: Report } | null = null;
  readonly #client: HostClient;
  readonly #project: ProjectState;
  readonly #view: ViewState;

  readonly dirty: boolean = $derived.by(() => {
    if (!this.hasDocument) return false;
    return this.#saved === null || !sameDesign(this.#saved, this.#project.design);
  });
  /** Name of the file, or the one it would get. */
  readonly name: string = $derived.by(() => this.file?.ref.name ?? fileNameFor(this.#project.design));

  constructor(client: HostClient, project: ProjectState, view: ViewState) {
    this.#client = client;
    this.#project = project;
    this.#view = view;
    this.tasks = new TaskState(view.announce);
  }

  /** The export under way. */
  get exportTask(): Task | null {
    return this.tasks.named('export');
  }

  /** Learns what the host can do, opens the file it was started with, and listens. Returns the way to stop. */
  start = async (): Promise<() => void> => {
    const stops = [
      this.#client.on('file.opened', ({ file }) => void this.openRef(file)),
      this.#client.on('export.progress', (job) => {
        if (this.#exporting?.job === job.job)
          this.#exporting.report({ done: job.done, total: job.total, note: job.current });
      }),
    ];
    try {
      const { openFile } = await this.#introduce();
      if (openFile) await this.openRef(openFile);
      await this.refreshRecent();
    } catch (error) {
      this.#fail(message('host.lost'), error);
    }
    return () => stops.forEach((stop) => stop());
  };

  /** Asks again which files were used last. */
  refreshRecent = async (): Promise<void> => {
    try {
      this.recent = await this.#client.call('files.recent', {});
    } catch (error) {
      this.#fail(message('host.lost'), error);
    }
  };

  /** Runs a command and tells the user when it was refused. True when it was done. */
  edit = <C extends CommandId>(id: C, payload: CommandPayload<C>): boolean => {
    const result = this.#project.run(id, payload);
    if (!result.ok) this.toasts.show('warn', message('edit.refused'), result.error);
    return result.ok;
  };

  /** Keeps a file at the top of the recent ones, or lets it go again. */
  pinRecent = async (ref: FileRef, pinned: boolean): Promise<void> => {
    await this.#client
      .call('files.pinRecent', { file: ref.token, pinned })
      .catch((error: unknown) => this.#fail(message('recent.failed'), error));
    await this.refreshRecent();
  };

  /** Takes a file off the list; the file itself stays. */
  forgetRecent = async (ref: FileRef): Promise<void> => {
    await this.#client
      .call('files.forgetRecent', { file: ref.token })
      .catch((error: unknown) => this.#fail(message('recent.failed'), error));
    await this.refreshRecent();
  };

  /** Starts a design with nothing in it, after asking about unsaved changes. */
  newBlank = async (): Promise<boolean> => {
    if (!(await this.mayLeave())) return false;
    const design = emptyDesign(message('app.untitled'));
    this.#show(design, null, design);
    return true;
  };

  /** Starts a new design from a template, after asking about unsaved changes. */
  newFromTemplate = async (templateId: string): Promise<boolean> => {
    const template = templates.find((entry) => entry.id === templateId);
    if (!template) {
      this.toasts.show('fail', message('template.unknown', templateId));
      return false;
    }
    if (!(await this.mayLeave())) return false;
    // An untouched template is no work of the user's: it can be left without a question.
    const design = template.build();
    this.#show(design, null, design);
    return true;
  };

  /** Lets the user choose a file and opens it. */
  open = async (): Promise<boolean> => {
    const ref = await this.#choose('open', '');
    return ref ? this.openRef(ref) : false;
  };

  /** Opens a file the host named, after asking about unsaved changes. */
  openRef = async (ref: FileRef): Promise<boolean> => {
    if (!(await this.mayLeave())) return false;
    return this.#read(ref);
  };

  /** Opens text that came by itself, for example dropped on the window. It becomes a design without a file. */
  openText = async (text: string, name: string): Promise<boolean> => {
    const parsed = parseDesignFile(text);
    if (!parsed.ok) {
      this.toasts.show('fail', message('file.openFailed', name), describeFailure(parsed.error, name));
      return false;
    }
    if (!(await this.mayLeave())) return false;
    this.#show(parsed.value, null, null);
    return true;
  };

  /** Writes the file, or asks for a place when there is none. True when the design is on disk. */
  save = async (): Promise<boolean> => {
    if (!this.hasDocument) return false;
    if (!this.file) return this.saveAs();
    return this.#write(this.file.ref, this.file.stamp);
  };

  /** Asks for a place and writes there; the file it had before stays as it is. */
  saveAs = async (): Promise<boolean> => {
    if (!this.hasDocument) return false;
    const ref = await this.#choose('save', this.name);
    return ref ? this.#write(ref, null) : false;
  };

  /** True when nothing would be lost: nothing to save, saved now, or the user does not want it. */
  mayLeave = async (): Promise<boolean> => {
    if (!this.dirty) return true;
    if (this.unsaved) return false;
    const choice = await new Promise<'save' | 'discard' | 'cancel'>((resolve) => {
      this.unsaved = { name: this.name, resolve };
    });
    this.unsaved = null;
    if (choice === 'save') return this.save();
    return choice === 'discard';
  };

  /** Asks about unsaved changes because the window is to close; from then on closing is not held up. */
  leave = async (): Promise<boolean> => {
    this.leaving = await this.mayLeave();
    return this.leaving;
  };

  /** Lets the user choose a folder. */
  chooseFolder = (): Promise<FolderRef | null> => this.#choose('folder', '');

  /** Asks for a folder and writes the chosen formats there, as a task. True when all were written. */
  runExport = async (choice: ExportChoice): Promise<boolean> => {
    if (this.exportTask || choice.formats.length === 0) return false;
    const folder = await this.chooseFolder();
    if (!folder) return false;
    this.exportError = null;
    try {
      const run = await this.tasks.run(
        message('export.running'),
        (signal, report) => this.#export(choice, folder, signal, report),
        'export',
      );
      if (!run.ok) throw new HostError('cancelled', message('export.cancelled'));
      const result = (this.exportResult = run.value);
      this.toasts.show(
        'success',
        message('export.done', result.files.length, result.folder.name),
        result.folder.path,
      );
      return true;
    } catch (error) {
      if (error instanceof HostError && error.code === 'cancelled') {
        this.toasts.show('info', message('export.cancelled'));
      } else {
        this.exportError = error instanceof Error ? error.message : String(error);
        this.#fail(message('export.failed'), error);
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
    const job = `export-${++this.#jobs}`;
    this.#exporting = { job, report };
    report({ done: 0, total: formats.length });
    signal.addEventListener('abort', () => {
      this.#client
        .call('exports.cancel', { job })
        .catch((error: unknown) => this.#fail(message('export.failed'), error));
    });
    try {
      const text = await this.text();
      return await this.#client.call('exports.run', {
        job,
        text,
        formats: [...formats],
        paper,
        folder: folder.token,
      });
    } finally {
      this.#exporting = null;
    }
  };

  /** The design as the file holds it, with copies of the products it uses. */
  text = async (): Promise<string> => {
    const { version } = await this.#introduce();
    return serializeDesign(embedParts(this.#project.design, this.#project.outcome.plan), version);
  };

  /** Host calls for the page's own file dialog; failures are for the dialog to show. */
  listFolder = (folder: string | null) => this.#client.call('files.list', { folder });
  placeFile = (folder: string, name: string) => this.#client.call('files.place', { folder, name });
  makeFolder = (folder: string, name: string) => this.#client.call('files.makeFolder', { folder, name });

  /** Asks the host who it is, once. */
  #introduce = async (): Promise<AppInfo> => {
    this.info ??= await this.#client.call('app.info', {});
    return this.info;
  };

  #choose = async (mode: FilePrompt['mode'], suggestedName: string): Promise<FileRef | null> => {
    try {
      const { dialogs } = await this.#introduce();
      if (dialogs === 'page') return await this.#ask(mode, suggestedName);
      if (mode === 'open') return await this.#client.call('files.chooseOpen', {});
      if (mode === 'folder') return await this.#client.call('files.chooseFolder', {});
      return await this.#client.call('files.chooseSave', { suggestedName });
    } catch (error) {
      this.#fail(message('host.lost'), error);
      return null;
    }
  };

  #ask = async (mode: FilePrompt['mode'], suggestedName: string): Promise<FileRef | null> => {
    if (this.filePrompt) return null;
    const ref = await new Promise<FileRef | null>((resolve) => {
      this.filePrompt = { mode, suggestedName, resolve };
    });
    this.filePrompt = null;
    return ref;
  };

  #read = async (ref: FileRef): Promise<boolean> => {
    this.busy = true;
    try {
      const { file, text, stamp } = await this.#client.call('files.read', { file: ref.token });
      const parsed = parseDesignFile(text);
      if (!parsed.ok) {
        this.toasts.show(
          'fail',
          message('file.openFailed', ref.name),
          describeFailure(parsed.error, ref.name),
        );
        return false;
      }
      this.#show(parsed.value, { ref: file, stamp }, parsed.value);
      void this.refreshRecent();
      this.toasts.show('success', message('file.opened', file.name));
      return true;
    } catch (error) {
      this.#fail(message('file.openFailed', ref.name), error);
      return false;
    } finally {
      this.busy = false;
    }
  };

  #write = async (ref: FileRef, expect: string | null): Promise<boolean> => {
    this.busy = true;
    try {
      const text = await this.text();
      // What the user changes while the file is being written is not in it.
      const written = this.#project.design;
      const { file, stamp } = await this.#client.call('files.write', { file: ref.token, text, expect });
      this.file = { ref: file, stamp };
      this.#saved = written;
      void this.refreshRecent();
      this.toasts.show('success', message('file.saved', file.name));
      return true;
    } catch (error) {
      if (error instanceof HostError && error.code === 'changed-on-disk') return await this.#settle(ref);
      this.#fail(message('file.saveFailed', ref.name), error);
      return false;
    } finally {
      this.busy = false;
    }
  };

  #settle = async (ref: FileRef): Promise<boolean> => {
    const choice = await new Promise<'overwrite' | 'copy' | 'reload' | 'cancel'>((resolve) => {
      this.conflict = { name: ref.name, resolve };
    });
    this.conflict = null;
    if (choice === 'overwrite') return this.#write(ref, null);
    if (choice === 'copy') return this.saveAs();
    if (choice === 'reload') await this.#read(ref);
    return false;
  };

  #show(design: Design, file: OpenFile | null, saved: Design | null): void {
    this.#view.reset();
    this.#view.closeDialog();
    this.#project.load(design);
    this.file = file;
    this.#saved = saved;
    this.hasDocument = true;
    this.shown++;
  }

  #fail(text: string, error: unknown): void {
    if (error instanceof HostError) {
      const advice = HOST_ADVICE[error.code];
      this.toasts.show('fail', text, advice ? `${error.message} ${advice}` : error.message);
    } else {
      this.toasts.show('fail', text, error instanceof Error ? error.message : String(error));
    }
  }
}

/** A file name for a design that has none: its project's name without what file systems refuse. */
export function fileNameFor(design: Design): string {
  const base = projectOf(design)
    .name.replace(/[\\/:*?"<>|]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 120)
    .replace(/[. ]+$/, '');
  return `${base === '' ? message('app.untitled') : base}${EXTENSION}`;
}
