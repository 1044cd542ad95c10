import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';

const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Everything derived from SESSION_SECRET. Two hosts with the same secret read each other's sessions. */
export class Secrets {
  readonly #sealKey: Buffer;
  readonly #csrfKey: Buffer;

  constructor(secret: string) {
    this.#sealKey = derive(secret, 'thidua seal');
    this.#csrfKey = derive(secret, 'thidua csrf');
  }

  /** Encrypts and authenticates (AES-256-GCM). `context` must be the same when opening. */
  seal(text: string, context: string): Buffer {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.#sealKey, iv).setAAD(Buffer.from(context));
    const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), body]);
  }

  /** Opens what `seal` made; null when it is not ours, was changed, or belongs to another context. */
  open(sealed: Buffer, context: string): string | null {
    if (sealed.length < IV_BYTES + TAG_BYTES) return null;
    try {
      const decipher = createDecipheriv('aes-256-gcm', this.#sealKey, sealed.subarray(0, IV_BYTES))
        .setAAD(Buffer.from(context))
        .setAuthTag(sealed.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
      return Buffer.concat([decipher.update(sealed.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]).toString('utf8');
    } catch {
      return null;
    }
  }

  /** The CSRF token of a session: derived, so that it needs no column and dies with the session. */
  csrfOf(sessionKey: Buffer): string {
    return createHmac('sha256', this.#csrfKey).update(sessionKey).digest('base64url');
  }
}

function derive(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', purpose, 32));
}

export function randomToken(): string {
  return randomBytes(32).toString('base64url');
}

export function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

export function sameText(left: string, right: string): boolean {
  return timingSafeEqual(hashOf(left), hashOf(right));
}
