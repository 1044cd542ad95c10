import type { WireRequest } from './wire.js';

const heads = new WeakMap<readonly string[], Map<string, string>>();

/** A request as it goes over the wire. `isAscii`: every character is one byte. */
export function requestText({ address, fixedHeaders, ownHeaders, body }: WireRequest): { text: string; isAscii: boolean } {
  const bytes = Buffer.byteLength(body);
  const known = heads.get(fixedHeaders) ?? new Map<string, string>();
  if (known.size === 0) heads.set(fixedHeaders, known);
  const place = address.host + address.path;
  let head = known.get(place);
  if (head === undefined) {
    head = `POST ${address.path} HTTP/1.1\r\nhost: ${address.host}\r\n${lines(fixedHeaders)}`;
    known.set(place, head);
  }
  return { text: `${head}${lines(ownHeaders)}content-length: ${bytes}\r\n\r\n${body}`, isAscii: bytes === body.length };
}

function lines(headers: readonly string[]): string {
  let text = '';
  for (let i = 0; i < headers.length; i += 2) text += `${headers[i]}: ${safe(headers[i + 1]!)}\r\n`;
  return text;
}

/** Header values come from checked places; one that could begin another header ends the request instead. */
function safe(value: string): string {
  // eslint-disable-next-line no-control-regex -- exactly the ones a header must not have
  if (/[^\t\x20-\x7e]/.test(value)) throw new TypeError('a header value with a character that must not be there');
  return value;
}
