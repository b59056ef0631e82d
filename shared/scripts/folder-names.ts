import type { NodeId } from '../lib/ids.ts';
import type { PlanNode } from '../plan/types.ts';

/** Device names of Windows, which it keeps for itself even with an extension. */
const RESERVED =
  /^(con|prn|aux|nul|conin\$|conout\$|com[0-9\u00b9\u00b2\u00b3]|lpt[0-9\u00b9\u00b2\u00b3])(\.|$)/i;
/** Longest folder name in characters; file systems count bytes, and a letter may take three or four. */
const LONGEST = 48;

/**
 * One folder name per node: letters, digits, dot, dash and underscore, fit for Windows, macOS and Linux,
 * never two alike where capitals do not count. A name that is fit as it stands keeps itself.
 */
export function folderNames(nodes: readonly PlanNode[]): ReadonlyMap<NodeId, string> {
  const folders = new Map<NodeId, string>();
  const taken = new Set<string>();
  const claim = (node: PlanNode, folder: string) => {
    folders.set(node.id, folder);
    taken.add(key(folder));
  };
  for (const node of nodes) {
    const folder = fitName(node.record.name);
    if (folder === node.record.name && !taken.has(key(folder))) claim(node, folder);
  }
  for (const node of nodes) {
    if (folders.has(node.id)) continue;
    const folder = fitName(node.record.name);
    let free = folder;
    for (let n = 2; taken.has(key(free)); n++) free = `${folder}~${n}`;
    claim(node, free);
  }
  return folders;
}

/** Replaces what a file system may refuse; the tilde is left out, it marks a second node of the same name. */
function fitName(name: string): string {
  const letters = Array.from(name.normalize('NFC').replace(/[^\p{L}\p{M}\p{N}._-]/gu, '_'))
    .slice(0, LONGEST)
    .join('');
  const trimmed = letters.replace(/\.+$/, '').replace(/^[.-]+/, '_');
  if (trimmed === '') return 'node';
  return RESERVED.test(trimmed) ? `_${trimmed}` : trimmed;
}

/** What a file system without capitals and composed letters would make of a name. */
function key(folder: string): string {
  return folder.toUpperCase().toLowerCase().normalize('NFKC');
}
