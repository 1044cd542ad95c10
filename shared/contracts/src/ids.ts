import { createHash, randomBytes, randomUUID } from 'node:crypto';

/** Namespace of the demo's natural ids; changing it changes every demo id. */
const NAMESPACE = '6f1d9c1e-7b1a-5c0e-9a53-2d0a5c1e2025';

function format(bytes: Buffer): string {
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
}

/** UUID v7 (RFC 9562): time-ordered, made by the owning subgraph. Opaque to clients. */
export function newId(now: number = Date.now()): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(now, 0, 6);
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return format(bytes);
}

/** UUID v5 of a natural key: lets four subgraphs seed cross-references without talking to each other. */
export function naturalId(kind: string, key: string): string {
  const hash = createHash('sha1')
    .update(Buffer.from(NAMESPACE.replaceAll('-', ''), 'hex'))
    .update(`${kind}:${key}`)
    .digest()
    .subarray(0, 16);
  hash[6] = (hash[6]! & 0x0f) | 0x50;
  hash[8] = (hash[8]! & 0x3f) | 0x80;
  return format(hash);
}

/** UUID v4: for ballots, whose ids must not tell the order of casting. */
export const randomId = (): string => randomUUID();
