import { type Exchange, header, HttpFault } from '../http/exchange.js';
import { CEREMONY_POLICY } from '../http/security-headers.js';

/**
 * Lets only a person's own navigation of a whole window in. Scripts cannot set these headers, so a module can neither fetch the
 * page nor frame it, nor send its form from behind. A browser that does not say is refused: better no ballot than one somebody
 * else reads.
 * @throws HttpFault 403.
 */
export function requireOwnNavigation(exchange: Exchange): void {
  const { request } = exchange;
  const navigates = header(request, 'sec-fetch-mode') === 'navigate' && header(request, 'sec-fetch-dest') === 'document';
  if (!navigates) throw new HttpFault(403, 'NAVIGATION_ONLY', 'Open this page in its own window');
}

export function setCeremonyHeaders(exchange: Exchange): void {
  exchange.response.setHeader('content-security-policy', CEREMONY_POLICY);
  exchange.response.setHeader('x-robots-tag', 'noindex');
  exchange.response.setHeader('x-frame-options', 'DENY');
}
