import { describeFailure, parseDesignFile, serializeDesign } from '../../shared/file/index.ts';
import {
  HostError,
  type Counts,
  type FileRef,
  type HostClient,
  type MethodOutput,
  type RecentFile,
} from '../../shared/host/index.ts';
import type { CommandId, CommandPayload } from '../../shared/commands/index.ts';
import { emptyDesign, type Design } from '../../shared/model/index.ts';
import { embedParts } from '../../shared/plan/index.ts';
import { templates } from '../../shared/templates/index.ts';
import { message } from '../messages/en.ts';
import { FileChooser } from './file-chooser.svelte.ts';
import { fileNameFor } from './file-name-for.ts';
import { inWords } from './in-words.ts';
import { ExportRun } from './export-run.svelte.ts';
import { FileQuestions } from './file-questions.svelte.ts';
import { FileWatch, type WatchedFile } from './file-watch.svelte.ts';
import type { FilePrompt } from './prompts.ts';
import type { OpenFile } from './open-file.ts';
import type { OtherDesign } from './other-design.ts';
import type { ProjectState } from './project.svelte.ts';
import {
  BROWSER,
  RecoveryState,
  type EditedDocument,
  type OfferedDraft,
  type Snapshot,
  type Surroundings,
} from './recovery.svelte.ts';
import { RecentList } from './recent-list.svelte.ts';
import { SaveByItself } from './save-by-itself.svelte.ts';
import { sameDesign } from './same-design.ts';
import { TaskState } from './tasks.svelte.ts';
import { ToastState } from './toasts.svelte.ts';
import { VersionHistory } from './version-history.ts';
import type { ViewState } from './view.svelte.ts';
import { WindowLink } from './window-link.ts';

export type AppInfo = MethodOutput<'app.info'>;

