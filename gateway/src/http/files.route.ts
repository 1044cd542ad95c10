import { HEADERS } from '@thidua/contracts';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Agent, request as send } from 'undici';
import type { Callers } from '../identity/callers.js';
import type { Assert } from '../subgraphs/assertions.js';
import { requestIdOf } from './context.js';
import { Problem } from './problem.js';

export const FILE_LIMIT = 20 * 1024 * 1024;

export interface FileParts {
  origins: Record<string, string | undefined>;
  callers: Callers;
  assert: Assert;
}

const agent = new Agent({ connections: 16, pipelining: 1, connect: { timeout: 2_000 } });
const NO_BODY = Buffer.alloc(0);

/** `POST /files/<subgraph>`: streams a signed-in person's file to the subgraph that keeps it; never held here. */
export async function filesRoute(parts: FileParts, request: IncomingMessage, response: ServerResponse, subgraph: string): Promise<void> {
  if (request.method !== 'POST') throw new Problem(405, 'BAD_USER_INPUT', 'Dùng POST.', 'Use POST.');
  if (!Object.hasOwn(parts.origins, subgraph))
    throw new Problem(404, 'NOT_FOUND', 'Không có nơi nhận tệp này.', 'No such place for files.');
  if (Number(request.headers['content-length'] ?? 0) > FILE_LIMIT) throw tooLarge();
  const actor = await parts.callers.of(request.headers, NO_BODY);
  if (actor.kind === 'public') throw new Problem(401, 'UNAUTHENTICATED', 'Cần đăng nhập.', 'Sign in first.');
  if (actor.kind !== 'person') throw new Problem(403, 'FORBIDDEN', 'Chỉ người dùng được gửi tệp.', 'Only people send files.');
  const origin = parts.origins[subgraph];
  if (!origin) throw unavailable(subgraph);
  const headers: Record<string, string> = {
    'content-type': request.headers['content-type'] ?? 'application/octet-stream',
    [HEADERS.assertion]: await parts.assert(subgraph, actor),
    [HEADERS.requestId]: requestIdOf(request),
  };
  const name = request.headers[HEADERS.fileName];
  if (typeof name === 'string') headers[HEADERS.fileName] = name;
  const answer = await stream(new URL('/files', origin), headers, request, subgraph);
  response.writeHead(answer.statusCode, {
    'content-type': String(answer.headers['content-type'] ?? 'application/json'),
    'cache-control': 'no-store',
  });
  await pipeline(answer.body, response);
}

async function stream(
  address: URL,
  headers: Record<string, string>,
  request: IncomingMessage,
  subgraph: string,
): Promise<Awaited<ReturnType<typeof send>>> {
  let size = 0;
  let tooLong = false;
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      tooLong = size > FILE_LIMIT;
      done(tooLong ? new Error('too large') : null, chunk);
    },
  });
  request.on('error', (error) => counted.destroy(error)).pipe(counted);
  return send(address, { method: 'POST', dispatcher: agent, headers, body: counted, headersTimeout: 30_000 }).catch(() => {
    throw tooLong ? tooLarge() : unavailable(subgraph);
  });
}

const tooLarge = (): Problem =>
  new Problem(413, 'BAD_USER_INPUT', 'Một tệp tối đa 20 MB.', 'A file has at most 20 MB.', {
    limit: { name: 'file', allowed: FILE_LIMIT },
  });
const unavailable = (service: string): Problem =>
  new Problem(503, 'UNAVAILABLE', `Phân hệ «${service}» không trả lời.`, `The subgraph “${service}” does not answer.`, { service });
