import type { ConflictPrompt, SaveFailure, UnsavedPrompt } from './prompts.ts';

/** The answers to a question. */
type Choice<Prompt> = Prompt extends { readonly resolve: (choice: infer C) => void } ? C : never;

/** What the user is asked about the file of the window. A dialog shows each question that stands, and answers it. */
export class FileQuestions {
  unsaved: UnsavedPrompt | null = $state.raw(null);
  conflict: ConflictPrompt | null = $state.raw(null);
  failure: SaveFailure | null = $state.raw(null);

  /** What becomes of changes that are in no file. */
  askUnsaved = (name: string): Promise<Choice<UnsavedPrompt>> =>
    ask({ name }, (prompt) => (this.unsaved = prompt));

  /** Which of two versions of a file stays. */
  askConflict = (name: string, kind: ConflictPrompt['kind']): Promise<Choice<ConflictPrompt>> =>
    ask({ name, kind }, (prompt) => (this.conflict = prompt));

  /** Where to write what could not be written; `why` in words. */
  askFailure = (name: string, why: string): Promise<Choice<SaveFailure>> =>
    ask({ name, why }, (prompt) => (this.failure = prompt));
}

/** Shows a question until it is answered. */
function ask<Facts extends object, Answer>(
  facts: Facts,
  show: (prompt: (Facts & { readonly resolve: (answer: Answer) => void }) | null) => void,
): Promise<Answer> {
  return new Promise((resolve) => {
    const answered = (answer: Answer): void => {
      show(null);
      resolve(answer);
    };
    show({ ...facts, resolve: answered });
  });
}
