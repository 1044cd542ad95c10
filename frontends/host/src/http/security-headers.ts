import type { ServerResponse } from 'node:http';

/**
 * Headers of every answer. Pages of the host never need a device, another origin or a worker; module files are data until the
 * shell runs them.
 */
export function setSecurityHeaders(response: ServerResponse, https: boolean): void {
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('x-frame-options', 'DENY');
  response.setHeader('referrer-policy', 'no-referrer');
  response.setHeader('cross-origin-opener-policy', 'same-origin');
  response.setHeader('cross-origin-resource-policy', 'same-origin');
  response.setHeader('permissions-policy', 'accelerometer=(), camera=(), geolocation=(), microphone=(), payment=(), usb=()');
  response.setHeader('content-security-policy', "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'");
  if (https) response.setHeader('strict-transport-security', 'max-age=31536000; includeSubDomains');
}

/**
 * Policy of the shell's page. `strict-dynamic` lets the nonced entry load module chunks; what those chunks may be is decided by
 * the import map's hashes, and `Integrity-Policy` blocks every script that has none.
 * @param developers origins on this person's own machine from which one session runs a module being written; its development
 *   server puts styles into the page and talks to it by a socket. Empty for everybody else.
 */
export function shellPolicy(nonce: string, developers: readonly string[] = []): string {
  const own = ["'self'", ...developers].join(' ');
  const sockets = developers.map((origin) => origin.replace(/^http/, 'ws'));
  return [
    "default-src 'none'",
    `script-src ${own} 'nonce-${nonce}' 'strict-dynamic'`,
    `style-src ${own}${developers.length > 0 ? " 'unsafe-inline'" : ''}`,
    `connect-src ${[own, ...sockets].join(' ')}`,
    `img-src ${own} data:`,
    `font-src ${own}`,
    "manifest-src 'self'",
    "worker-src 'none'",
    // Documents of sandboxed modules; nothing else of this site may be shown in a frame.
    "frame-src 'self'",
    "object-src 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ');
}

/**
 * Policy of the document a sandboxed module runs in. Its origin is opaque, so that it shares nothing with this site; it may not
 * reach any network, and only pages of this site may show it.
 */
export function framePolicy(nonce: string): string {
  return [
    'sandbox allow-scripts',
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'none'",
    "worker-src 'none'",
    "frame-ancestors 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/**
 * Policy of a ballot or signature page: an opaque origin without scripts, so that an opener or another page of this origin can
 * neither read it nor act in it.
 */
export const CEREMONY_POLICY = [
  'sandbox allow-forms allow-top-navigation-by-user-activation',
  "default-src 'none'",
  "style-src 'self'",
  "font-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'self'",
].join('; ');

const OWN_FILES = ["default-src 'none'", "style-src 'self'", "script-src 'self'", "font-src 'self'", "img-src 'self' data:"];
const OWN_PAGE = ["frame-ancestors 'none'", "base-uri 'none'", "form-action 'none'"];

/** Policy of the reference pages of the graph: files of this host, and nothing asked. */
export const REFERENCE_POLICY = [...OWN_FILES, ...OWN_PAGE].join('; ');

/** Policy of the explorer: the same, and it asks this host. */
export const EXPLORER_POLICY = [...OWN_FILES, "connect-src 'self'", ...OWN_PAGE].join('; ');
