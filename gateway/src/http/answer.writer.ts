import type { ServerResponse } from 'node:http';
import { compressed } from './compression.js';
import type { GraphAnswer } from './graph-request.js';

/** Writes an answer: head and body in one go. @param own headers of this request, names and values in turn */
export async function writeAnswer(
  response: ServerResponse,
  { status, contentType, headers, body }: GraphAnswer,
  own: readonly string[],
  acceptEncoding: string | undefined,
): Promise<void> {
  const head = ['x-content-type-options', 'nosniff', 'content-type', contentType, ...own];
  let keeps = 'no-store';
  for (const [name, value] of headers ?? []) {
    if (name === 'cache-control') keeps = value;
    else head.push(name, value);
  }
  head.push('cache-control', keeps);
  const packed = compressed(body, acceptEncoding);
  if (packed === null) {
    head.push('content-length', String(Buffer.byteLength(body)));
    response.writeHead(status, head);
    response.end(body);
    return;
  }
  const { encoding, bytes } = await packed;
  head.push('vary', 'accept-encoding', 'content-encoding', encoding, 'content-length', String(bytes.length));
  response.writeHead(status, head);
  response.end(bytes);
}
