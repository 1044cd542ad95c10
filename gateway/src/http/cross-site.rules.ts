import type { IncomingHttpHeaders } from 'node:http';

/** Headers a page of another site cannot send without the browser asking us first. */
const MARKS = ['apollo-require-preflight', 'x-apollo-operation-name'];
/** Content types any page may send. */
const SIMPLE = /^\s*(application\/x-www-form-urlencoded|multipart\/form-data|text\/plain)\s*(;|$)/i;

/**
 * Whether a GET may have been started by a page of another site (CSRF): by an image, a link, a form.
 * @param isStrict false = who is no browser (it says neither where it comes from nor calls itself one) is believed
 */
export function mayBeCrossSite(headers: IncomingHttpHeaders, isStrict: boolean): boolean {
  const contentType = headers['content-type'];
  if (contentType !== undefined && !SIMPLE.test(contentType)) return false;
  if (MARKS.some((name) => Boolean(headers[name]))) return false;
  if (isStrict) return true;
  const { origin, referer, cookie } = headers;
  const comesFrom = headers['sec-fetch-site'];
  return [origin, referer, cookie, comesFrom].some((value) => value !== undefined) || /^mozilla\//i.test(headers['user-agent'] ?? '');
}
