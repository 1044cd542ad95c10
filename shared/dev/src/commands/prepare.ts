import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { publicKeys, makeSecrets, SIGNERS } from '../launch/secrets.js';
import { provision, DATABASES } from '../postgres/provision.js';
import type { DatabaseName, RolePasswords } from '../postgres/provision.js';

/**
 * The first step of a deployment of one container per process: creates databases and roles on the server of `DATABASE_URL`
 * (the only process that gets this login) with the passwords in `<NAME>_DATABASE_PASSWORD`, and makes each service's signing
 * key in its own folder below `KEYS_DIR`, once. Running it again changes nothing but the passwords.
 */
const env = process.env;

function required(name: string): string {
  const value = env[name];
  if (!value) throw new Error(`Thiếu thiết lập / Missing setting: ${name}`);
  return value;
}

const passwords = Object.fromEntries(
  DATABASES.map((name: DatabaseName) => [name, required(`${name.toUpperCase()}_DATABASE_PASSWORD`)]),
) as RolePasswords;
await provision(required('DATABASE_URL'), passwords);
await writeKeys(required('KEYS_DIR'));

async function writeKeys(folder: string): Promise<void> {
  const published = join(folder, 'public', 'jwks.json');
  const { serviceKeys, moduleKey } = await makeSecrets();
  writeModuleKey(join(folder, 'host'), moduleKey);
  if (existsSync(published)) return;
  for (const name of SIGNERS) {
    mkdirSync(join(folder, name), { recursive: true });
    writeFileSync(join(folder, name, 'key.json'), JSON.stringify(serviceKeys[name]));
    // Readable inside the one container that mounts this folder; what keeps the keys apart is that each mounts its own.
    chmodSync(join(folder, name, 'key.json'), 0o444);
  }
  mkdirSync(join(folder, 'public'), { recursive: true });
  writeFileSync(published, JSON.stringify(publicKeys(serviceKeys)));
}

/** Signs the portals built with the image, where nobody has keys of departments; the host takes it in development only. */
function writeModuleKey(folder: string, pem: string): void {
  const file = join(folder, 'module-key.pem');
  if (existsSync(file)) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, pem);
  chmodSync(file, 0o444);
}
