import type { Ceremony } from '@thidua/contracts';
import type { ServiceIdentity } from '@thidua/server';
import { createHash } from 'node:crypto';
import { Problem } from '../http/problem.js';

const CEREMONIES = new Set<unknown>(['BALLOT', 'SIGNATURE'] satisfies Ceremony[]);

/**
 * The host's word that its own page started this request: bound to the token's subject and to these very bytes, so that it
 * can be moved neither to another person nor to another ballot.
 * @throws Problem 403
 */
export async function checkCeremony(identity: ServiceIdentity, token: string, subject: string, body: Buffer): Promise<Ceremony> {
  const claims = await identity.verifyFrom('host', token).catch(() => null);
  const ceremony = claims?.['ceremony'];
  const holds = claims !== null && claims.sub === subject && claims['sha256'] === createHash('sha256').update(body).digest('hex');
  if (!holds || !CEREMONIES.has(ceremony)) {
    throw new Problem(
      403,
      'FORBIDDEN',
      'Xác nhận của trang bỏ phiếu hoặc ký số không hợp lệ.',
      'The ceremony mark does not belong to this request.',
      { reason: 'CEREMONY_INVALID' },
    );
  }
  return ceremony as Ceremony;
}
