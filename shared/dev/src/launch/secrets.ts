import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exportJWK, generateKeyPair } from 'jose';
import type { JWK } from 'jose';
import type { RolePasswords } from '../postgres/provision.js';
import { DATABASES } from '../postgres/provision.js';

/** Processes that sign for themselves, each with its own Ed25519 key (decision 10). */
export const SIGNERS = ['gateway', 'host', 'organisations', 'campaigns', 'evaluations', 'awards'] as const;
export type Signer = (typeof SIGNERS)[number];

/** Everything secret of one installation. */
export interface Secrets {
  databasePasswords: RolePasswords;
  serviceKeys: Record<Signer, JWK>;
  hostClientSecret: string;
  integratorClientSecret: string;
  sessionSecret: string;
  tokenSecret: string;
  /** PEM of the Ed25519 key that signs portals built on this machine. */
  moduleKey: string;
}

/** Reads the installation's secrets, making them on the first start; the file is its owner's alone. */
export async function loadSecrets(folder: string): Promise<Secrets> {
  const file = join(folder, 'secrets.json');
  const known = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Partial<Secrets>) : {};
  // An older installation gets what was added since.
  const secrets = { ...(await makeSecrets()), ...known };
  if (Object.keys(secrets).every((name) => name in known)) return secrets;
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, JSON.stringify(secrets), { mode: 0o600 });
  renameSync(unfinished, file);
  return secrets;
}

export async function makeSecrets(): Promise<Secrets> {
  const secret = (): string => randomBytes(32).toString('base64url');
  const keys = await Promise.all(SIGNERS.map(async (name) => [name, await signingKey(name)] as const));
  return {
    databasePasswords: Object.fromEntries(DATABASES.map((name) => [name, secret()])) as RolePasswords,
    serviceKeys: Object.fromEntries(keys) as Record<Signer, JWK>,
    hostClientSecret: secret(),
    integratorClientSecret: secret(),
    sessionSecret: secret(),
    tokenSecret: secret(),
    moduleKey: generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
  };
}

async function signingKey(name: Signer): Promise<JWK> {
  const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  return { ...(await exportJWK(privateKey)), kid: name, alg: 'EdDSA', use: 'sig' };
}

/** The public halves, which every process may know. */
export function publicKeys(keys: Record<Signer, JWK>): { keys: JWK[] } {
  return { keys: SIGNERS.map((name) => ({ ...keys[name], d: undefined })) };
}
