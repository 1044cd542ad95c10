import { type PortalManifest, type RegistryEntry, signedMessage } from '@thidua/contracts/web';
import { fetchHeld } from './integrity.js';
import { ModuleFailure } from './module-failure.js';
import { sameData } from './same-data.js';

const MANIFEST_FILE = 'portal.json';

/**
 * Refuses a release its department did not sign, before any of its code is fetched: the key in the registry signed this module,
 * this version, this manifest and this list of hashes; and what the registry says of the module is what the manifest says.
 * @throws ModuleFailure SIGNATURE, NO_CRYPTO (a browser without Ed25519), INTEGRITY or UNREACHABLE (the manifest itself).
 */
export async function checkSigned(entry: RegistryEntry, base: string, signal: AbortSignal): Promise<void> {
  const { signature } = entry;
  if (!signature || !entry.publicKey) throw new ModuleFailure('SIGNATURE', `${entry.id} ${entry.version} is not signed`);
  if (signature.list !== entry.listHash) throw new ModuleFailure('SIGNATURE', `${entry.id}: signed for another list of hashes`);
  const [manifest] = await Promise.all([
    fetchHeld(base + MANIFEST_FILE, signature.manifest, signal).then((response) => response.json() as Promise<PortalManifest>),
    verify(entry.publicKey, signature.signature, signedMessage(entry, signature)),
  ]);
  const altered = Object.entries(manifest).find(([field, value]) => !sameData(value, entry[field as keyof PortalManifest]));
  if (altered)
    throw new ModuleFailure('SIGNATURE', `${entry.id}: the registry says otherwise than the signed manifest about "${altered[0]}"`);
}

async function verify(publicKey: string, signature: string, message: string): Promise<void> {
  const key = await importKey(publicKey);
  const holds = await crypto.subtle.verify('Ed25519', key, bytesOf(signature), new TextEncoder().encode(message)).catch(() => false);
  if (!holds) throw new ModuleFailure('SIGNATURE', 'the signature does not belong to this release');
}

async function importKey(publicKey: string): Promise<CryptoKey> {
  // Absent outside secure contexts (plain http), whatever the browser can do.
  if (!globalThis.crypto?.subtle) throw new ModuleFailure('NO_CRYPTO', 'no WebCrypto on this page');
  return crypto.subtle.importKey('raw', bytesOf(publicKey), 'Ed25519', false, ['verify']).catch((cause: unknown) => {
    const unknown = cause instanceof DOMException && cause.name === 'NotSupportedError';
    throw new ModuleFailure(unknown ? 'NO_CRYPTO' : 'SIGNATURE', unknown ? 'no Ed25519' : 'the key in the registry is not one', { cause });
  });
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  try {
    return Uint8Array.from(atob(base64url.replaceAll('-', '+').replaceAll('_', '/')), (character) => character.charCodeAt(0));
  } catch (cause) {
    throw new ModuleFailure('SIGNATURE', 'not base64url', { cause });
  }
}
