import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as breathe, setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import { parseDesignFile } from '../../../shared/file/index.ts';
import { HostError, createHostClient, type MethodInput } from '../../../shared/host/index.ts';
import { emptyDesign, projectOf, type Design } from '../../../shared/model/index.ts';
import { ProjectState } from '../../../src-renderer/state/project.svelte.ts';
import { SessionState } from '../../../src-renderer/state/session.svelte.ts';
import { ViewState } from '../../../src-renderer/state/view.svelte.ts';
import { startKillableHost, type Ear, type KillableHost } from './killable-host.ts';

/** The page's time that passes with each edit. */
const STEP_MS = 100;
/** A disk that answers slower than this is not what the two seconds are promised for. */
const PATIENCE_MS = 500;
/** What may be missing after the end. */
const MISSING_MS = 2000;

interface Edit {
  readonly number: number;
  readonly at: number;
}

/** Edits of one life at most, before its end is due. */
const MAX_STEPS = 60;

/** What is known to be safe and what may be on disk. */
interface Known {
  /** Text of the last save that was answered. */
  saved: string | null;
  /** Texts of saves without an answer yet. */
  readonly underway: Set<string>;
  readonly edits: Edit[];
}

/**
 * One user at one computer: the page's own states over the real protocol to the real host, which is killed again and
 * again. The page's time is the test's, so that no verdict depends on how fast the machine is. Each edit writes the
 * next number into the design: a text tells by it what it holds.
 */
export class Desk {
  readonly #home: string;
  readonly #random: () => number;
  #now = 0;
  #edit = 0;
  #ids = 0;
  #midWrite = 0;
  #known: Known = { saved: null, underway: new Set(), edits: [] };
  #restored = 0;

