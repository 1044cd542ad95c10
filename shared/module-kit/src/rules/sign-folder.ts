import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ModuleSignature, PortalManifest } from '@thidua/contracts/web';
import { INTEGRITY_FILE, SIGNATURE_FILE } from '../integrity.js';
import { MANIFEST_FILE } from './bundle.js';
import { signRelease } from './signature.js';

/**
 * Signs a built folder: writes `signature.json` into it.
 * @throws Error when the folder holds no built module, or the key is no Ed25519 key.
 */
export async function signFolder(dist: string, privateKeyPem: string): Promise<ModuleSignature> {
  const [manifest, list] = await Promise.all([readFile(join(dist, MANIFEST_FILE)), readFile(join(dist, INTEGRITY_FILE))]);
  const signature = signRelease(JSON.parse(manifest.toString('utf8')) as PortalManifest, { manifest, list }, privateKeyPem);
  await writeFile(join(dist, SIGNATURE_FILE), JSON.stringify(signature));
  return signature;
}
