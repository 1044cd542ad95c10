/**
 * Headers of every page of ours: nothing inline, nothing from elsewhere, never in a frame.
 * Browsers apply `form-action` to the redirects after a form too, so the application that waits for the answer is named.
 */
export function pageHeaders(formTargets: string[] = [], script = false): Record<string, string> {
  const policy = [
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    ...(script ? ["script-src 'self'"] : []),
    `form-action 'self' ${formTargets.join(' ')}`.trim(),
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ];
  return {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy.join('; '),
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  };
}
