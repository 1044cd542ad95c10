import type { IntegrityList, RegistryEntry } from '@thidua/contracts/web';
import { fetchHeld, fetchList } from '../platform/integrity.js';

const known = new Map<string, Promise<ReadonlyMap<string, string>>>();

/** Operations a release ships, by hash and by text, held to its list of hashes: what a sandboxed module may ask the graph. */
export function shippedDocuments(entry: RegistryEntry): Promise<ReadonlyMap<string, string>> {
  const found = known.get(entry.base) ?? read(entry);
  known.set(entry.base, found);
  return found;
}

async function read(entry: RegistryEntry): Promise<ReadonlyMap<string, string>> {
  const base = new URL(entry.base, location.href).href;
  const { signal } = new AbortController();
  const list: IntegrityList = await fetchList(entry, base, signal);
  const hash = entry.operations ? list[entry.operations.file] : undefined;
  if (!entry.operations || !hash) return new Map();
  const response = await fetchHeld(base + entry.operations.file, hash, signal);
  const documents = Object.entries((await response.json()) as Record<string, string>);
  return new Map(documents.flatMap(([hash, text]) => [[`sha256:${hash}`, text] as const, [text, text] as const]));
}
