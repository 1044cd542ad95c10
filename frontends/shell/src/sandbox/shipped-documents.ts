import type { IntegrityList, RegistryEntry } from '@thidua/contracts/web';
import { fetchHeld, fetchList } from '../platform/integrity.js';

const known = new Map<string, Promise<ReadonlySet<string>>>();

/** Texts of the operations a release ships, held to its list of hashes: what a sandboxed module may ask the graph. */
export function shippedDocuments(entry: RegistryEntry): Promise<ReadonlySet<string>> {
  const found = known.get(entry.base) ?? read(entry);
  known.set(entry.base, found);
  return found;
}

async function read(entry: RegistryEntry): Promise<ReadonlySet<string>> {
  const base = new URL(entry.base, location.href).href;
  const { signal } = new AbortController();
  const list: IntegrityList = await fetchList(entry, base, signal);
  const hash = entry.operations ? list[entry.operations.file] : undefined;
  if (!entry.operations || !hash) return new Set();
  const response = await fetchHeld(base + entry.operations.file, hash, signal);
  return new Set(Object.values((await response.json()) as Record<string, string>));
}