  readonly #ear: Ear = {
    now: () => this.#now,
    onAsked: (method, input) => {
      if (method === 'files.write') this.#known.underway.add((input as MethodInput<'files.write'>).text);
    },
    onAnswered: (method, input) => {
      if (method !== 'files.write') return;
      this.#known.saved = (input as MethodInput<'files.write'>).text;
      this.#known.underway.delete(this.#known.saved);
    },
  };

  constructor(home: string, random: () => number) {
    this.#home = home;
    this.#random = random;
  }

  get restored(): number {
    return this.#restored;
  }

  /** Kills that came while the host was writing. */
  get midWrite(): number {
    return this.#midWrite;
  }

  get file(): string {
    return join(this.#home, 'Documents', 'plan.cwplan');
  }

  /** Starts, checks what the kill before left, works on, and is killed at a random moment. */
  async live(): Promise<void> {
    const host = await startKillableHost(this.#home, this.#ear);
    const end = new End(host);
    // A few die while they start, before the user has done anything.
    if (this.#random() < 0.15) end.within(this.#random() * 100);
    try {
      await this.#work(host, end, Math.floor(this.#random() * MAX_STEPS));
    } finally {
      end.within(0);
      await end.done;
      if ([...host.pending].some(({ method }) => /write$/.test(method))) this.#midWrite++;
      await Promise.all([...host.pending].map((call) => call.ended));
    }
  }

  /** The last time: everything is brought back and saved, and nothing of all the kills is left beside the file. */
  async settle(): Promise<void> {
    const host = await startKillableHost(this.#home, this.#ear);
    try {
      const { session, project } = this.#sit(host);
      const stop = await session.start();
      await this.#check(session);
      await this.#resume(session, null);
      for (let i = 0; i < 2; i++) {
        this.#change(project);
        expect(await this.#save(session)).toBe(true);
      }
      stop();
      await session.recovery.flush();
      await session.recovery.look(true);
      expect(session.recovery.offered).toEqual([]);
      // What a save leaves behind to keep is written behind its answer; the list is answered when that is done.
      const versions = await session.versions.list();
      expect(versions.length).toBeGreaterThan(0);
      expect(versions.length).toBeLessThanOrEqual(20);
      expect(await this.#leftovers('config')).toEqual([]);
      // Beside the user's file they are swept behind the answer too, and nothing says when that is done.
      await expect.poll(() => this.#leftovers('')).toEqual([]);
      expect((await readdir(join(this.#home, 'Documents'))).sort()).toEqual([
        'plan.cwplan',
        'plan.cwplan.bak',
      ]);
    } finally {
      await host.kill();
    }
  }

  #sit(host: KillableHost): {
    readonly session: SessionState;
    readonly project: ProjectState;
    readonly beat: () => void;
  } {
    const beats = new Set<() => void>();
    const project = new ProjectState(emptyDesign('Untitled'), (prefix) => `${prefix}-${++this.#ids}`);
    const session = new SessionState(createHostClient(host.transport), project, new ViewState(), {
      now: () => this.#now,
      whenIdle: (run) => run(),
      every: (run) => {
        beats.add(run);
        return () => void beats.delete(run);
      },
    });
    return { session, project, beat: () => beats.forEach((run) => run()) };
  }

  /** Edits and saves; after so many steps the kill is due within a moment, and work goes on until it comes. */
  async #work(host: KillableHost, end: End, steps: number): Promise<void> {
    const { session, project, beat } = this.#sit(host);
    try {
      await session.start();
      if (end.isDue()) return;
      await this.#check(session);
      await this.#resume(session, end);
    } catch (error) {
      // The host went away in between: the next life checks the same again.
      if (end.isDue() && error instanceof HostError) return;
      throw error;
    }
    for (let step = 0; !end.isDue(); step++) {
      if (step === steps) end.within(this.#random() * 8);
      this.#change(project);
      beat();
      if (this.#random() < 0.15 && !session.busy) void this.#save(session);
      session.questions.failure?.resolve('cancel');
      expect(session.questions.conflict, 'nobody else changes the file').toBeNull();
      await breathe();
      await this.#waitForDisk(host, end);
      this.#now += STEP_MS;
    }
    session.questions.failure?.resolve('cancel');
  }

  /** One edit, numbered. */
  #change(project: ProjectState): void {
    const number = ++this.#edit;
    expect(project.run('edit-project', { changes: { note: `edit ${number}` } }).ok).toBe(true);
    this.#known.edits.push({ number, at: this.#now });
  }

  async #waitForDisk(host: KillableHost, end: End): Promise<void> {
    while (!end.isDue() && [...host.pending].some(({ since }) => this.#now - since >= PATIENCE_MS))
      await breathe();
  }

  async #save(session: SessionState): Promise<boolean> {
    const saved = { isSettled: false };
    const saving = session.save().finally(() => (saved.isSettled = true));
    // The first time the page asks for a place.
    while (!saved.isSettled && !session.chooser.prompt && !session.file) await breathe();
    const prompt = session.chooser.prompt;
    if (prompt) {
      const placed = await session.chooser
        .list(null)
        .then(({ folder }) => session.chooser.place(folder.token, 'plan.cwplan'))
        .catch(() => null);
      prompt.resolve(placed?.file ?? null);
    }
    return saving;
  }

  /** After a kill: the file is the old or the new version, and what is missing is not older than two seconds. */
  async #check(session: SessionState): Promise<void> {
    const { saved, underway, edits } = this.#known;
    const onDisk = await readFile(this.file, 'utf8').catch(() => null);
    const allowed = [saved, ...underway];
    expect(allowed.includes(onDisk), `the file holds ${describeText(onDisk)}`).toBe(true);
    const inFile = numberOf(onDisk);
    const drafts = session.recovery.offered;
    expect(drafts.length, 'one design, one recovery copy').toBeLessThanOrEqual(1);
    const text = drafts[0] ? (await session.recovery.read(drafts[0])).text : null;
    const inDraft = numberOf(text);
    if (text !== null) expect(text, 'what is offered differs from the file').not.toBe(onDisk);
    const due = edits.findLast(({ at }) => at <= this.#now - MISSING_MS)?.number ?? 0;
    expect(Math.max(inFile, inDraft), `edits up to ${due} are on disk`).toBeGreaterThanOrEqual(due);
    expect((await this.#leftovers('')).length, 'temporaries are cleaned away').toBeLessThanOrEqual(6);
    const backup = await readFile(`${this.file}.bak`, 'utf8').catch(() => null);
    if (backup !== null) expect(parseDesignFile(backup).ok).toBe(true);
  }

  /** The user takes the offer, or opens the file again. What is on the screen is the new beginning. */
  async #resume(session: SessionState, end: End | null): Promise<void> {
    const [draft] = session.recovery.offered;
    const file = await readFile(this.file, 'utf8').catch(() => null);
    if (draft) {
      const shown = await session.restoreDraft(draft);
      if (end?.isDue()) return;
      expect(shown).toBe(true);
      this.#restored++;
    } else if (file === null) {
      await session.newFromTemplate('two-node-10g');
    } else {
      const { folder } = await session.chooser.list(null);
      const { file: ref } = await session.chooser.place(folder.token, 'plan.cwplan');
      const shown = await session.openRef(ref);
      if (end?.isDue()) return;
      expect(shown).toBe(true);
    }
    this.#known = { saved: file, underway: new Set(), edits: [] };
  }

  /** Temporaries below a folder of the user's home; '' for all of it. */
  async #leftovers(folder: string): Promise<readonly string[]> {
    const names = await readdir(join(this.#home, folder), { recursive: true });
    return names.filter((name) => name.endsWith('.tmp'));
  }
}

/** The end of one host: it comes once, a moment after it is due. */
class End {
  done: Promise<void> = Promise.resolve();
  #isDue = false;
  #coming = false;
  readonly #host: KillableHost;

  constructor(host: KillableHost) {
    this.#host = host;
  }

  isDue(): boolean {
    return this.#isDue;
  }

  within(ms: number): void {
    if (this.#coming) return;
    this.#coming = true;
    this.done = sleep(ms).then(() => {
      this.#isDue = true;
      return this.#host.kill();
    });
  }
}

function numberOf(text: string | null): number {
  if (text === null) return 0;
  const parsed = parseDesignFile(text);
  expect(parsed.ok, 'what is on disk is a whole design').toBe(true);
  return parsed.ok ? numberIn(parsed.value) : 0;
}

function numberIn(design: Design): number {
  return Number(/^edit (\d+)$/.exec(projectOf(design).note)?.[1] ?? 0);
}

function describeText(text: string | null): string {
  return text === null ? 'nothing' : `${text.length} characters: ${text.slice(0, 60)}`;
}
