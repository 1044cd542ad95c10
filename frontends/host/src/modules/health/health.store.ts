import type pg from 'pg';
import type { Crash } from './crash.report.js';
import type { SessionCounts } from './failure.rules.js';

/** Kinds of faults kept per release; a release that invents a new one each time does not fill the table. */
const CRASHES_PER_RELEASE = 200;

export interface ReleaseHealth extends SessionCounts {
  readonly release: string;
}

export interface CrashView extends Crash {
  readonly count: number;
  readonly firstAt: Date;
  readonly lastAt: Date;
}

export interface Usage {
  readonly module: string;
  readonly release: string;
  readonly people: number;
  /** Per cent of those who were offered the module in the last day. */
  readonly share: number;
}

export interface Seen {
  readonly module: string;
  readonly release: string;
  readonly offered?: boolean;
  readonly loaded?: boolean;
  readonly failed?: boolean;
}

/** How releases do: who was offered which, where it ran, where it failed. A visitor is a keyed hash, of whom nobody can say. */
export class HealthStore {
  constructor(private readonly pool: pg.Pool) {}

  /** Notes what one visitor saw today; one statement, unknown releases are passed over. */
  async note(visitor: Buffer, seen: readonly Seen[]): Promise<void> {
    const merged = [...Map.groupBy(seen, ({ module, release }) => `${module}\n${release}`).values()];
    if (merged.length === 0) return;
    const some = (list: readonly Seen[], mark: 'offered' | 'loaded' | 'failed') => list.some((one) => one[mark] === true);
    await this.pool.query(
      `insert into host.module_session as session (module, release, day, visitor, offered, loaded, failed)
       select known.module, known.release, current_date, $1, given.offered, given.loaded, given.failed
       from unnest($2::text[], $3::text[], $4::bool[], $5::bool[], $6::bool[]) as given (module, release, offered, loaded, failed)
       join host.module_release known using (module, release)
       on conflict (module, release, day, visitor) do update
         set offered = session.offered or excluded.offered, loaded = session.loaded or excluded.loaded, failed = session.failed or excluded.failed
         where (session.offered, session.loaded, session.failed)
           is distinct from (session.offered or excluded.offered, session.loaded or excluded.loaded, session.failed or excluded.failed)`,
      [
        visitor,
        merged.map((list) => list[0]?.module),
        merged.map((list) => list[0]?.release),
        merged.map((list) => some(list, 'offered')),
        merged.map((list) => some(list, 'loaded')),
        merged.map((list) => some(list, 'failed')),
      ],
    );
  }

  async count(crash: Crash): Promise<void> {
    await this.pool.query(
      `insert into host.module_crash as crash (module, release, fingerprint, code, page, message, stack)
       select module, release, $3, $4, $5, $6, $7 from host.module_release where module = $1 and release = $2
         and (select count(*) from host.module_crash where module = $1 and release = $2) < $8
       on conflict (module, release, fingerprint) do update set count = crash.count + 1, last_at = now()`,
      [crash.module, crash.release, crash.fingerprint, crash.code, crash.page, crash.message, crash.stack, CRASHES_PER_RELEASE],
    );
  }

  async crashes(module: string, release: string | null): Promise<CrashView[]> {
    const { rows } = await this.pool.query<Crash & { count: number; first_at: Date; last_at: Date }>(
      `select * from host.module_crash where module = $1 and ($2::text is null or release = $2) order by count desc, last_at desc limit 50`,
      [module, release],
    );
    return rows.map(({ first_at, last_at, ...row }) => ({ ...row, firstAt: first_at, lastAt: last_at }));
  }

  /** Sessions of the last day in which each release ran or failed, of one module or of all. */
  async health(module: string | null): Promise<(ReleaseHealth & { module: string })[]> {
    const { rows } = await this.pool.query<{ module: string; release: string; sessions: number; failed: number }>(
      `select module, release, count(*)::int as sessions, count(*) filter (where failed)::int as failed
       from host.module_session
       where (loaded or failed) and day >= current_date - 1 and first_at > now() - interval '1 day' and ($1::text is null or module = $1)
       group by module, release`,
      [module],
    );
    return rows;
  }

  /** Shares of people by release in the last day. */
  async usage(module: string | null): Promise<Usage[]> {
    const { rows } = await this.pool.query<{ module: string; release: string; people: number; all: number }>(
      `select module, release, count(distinct visitor)::int as people,
              sum(count(distinct visitor)) over (partition by module)::int as all
       from host.module_session where day >= current_date - 1 and first_at > now() - interval '1 day' and offered
         and ($1::text is null or module = $1)
       group by module, release order by module, people desc`,
      [module],
    );
    return rows.map(({ all, ...row }) => ({ ...row, share: Math.round((row.people / all) * 1000) / 10 }));
  }

  /** Sessions are counted by day and hashed; old ones say nothing any more. */
  async forget(days: number): Promise<void> {
    await this.pool.query('delete from host.module_session where day < current_date - $1::int', [days]);
    await this.pool.query('delete from host.module_crash where last_at < now() - make_interval(days => $1)', [days]);
  }
}
