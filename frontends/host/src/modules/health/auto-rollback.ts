import type pg from 'pg';
import type { Logger } from 'pino';
import type { Channels } from '../channel.service.js';
import { PlatformFault } from '../platform.fault.js';
import { SYSTEM } from '../registry.types.js';
import { failureRate, mustGoBack, type RollbackRule, type SessionCounts } from './failure.rules.js';

const HOUR_MS = 3_600_000;

interface Row {
  channel: 'stable' | 'canary';
  since: Date;
  sessions: number;
  failed: number;
  before: string | null;
  before_sessions: number;
  before_failed: number;
}

/** Takes back by itself a release that fails more than the one before it. */
export class AutoRollback {
  constructor(
    private readonly pool: pg.Pool,
    private readonly channels: Channels,
    private readonly rule: RollbackRule,
    private readonly log: Logger,
  ) {}

  /** Judges one release after something failed in it; called again and again, it acts once. */
  async judge(module: string, release: string): Promise<void> {
    if (!this.rule.enabled) return;
    const row = await this.#counts(module, release);
    if (!row) return;
    const current: SessionCounts = row;
    const before = row.before === null ? null : { sessions: row.before_sessions, failed: row.before_failed };
    if (!mustGoBack(this.rule, { current, before, hoursActive: (Date.now() - row.since.getTime()) / HOUR_MS })) return;
    const why = `${percent(current)} of ${current.sessions} sessions failed; before: ${before ? percent(before) : '–'}`;
    await this.#goBack(module, release, row.channel, why);
  }

  async #goBack(module: string, release: string, channel: Row['channel'], why: string): Promise<void> {
    try {
      if (channel === 'canary') await this.channels.failCanary(SYSTEM, module, release, why);
      else await this.channels.rollBack(SYSTEM, module, { expected: release, why });
      this.log.warn({ module, release, channel, why }, 'a failing release was taken back');
    } catch (error) {
      // Another host was faster, or there is nothing to go back to: then people must decide.
      if (!(error instanceof PlatformFault)) throw error;
      this.log.warn({ module, release, code: error.code, why }, 'a failing release could not be taken back');
    }
  }

  /** A release and the stable one before it, or beside it for a canary, in one statement. */
  async #counts(module: string, release: string): Promise<Row | null> {
    const { rows } = await this.pool.query<Row>(
      `with place as (
         select channel, since from host.module_channel where module = $1 and release = $2 order by channel desc limit 1
       ), before as (
         select case when place.channel = 'canary'
           then (select release from host.module_channel where module = $1 and channel = 'stable')
           else (select release from host.module_stable where module = $1 and release <> $2 and since < place.since order by id desc limit 1)
           end as release from place
       ), counts as (
         select release, count(*)::int as sessions, count(*) filter (where failed)::int as failed
         from host.module_session where module = $1 and (loaded or failed) and release in ($2, (select release from before)) group by release
       )
       select place.channel, place.since, before.release as before,
              coalesce(own.sessions, 0) as sessions, coalesce(own.failed, 0) as failed,
              coalesce(other.sessions, 0) as before_sessions, coalesce(other.failed, 0) as before_failed
       from place cross join before
       left join counts own on own.release = $2
       left join counts other on other.release = before.release`,
      [module, release],
    );
    return rows[0] ?? null;
  }
}

const percent = (counts: SessionCounts): string => `${Math.round(failureRate(counts) * 1000) / 10} %`;
