export {
  RANKINGS,
  SIZE_SPEEDS,
  TOPOLOGIES,
  sizeRequestJsonSchema,
  sizeRequestSchema,
  type Ranking,
  type SizeRequest,
  type SizeRequestInput,
  type Topology,
} from './request.ts';
export { parseSizeRequest, type RequestIssue } from './parse-request.ts';
export type { SizeFigures, SizeResult, SizeRow } from './types.ts';
export { createSearch, searchDesigns } from './search.ts';
