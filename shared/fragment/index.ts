export { cutFragment } from './cut.ts';
export { duplicate, type DuplicateRequest, type Duplicates } from './duplicate.ts';
export { parseFragment, serializeFragment, type Fragment, type FragmentFailure } from './fragment.ts';
export { countedUp } from './names.ts';
export { newAdapter, type PlannedAdapters } from './new-adapter.ts';
export { newCluster, newNodes, type NodeRequest } from './new-nodes.ts';
export { newSwitch } from './new-switch.ts';
export { pasteFragment, type PasteOptions } from './paste.ts';
export { emptyInsertion, type Insertion, type NewId, type Planned } from './types.ts';
