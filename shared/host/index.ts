export { createHostClient, type HostClient, type Transport } from './client.ts';
export {
  EVENTS,
  HostError,
  MAX_DESIGN_CHARS,
  METHODS,
  WEB_TOKEN_HEADER,
  WEB_WINDOW_HEADER,
  replySchema,
  type EventName,
  type EventPayload,
  type FileRef,
  type FolderRef,
  type Handlers,
  type HostErrorCode,
  type MethodInput,
  type MethodName,
  type MethodOutput,
  type RecentFile,
  type Reply,
} from './contract.ts';
export { dispatch, isMethod } from './dispatch.ts';
export { fileNameFault } from './file-name.ts';
export {
  countsSchema,
  idSchema,
  preferencesSchema,
  versionChangeSchema,
  type Counts,
  type FileState,
  type Preferences,
  type VersionChange,
  type VersionFacts,
} from './records.ts';
