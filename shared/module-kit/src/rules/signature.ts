import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto';
import { type ModuleSignature, type PortalManifest, signedMessage } from '@thidua/contracts/web';
import { integrityOf } from '../integrity.js';
import type { SigningKey } from './rule.js';

/** First bytes of every Ed25519 public key in SPKI form; the 32 raw bytes follow. */
const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

/** Key pair of a department: the private half as PEM for its own machine, the public half for the registry. */
export interface SigningPair extends SigningKey {
  readonly privateKey: string;
}

export function newSigningPair(): SigningPair {
  const { privateKey } = generateKeyPairSync('ed25519');
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;
  return { privateKey: pem, ...signingKeyOf(pem) };
}

/**
 * Public half of a private key.
 * @throws TypeError when it is no Ed25519 key in PEM.
 */
export function signingKeyOf(privateKeyPem: string): SigningKey {
  const raw = createPublicKey(privateKeyOf(privateKeyPem)).export({ type: 'spki', format: 'der' }).subarray(SPKI_PREFIX.length);
  return { id: keyIdOf(raw), publicKey: raw.toString('base64url') };
}

/** Id of a key: the first 16 hex digits of its SHA-256. */
export function keyIdOf(rawPublicKey: Uint8Array): string {
  return createHash('sha256').update(rawPublicKey).digest('hex').slice(0, 16);
}

/** Signs a release: `signature.json`. */
export function signRelease(
  manifest: Pick<PortalManifest, 'id' | 'version'>,
  bytes: { readonly manifest: Uint8Array; readonly list: Uint8Array },
  privateKeyPem: string,
): ModuleSignature {
  const hashes = { manifest: integrityOf(bytes.manifest), list: integrityOf(bytes.list) };
  const signature = sign(null, Buffer.from(signedMessage(manifest, hashes)), privateKeyOf(privateKeyPem));
  return { key: signingKeyOf(privateKeyPem).id, alg: 'Ed25519', ...hashes, signature: signature.toString('base64url') };
}

/** True when the signature was made by the key over this module, version and hashes. */
export function isSignedBy(signature: ModuleSignature, manifest: Pick<PortalManifest, 'id' | 'version'>, publicKey: string): boolean {
  const raw = Buffer.from(publicKey, 'base64url');
  if (raw.length !== 32) return false;
  const key = createPublicKey({ key: Buffer.concat([SPKI_PREFIX, raw]), type: 'spki', format: 'der' });
  return verify(null, Buffer.from(signedMessage(manifest, signature)), key, Buffer.from(signature.signature, 'base64url'));
}

function privateKeyOf(pem: string): KeyObject {
  const key = createPrivateKey(pem);
  if (key.asymmetricKeyType !== 'ed25519') throw new TypeError('The signing key must be an Ed25519 private key in PEM');
  return key;
}
