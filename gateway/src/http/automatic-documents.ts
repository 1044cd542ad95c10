import type { AutomaticDocuments } from './document-source.js';
import { Recent } from './recent.js';

const CAPACITY = 2 * 1024 * 1024;

/** Texts that callers registered on the way (APQ), in this process: who finds his gone sends it again. */
export function automaticDocuments(mayUse: AutomaticDocuments['mayUse']): AutomaticDocuments {
  const texts = new Recent<string>(CAPACITY, (hash, text) => hash.length + text.length);
  return { mayUse, find: (hash) => texts.get(hash) ?? null, keep: (hash, text) => texts.set(hash, text) };
}
