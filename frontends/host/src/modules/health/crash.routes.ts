import { createHmac } from 'node:crypto';
import type { Logger } from 'pino';
import { type Exchange, HttpFault } from '../../http/exchange.js';
import type { SessionGuard } from '../../session/session.guard.js';
import type { Session } from '../../session/session.store.js';
import { readJson } from '../platform.input.js';
import type { AutoRollback } from './auto-rollback.js';
import { crashBatch, crashOf } from './crash.report.js';
import type { HealthStore, Seen } from './health.store.js';
import { RateLimit } from './rate.limit.js';

const BODY_LIMIT = 32 * 1024;
const BATCHES_PER_MINUTE = 30;
const MINUTE_MS = 60_000;
/** Cost an act, not a page: counted among the faults, not as a failed session. */
const ACT_ONLY = 'ERROR';

export interface CrashParts {
  readonly guard: SessionGuard;
  readonly health: HealthStore;
  readonly rollback: AutoRollback;
  readonly visitorOf: (session: Session) => Buffer;
  readonly log: Logger;
}

/** `POST /platform/crash-reports`: what went wrong in a tab, and what ran well, without a word about the person. */
export class CrashRoutes {
  readonly #limit = new RateLimit(BATCHES_PER_MINUTE, MINUTE_MS);

  constructor(private readonly parts: CrashParts) {}

  async report(exchange: Exchange): Promise<void> {
    const { guard, health } = this.parts;
    const session = await guard.required(exchange);
    guard.checkOrigin(exchange, session);
    if (!this.#limit.take(session.key.toString('base64'))) throw new HttpFault(429, 'TOO_MANY', 'Too many reports, try again in a minute');
    const batch = await readJson(exchange, crashBatch, BODY_LIMIT);
    const crashes = batch.reports.map(crashOf);
    const seen: Seen[] = [
      ...crashes.map(({ module, release, code }) => ({ module, release, loaded: true, failed: code !== ACT_ONLY })),
      ...batch.loads.map(({ module, release }) => ({ module, release, loaded: true })),
    ];
    await health.note(this.parts.visitorOf(session), seen);
    for (const crash of crashes) {
      await health.count(crash);
      this.parts.log.warn({ ...crash }, 'a module failed in a browser');
    }
    exchange.response.writeHead(204).end();
    for (const one of new Map(crashes.map((crash) => [`${crash.module}/${crash.release}`, crash])).values())
      await this.parts.rollback
        .judge(one.module, one.release)
        .catch((error: unknown) => this.parts.log.error({ err: error }, 'a release could not be judged'));
  }
}

/** Hash by which a visitor is counted: of the session, keyed, so that nobody can be found by it. */
export function visitorHash(secret: string): (session: Session) => Buffer {
  return (session) => createHmac('sha256', secret).update('module visitor').update(session.subject).digest().subarray(0, 16);
}
