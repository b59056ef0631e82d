export { FILE_EXTENSION, designJsonSchema } from './envelope.ts';
export { describeFailure, type FileFailure } from './failure.ts';
export { parseDesignFile } from './parse.ts';
export { findRepeatedKey } from './repeated-key.ts';
export { designHash, serializeDesign } from './serialize.ts';
