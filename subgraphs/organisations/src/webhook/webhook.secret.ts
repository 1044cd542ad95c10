import { hkdfSync } from 'node:crypto';
import type { WebhookEntity } from './webhook.entity.js';

/**
 * The secret with which a webhook's messages are signed (HMAC-SHA256, Standard Webhooks). Made from this service's own key each
 * time and kept nowhere: who reads the database cannot sign. A new `secretVersion` is a new secret; a new service key makes
 * new secrets for all.
 * @param serviceKey this service's private key, a JWK as text
 */
export function webhookSecret({ id, secretVersion }: Pick<WebhookEntity, 'id' | 'secretVersion'>, serviceKey: string): string {
  const bytes = Buffer.from(hkdfSync('sha256', serviceKey, 'thidua-webhook', `${id}:${secretVersion}`, 32));
  return `whsec_${bytes.toString('base64')}`;
}
