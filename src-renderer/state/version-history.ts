import { HostError, type FileRef, type HostClient, type VersionFacts } from '../../shared/host/index.ts';

/** Earlier contents of the open file. */
export class VersionHistory {
  readonly #client: HostClient;
  readonly #file: () => FileRef | null;

  constructor(client: HostClient, file: () => FileRef | null) {
    this.#client = client;
    this.#file = file;
  }

  /** Newest first; none for a design that has no file yet. */
  list = async (): Promise<readonly VersionFacts[]> => {
    const file = this.#file();
    return file ? this.#client.call('versions.list', { file: file.token }) : [];
  };

  /** The text of one of them. */
  text = async (version: VersionFacts): Promise<string> => {
    const file = this.#file();
    if (!file) throw new HostError('not-found', 'The design has no file any more.');
    return (await this.#client.call('versions.read', { file: file.token, version: version.id })).text;
  };
}
