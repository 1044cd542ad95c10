import type { IntegrityList, RegistryEntry } from '@thidua/contracts/web';
import { ModuleFailure } from './module-failure.js';

const LIST_FILE = 'mf-integrity.json';

/** Hashes of module files by absolute address, filled before a module is loaded. */
const hashes = new Map<string, string>();

export function hashOfFile(url: string): string | undefined {
  return hashes.get(new URL(url, location.href).href);
}

/** A file of a release held to its hash: any byte that differs is a failure, and nothing of it is read. */
export async function fetchHeld(url: string, integrity: string, signal: AbortSignal): Promise<Response> {
  const response = await fetch(url, { integrity, signal, cache: 'no-cache' }).catch(async (cause: unknown) => {
    // `fetch` says the same for a hash that differs and for a connection that broke: without the hash only the second fails.
    const reachable = await fetch(url, { signal, cache: 'no-cache' }).then(
      (answer) => answer.ok,
      () => false,
    );
    throw new ModuleFailure(reachable ? 'INTEGRITY' : 'UNREACHABLE', url, { cause });
  });
  if (!response.ok) throw new ModuleFailure('UNREACHABLE', `${url}: ${response.status}`);
  return response;
}

/** The folder's address for a try: browsers keep a failed script under its address, so each try after the first has its own. */
export function baseOfAttempt(entry: RegistryEntry, attempt: number): string {
  const base = attempt === 1 ? entry.base : entry.base.replace(/^\/modules\/([^/]+)\//, `/modules/$1/~${attempt}/`);
  return new URL(base, location.href).href;
}

/**
 * Fetches the list of hashes of a release, held to the registry's hash. Nothing is allowed to run by it yet.
 * @throws ModuleFailure INTEGRITY when the list is not the registered one, UNREACHABLE when it cannot be fetched.
 */
export async function fetchList(entry: RegistryEntry, base: string, signal: AbortSignal): Promise<IntegrityList> {
  const response = await fetchHeld(base + LIST_FILE, entry.listHash, signal);
  return (await response.json()) as IntegrityList;
}

/**
 * Lets the scripts of a folder run, each held to its hash (import map). The page runs under `Integrity-Policy`, so a script that
 * is in no list does not run at all. Only after the list and its signature were checked.
 */
export function coverFolder(list: IntegrityList, base: string): void {
  const absolute = Object.fromEntries(Object.entries(list).map(([file, hash]) => [new URL(file, base).href, hash]));
  for (const [url, hash] of Object.entries(absolute)) hashes.set(url, hash);
  addImportMap(Object.fromEntries(Object.entries(absolute).filter(([url]) => url.endsWith('.js'))));
}

function addImportMap(integrity: Record<string, string>): void {
  const script = document.createElement('script');
  script.type = 'importmap';
  script.nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
  script.textContent = JSON.stringify({ integrity });
  document.head.append(script);
}