/** How often the window looks whether something is to be kept, checked or told. */
const BEAT_MS = 400;

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
  readonly chooser: FileChooser;
  readonly recentFiles: RecentList;
  readonly window: WindowLink;
  readonly questions = new FileQuestions();
  readonly exports: ExportRun;
  readonly recovery: RecoveryState;
  readonly watch: FileWatch;
  readonly versions: VersionHistory;
  readonly saveByItself = new SaveByItself();
  /** A file is being read or written. */
  busy = $state(false);
  /** What the file holds, or the untouched template; null for a design that came from neither. */
  #saved: Design | null = $state.raw(null);
  /** The host asked whether the window may close, and waits for the answer. */
  #closing = false;
  readonly #around: Surroundings;
  readonly #client: HostClient;
  readonly #project: ProjectState;
  readonly #view: ViewState;

  readonly dirty: boolean = $derived.by(() => {
    if (!this.hasDocument) return false;
    return this.#saved === null || !sameDesign(this.#saved, this.#project.design);
  });
  /** Name of the file, or the one it would get. */
  readonly name: string = $derived.by(() => this.file?.ref.name ?? fileNameFor(this.#project.design));

  constructor(client: HostClient, project: ProjectState, view: ViewState, around: Surroundings = BROWSER) {
    this.#client = client;
    this.#project = project;
    this.#view = view;
    this.#around = around;
    this.tasks = new TaskState(view.announce);
    this.exports = new ExportRun({
      client,
      tasks: this.tasks,
      toasts: this.toasts,
      chooseFolder: () => this.#choose('folder', ''),
      text: () => this.text(),
      onFail: (text, error) => this.#fail(text, error),
    });
    this.versions = new VersionHistory(client, () => this.file?.ref ?? null);
    this.chooser = new FileChooser(client);
    this.recentFiles = new RecentList(client, (error) => this.#fail(message('recent.failed'), error));
    this.window = new WindowLink(client);
    const document: EditedDocument = {
      hasDocument: () => this.hasDocument,
      dirty: () => this.dirty,
      design: () => project.design,
      file: () => this.file,
      name: () => this.name,
      counts: () => this.#counts(),
      snapshot: () => this.snapshot(),
    };
    this.recovery = new RecoveryState(client, document, around);
    const watched: WatchedFile = {
      file: () => this.file,
      busy: () =>
        this.busy || this.questions.conflict !== null || view.dialog !== null || view.preview !== null,
      dirty: () => this.dirty,
      onTouched: (stamp) => this.#restamp(stamp),
      onChangedWhileClean: () => this.#reload(true),
    };
    this.watch = new FileWatch(client, watched, around.now);
  }

  /** Files used before: pinned ones first, then newest first. */
  get recent(): readonly RecentFile[] {
    return this.recentFiles.files;
  }

  /** Learns what the host can do, opens the file it was started with, and listens. Returns the way to stop. */
  start = async (): Promise<() => void> => {
    const stops = [
      this.#client.on('file.opened', ({ file }) => void this.openRef(file)),
      this.#client.on('window.closing', () => void this.#answerClose()),
      this.exports.listen(),
      this.#around.every(this.#beat, BEAT_MS),
    ];
    try {
      const { openFile } = await this.#introduce();
      if (openFile) await this.#read(openFile);
      await this.recentFiles.refresh();
      await this.offerRecovery(false);
    } catch (error) {
      this.#fail(message('host.lost'), error);
    }
    return () => stops.forEach((stop) => stop());
  };

  /** Runs a command and tells the user when it was refused. True when it was done. */
  edit = <C extends CommandId>(id: C, payload: CommandPayload<C>): boolean => {
    const result = this.#project.run(id, payload);
    if (!result.ok) this.toasts.show('warn', message('edit.refused'), result.error);
    return result.ok;
  };

  /** Starts a design with nothing in it, after asking about unsaved changes. */
  newBlank = (): Promise<boolean> => this.#begin(emptyDesign(message('app.untitled')), true);

  /** Starts a new design from a template, after asking about unsaved changes. */
  newFromTemplate = async (templateId: string): Promise<boolean> => {
    const template = templates.find((entry) => entry.id === templateId);
    if (!template) {
      this.toasts.show('fail', message('template.unknown', templateId));
      return false;
    }
    return this.#begin(template.build(), true);
  };

  /** Starts with a design that was chosen step by step: it is in no file yet and not left without a question. */
  newFromChoices = (design: Design): Promise<boolean> => this.#begin(design, false);

  /** `given`: the program made it, and while it is untouched it is no work of the user's. */
  #begin = async (design: Design, given: boolean): Promise<boolean> => {
    if (!(await this.mayLeave())) return false;
    this.#show(design, null, given ? design : null);
    return true;
  };

  /** Shows the designs that were not saved when Clusterwright ended; those put off only when the user asks. */
  offerRecovery = async (asked: boolean): Promise<void> => {
    await this.recovery.look(asked);
    if (this.recovery.offered.length > 0) this.#view.openDialog('recovery', {});
    else if (asked) this.toasts.show('info', message('recovery.none'));
  };

  /** Opens what was not saved, as edited, with the file it belongs to. True when it is shown. */
  restoreDraft = async (draft: OfferedDraft): Promise<boolean> => {
    if (!(await this.mayLeave())) return false;
    try {
      const { text, file, stamp, fileState } = await this.recovery.read(draft);
      const design = this.#parse(text, draft.name);
      if (!design) return false;
      const onDisk = file && fileState === 'same' ? await this.#contentOf(file) : null;
      this.#show(design, file && stamp !== null ? { ref: file, stamp } : null, onDisk);
      // Kept under its new name before the old one goes: at no moment is there none.
      await this.recovery.flush();
      await this.recovery.remove(draft);
      if (file && fileState === 'changed') await this.watch.check();
      this.toasts.show('success', message('recovery.restored', draft.name), message('recovery.saveIt'));
      return true;
    } catch (error) {
      this.#fail(message('recovery.failed', draft.name), error);
      return false;
    }
  };

  /** Another window, empty or with a file. */
  openWindow = (ref: FileRef | null): Promise<void> =>
    this.window.open(ref).catch((error: unknown) => this.#fail(message('window.failed'), error));

  /** Lets the user choose a file and opens it. */
  open = async (): Promise<boolean> => {
    const ref = await this.#choose('open', '');
    return ref ? this.openRef(ref) : false;
  };

  /**
   * Opens a file the host named: in the window that shows it already, in one of its own where the host has windows and
   * this one is in use, else here after asking about unsaved changes.
   */
  openRef = async (ref: FileRef): Promise<boolean> => {
    try {
      const shown = await this.window.find(ref);
      if (shown === 'raised') return true;
      if (this.info?.host === 'electron' && this.hasDocument && (this.file !== null || this.dirty)) {
        if (this.file?.ref.token !== ref.token) {
          await this.openWindow(ref);
          return true;
        }
      }
      if (shown === 'elsewhere')
        this.toasts.show('warn', message('window.elsewhere', ref.name), message('window.elsewhereAdvice'));
    } catch (error) {
      this.#fail(message('file.openFailed', ref.name), error);
      return false;
    }
    if (!(await this.mayLeave())) return false;
    return this.#read(ref);
  };

  /** Opens a file dropped on the window: with its place where the host can tell, else as a design without a file. */
  openDropped = async (file: File): Promise<boolean> => {
    if ((await this.#introduce()).host !== 'electron') return this.openText(await file.text(), file.name);
    try {
      return await this.openRef(await this.window.fileOf(file));
    } catch (error) {
      this.#fail(message('file.openFailed', file.name), error);
      return false;
    }
  };

  /** Opens text as a design without a file: dropped on the window, or an earlier version as a copy. */
  openText = async (text: string, name: string): Promise<boolean> => {
    const design = this.#parse(text, name);
    return design !== null && this.#begin(design, false);
  };

  /** Puts an earlier version in the place of the design, as one step that can be taken back. */
  restoreVersion = (design: Design, label: string): void => {
    this.#project.replace(design, message('versions.step', label));
    this.toasts.show('success', message('versions.restored', label), message('versions.restoredAdvice'));
  };

  /** Writes the file, or asks for a place when there is none. True when the design is on disk. */
  save = async (): Promise<boolean> => {
    if (!this.hasDocument) return false;
    if (!this.file) return this.saveAs();
    // The user was told that it is gone: saving makes it again, unless something came back to its place.
    const gone = this.watch.notice?.kind === 'missing';
    return this.#write(this.file.ref, gone ? 'missing' : this.file.stamp);
  };

  /** Shows what the file holds now; what was here stays one step back. */
  reload = (): Promise<boolean> => this.#reload(false);

  /** Keeps what is here although the file changed: the next save replaces the other version, which stays kept. */
  keepMine = (): void => {
    const notice = this.watch.notice;
    if (notice) this.#restamp(notice.stamp);
    this.watch.reset();
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
    if (this.questions.unsaved) return false;
    const choice = await this.questions.askUnsaved(this.name);
    if (choice === 'save') return this.save();
    if (choice === 'discard') await this.recovery.discard();
    return choice === 'discard';
  };

  /** The design as the file holds it, with copies of the products it uses. */
  text = async (): Promise<string> => (await this.snapshot()).text;

  /** A design and its text, of one moment. */
  snapshot = async (): Promise<Snapshot> => {
    const { version } = await this.#introduce();
    const { design, outcome } = this.#project;
    return { design, text: serializeDesign(embedParts(design, outcome.plan), version) };
  };

  /** Asks the host who it is, once. */
  #introduce = async (): Promise<AppInfo> => {
    this.info ??= await this.#client.call('app.info', {});
    return this.info;
  };

  /** Reads a design without opening it: one the user chooses, or what its own file holds. Null when there is none to read. */
  readOther = async (which: 'chosen' | 'saved'): Promise<OtherDesign | null> => {
    const ref = which === 'saved' ? this.file?.ref : await this.#choose('open', '');
    if (!ref) return null;
    try {
      const { file, text } = await this.#client.call('files.read', { file: ref.token });
      const design = this.#parse(text, file.name);
      return design && { design, name: file.name };
    } catch (error) {
      this.#fail(message('file.openFailed', ref.name), error);
      return null;
    }
  };

  #choose = async (mode: FilePrompt['mode'], suggestedName: string): Promise<FileRef | null> => {
    try {
      return await this.chooser.choose(mode, suggestedName, (await this.#introduce()).dialogs);
    } catch (error) {
      this.#fail(message('host.lost'), error);
      return null;
    }
  };

  #parse(text: string, name: string): Design | null {
    const parsed = parseDesignFile(text);
    if (parsed.ok) return parsed.value;
    this.toasts.show('fail', message('file.openFailed', name), describeFailure(parsed.error, name));
    return null;
  }

  #read = async (ref: FileRef): Promise<boolean> => {
    this.busy = true;
    try {
      const { file, text, stamp } = await this.#client.call('files.read', { file: ref.token });
      const design = this.#parse(text, ref.name);
      if (!design) return false;
      this.#show(design, { ref: file, stamp }, design);
      void this.recentFiles.refresh();
      this.toasts.show('success', message('file.opened', file.name));
      return true;
    } catch (error) {
      this.#fail(message('file.openFailed', ref.name), error);
      return false;
    } finally {
      this.busy = false;
    }
  };

  /** The design a file holds; null when it cannot be read, whatever the reason. */
  #contentOf = async (ref: FileRef): Promise<Design | null> => {
    const read = await this.#client.call('files.read', { file: ref.token }).catch(() => null);
    const parsed = read && parseDesignFile(read.text);
    return parsed?.ok ? parsed.value : null;
  };

  /** `quiet`: nobody asked; a file that cannot be read is not shown and not complained of. */
  #reload = async (quiet: boolean): Promise<boolean> => {
    const open = this.file;
    if (!open) return false;
    this.busy = true;
    try {
      const { text, stamp } = await this.#client.call('files.read', { file: open.ref.token });
      const parsed = parseDesignFile(text);
      if (!parsed.ok) {
        if (!quiet) this.#parse(text, open.ref.name);
        return false;
      }
      this.#project.replace(parsed.value, message('reload.step'));
      this.file = { ref: open.ref, stamp };
      this.#saved = this.#project.design;
      this.watch.reset();
      await this.recovery.settle();
      this.toasts.show('info', message('reload.done', open.ref.name), message('reload.undo'));
      return true;
    } catch (error) {
      if (!quiet) this.#fail(message('file.openFailed', open.ref.name), error);
      return false;
    } finally {
      this.busy = false;
    }
  };

  #write = async (ref: FileRef, expect: string | null, auto = false): Promise<boolean> => {
    this.busy = true;
    try {
      // What the user changes while the file is being written is not in it.
      const { text, design: written } = await this.snapshot();
      await this.recovery.prepareSave(ref, { text, design: written });
      const saving = this.#client.call('files.write', { file: ref.token, text, expect, auto });
      // In the status bar when it takes long, as on a slow network folder. It cannot be stopped half-way.
      if (!auto) await this.tasks.run(message('file.saving', ref.name), () => saving);
      const { file, stamp } = await saving;
      this.file = { ref: file, stamp };
      this.#saved = written;
      this.watch.reset();
      void this.recovery.settle();
      if (!auto) {
        void this.recentFiles.refresh();
        this.toasts.show('success', message('file.saved', file.name));
      }
      return true;
    } catch (error) {
      // What happened to the file, or why it cannot be written, is asked about when the user saves.
      if (auto) return false;
      if (error instanceof HostError && error.code === 'changed-on-disk') return await this.#settle(ref);
      return await this.#saveFailed(ref, expect, error);
    } finally {
      this.busy = false;
    }
  };

  #settle = async (ref: FileRef): Promise<boolean> => {
    const { state } = await this.#client
      .call('files.check', { file: ref.token, stamp: this.file?.stamp ?? '' })
      .catch(() => ({ state: 'changed' as const }));
    const kind = state === 'missing' ? 'missing' : 'changed';
    const choice = await this.questions.askConflict(ref.name, kind);
    if (choice === 'overwrite') return this.#write(ref, null);
    if (choice === 'copy') return this.saveAs();
    if (choice === 'reload') await this.#reload(false);
    return false;
  };

  #saveFailed = async (ref: FileRef, expect: string | null, error: unknown): Promise<boolean> => {
    const choice = await this.questions.askFailure(ref.name, inWords(error));
    if (choice === 'again') return this.#write(ref, expect);
    return choice === 'elsewhere' ? this.saveAs() : false;
  };

  /** A few times a second: looks after the recovery copy, the file and saving by itself. */
  #beat = (): void => {
    this.recovery.beat();
    this.watch.beat();
    const { file, hasDocument, dirty } = this;
    this.window.tell({ file: file?.ref.token ?? null, hasDocument, dirty });
    if (!file || !dirty || this.busy || this.watch.notice) return;
    if (this.saveByItself.isDue(this.#around.now())) void this.#write(file.ref, file.stamp, true);
  };

  #answerClose = async (): Promise<void> => {
    // A quit that goes on asks each window again; the question that stands there already answers for all.
    if (this.#closing) return;
    this.#closing = true;
    const leave = await this.mayLeave();
    this.#closing = false;
    await this.window.answerClose(leave).catch((error: unknown) => this.#fail(message('host.lost'), error));
  };

  #restamp(stamp: string): void {
    if (this.file) this.file = { ref: this.file.ref, stamp };
  }

  #counts(): Counts {
    const { plan } = this.#project.outcome;
    return { nodes: plan.totals.nodes, switches: plan.totals.switches, cables: plan.totals.cables };
  }

  #show(design: Design, file: OpenFile | null, saved: Design | null): void {
    // The user agreed that what was here may go, or it was saved.
    void this.recovery.discard();
    this.#view.reset();
    this.#view.closeDialog();
    this.#project.load(design);
    this.file = file;
    this.#saved = saved;
    this.hasDocument = true;
    this.shown++;
    this.watch.reset();
  }

  #fail(text: string, error: unknown): void {
    this.toasts.show('fail', text, inWords(error));
  }
}
