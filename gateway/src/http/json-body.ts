import type { IncomingMessage } from 'node:http';
import type { z } from 'zod';
import { Problem } from './problem.js';
import { readRequestBody } from './read-body.js';

/** A small JSON request of the registry, with the bytes a word may be bound to. @throws Problem 400 or 413 */
export async function readJsonBytes(request: IncomingMessage, limit: number): Promise<Buffer> {
  return readRequestBody(request, limit).catch((error: { status?: number }) => {
    if (error.status !== 413) throw error;
    throw new Problem(413, 'BAD_USER_INPUT', `Yêu cầu lớn hơn ${limit} byte.`, `The request has more than ${limit} bytes.`, {
      limit: { name: 'body', allowed: limit },
    });
  });
}

/** @throws Problem 400 naming the first field that is wrong */
export function readAs<T extends z.ZodType>(schema: T, body: Buffer): z.infer<T> {
  let value: unknown;
  try {
    value = JSON.parse(body.toString('utf8'));
  } catch {
    throw new Problem(400, 'BAD_USER_INPUT', 'Nội dung không phải JSON.', 'The body is not JSON.');
  }
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const issue = read.error.issues[0]!;
  const field = issue.path.join('.') || 'body';
  throw new Problem(
    400,
    'BAD_USER_INPUT',
    `Trường «${field}» không đúng: ${issue.message}`,
    `The field “${field}” is wrong: ${issue.message}`,
    {
      field,
    },
  );
}
