import type { z } from 'zod';
import { type Exchange, header, readBody } from '../http/exchange.js';
import { PlatformFault } from './platform.fault.js';

/** @throws PlatformFault 415, 422 that names the first wrong field; HttpFault 413. */
export async function readJson<T extends z.ZodType>(exchange: Exchange, shape: T, limit: number): Promise<z.infer<T>> {
  if (!/^application\/json\s*(?:;|$)/i.test(header(exchange.request, 'content-type') ?? ''))
    throw new PlatformFault(415, 'NOT_JSON', { vi: 'Hãy gửi application/json.', en: 'Send application/json.' });
  const text = (await readBody(exchange.request, limit)).toString('utf8');
  let value: unknown;
  try {
    value = text === '' ? {} : JSON.parse(text);
  } catch {
    throw new PlatformFault(422, 'BAD_JSON', { vi: 'Nội dung không phải JSON.', en: 'The body is not JSON.' });
  }
  const parsed = shape.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const field = issue?.path.join('.') || 'body';
  throw new PlatformFault(422, 'BAD_INPUT', {
    vi: `Trường “${field}” không đúng: ${issue?.message ?? ''}`,
    en: `The field “${field}” is wrong: ${issue?.message ?? ''}`,
  });
}
