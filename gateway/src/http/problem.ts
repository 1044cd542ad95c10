import { sendJson, type Locale } from '@thidua/server/process';
import type { FaultCode } from '@thidua/contracts';
import type { ServerResponse } from 'node:http';

/** A request that ends before any operation runs: answered as GraphQL errors, with the HTTP status that fits. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: FaultCode,
    readonly vi: string,
    readonly en: string,
    readonly extensions: Record<string, unknown> = {},
  ) {
    super(en);
  }
}

export const say = (locale: Locale, vi: string, en: string): string => (locale === 'en' ? en : vi);

export function sendProblem(response: ServerResponse, problem: Problem, locale: Locale): void {
  const headers: Record<string, string> = { 'cache-control': 'no-store' };
  if (problem.status === 401) headers['www-authenticate'] = 'Bearer error="invalid_token"';
  const message = say(locale, problem.vi, problem.en);
  sendJson(response, problem.status, { errors: [{ message, extensions: { ...problem.extensions, code: problem.code } }] }, headers);
}
