import { readFileSync } from 'node:fs';

/** The account that runs PostgreSQL when we are root, because PostgreSQL refuses to run as root. */
export interface ServerOwner {
  uid: number;
  gid: number;
}

/**
 * `nobody` when this process is root, otherwise `undefined` (run as ourselves).
 * The account must exist in `/etc/passwd`: initdb fails for a number without a name.
 */
export function serverOwner(passwd = readPasswd()): ServerOwner | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const line = passwd.split('\n').find((row) => row.startsWith('nobody:'));
  const [, , uid, gid] = line?.split(':') ?? [];
  return { uid: Number(uid ?? 65534), gid: Number(gid ?? 65534) };
}

function readPasswd(): string {
  try {
    return readFileSync('/etc/passwd', 'utf8');
  } catch {
    return '';
  }
}
