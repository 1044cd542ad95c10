import type { PlatformDatabase } from '../platform/database.js';

export interface FieldUse {
  client: string;
  /** `Type.field`, `Type.field(argument:)`, `Input.field` or `Enum.VALUE`. */
  coordinate: string;
  count: number;
  /** Last day of use, `yyyy-mm-dd`. */
  lastDay: string;
}

export interface OperationUse {
  client: string;
  hash: string;
  operation: string | null;
  requests: number;
  refused: number;
  errors: number;
  cached: number;
  cost: number;
  /** Mean of an answer, milliseconds. */
  meanMs: number;
}

export interface UsageQuestion {
  /** Whole (`integrator:BAO`, `module:noivu@1.0.0-ab`) or all releases of a module (`module:noivu`); absent = all. */
  client?: string | undefined;
  /** Coordinates; absent = all. */
  fields?: readonly string[] | undefined;
  /** How far back, today included. */
  days: number;
}

export interface FieldRow {
  client: string;
  coordinate: string;
  count: number;
}

export interface OperationRow {
  client: string;
  hash: string;
  operation: string | null;
  requests: number;
  refused: number;
  errors: number;
  cached: number;
  cost: number;
  ms: number;
}

/** Real day in Vietnam, where quotas begin anew at midnight. */
const TODAY = "(now() at time zone 'Asia/Ho_Chi_Minh')::date";
const MATCHES = `($1::text is null or client = $1 or client like $1 || '@%') and day > ${TODAY} - $2::int`;

/** Counts per day, client and field or operation. */
export class UsageStore {
  constructor(private readonly database: PlatformDatabase) {}

  async add(fields: readonly FieldRow[], operations: readonly OperationRow[]): Promise<void> {
    const column = <T, K extends keyof T>(rows: readonly T[], key: K): T[K][] => rows.map((row) => row[key]);
    await this.database.transaction(async (transaction) => {
      await transaction.query(
        `insert into gateway.field_usage (day, client, coordinate, count)
         select ${TODAY}, * from unnest($1::text[], $2::text[], $3::bigint[])
         order by 2, 3
         on conflict (day, client, coordinate) do update set count = field_usage.count + excluded.count`,
        [column(fields, 'client'), column(fields, 'coordinate'), column(fields, 'count')],
      );
      await transaction.query(
        `insert into gateway.operation_usage (day, client, hash, operation, requests, refused, errors, cached, cost, ms)
         select ${TODAY}, * from unnest($1::text[], $2::text[], $3::text[], $4::bigint[], $5::bigint[], $6::bigint[], $7::bigint[], $8::bigint[], $9::float8[])
         order by 2, 3
         on conflict (day, client, hash) do update set requests = operation_usage.requests + excluded.requests,
           refused = operation_usage.refused + excluded.refused, errors = operation_usage.errors + excluded.errors,
           cached = operation_usage.cached + excluded.cached, cost = operation_usage.cost + excluded.cost, ms = operation_usage.ms + excluded.ms`,
        [
          column(operations, 'client'),
          column(operations, 'hash'),
          column(operations, 'operation'),
          ...(['requests', 'refused', 'errors', 'cached', 'cost'] as const).map((name) => column(operations, name).map(Math.round)),
          column(operations, 'ms'),
        ],
      );
    });
  }

  /** Which of these words of modules hold: `<id>@<release>` that registered this hash. @returns `<id>@<release> <hash>` */
  async registered(claims: readonly { module: string; hash: string }[]): Promise<Set<string>> {
    if (claims.length === 0) return new Set();
    const rows = await this.database.query<{ pair: string }>(
      `select asked.module || ' ' || asked.hash as pair from unnest($1::text[], $2::text[]) as asked (module, hash)
       where exists (select 1 from gateway.client_document d
         where d.hash = asked.hash and d.client_kind = 'module' and d.client_id || '@' || d.release = asked.module)`,
      [claims.map(({ module }) => module), claims.map(({ hash }) => hash)],
    );
    return new Set(rows.map(({ pair }) => pair));
  }

  /** The one module that people run with these documents, by hash: `<id>@<release>`; absent where several ship the same. */
  async onlyModules(hashes: readonly string[]): Promise<Map<string, string>> {
    if (hashes.length === 0) return new Map();
    const rows = await this.database.query<{ hash: string; module: string }>(
      `select hash, (array_agg(client_id || '@' || release order by activated_at desc))[1] as module
       from gateway.client_document join gateway.active_release using (client_kind, client_id, release)
       where client_kind = 'module' and hash = any ($1) group by hash having count(distinct client_id) = 1`,
      [hashes],
    );
    return new Map(rows.map(({ hash, module }) => [hash, module]));
  }

  async fields({ client, fields, days }: UsageQuestion): Promise<FieldUse[]> {
    return this.database.query<FieldUse & { [column: string]: unknown }>(
      `select client, coordinate, sum(count)::float8 as count, max(day)::text as "lastDay" from gateway.field_usage
       where ${MATCHES} and ($3::text[] is null or coordinate = any ($3)) group by client, coordinate order by client, coordinate`,
      [client ?? null, days, fields ?? null],
    );
  }

  async operations({ client, days }: UsageQuestion): Promise<OperationUse[]> {
    return this.database.query<OperationUse & { [column: string]: unknown }>(
      `select client, hash, max(operation) as operation, sum(requests)::float8 as requests, sum(refused)::float8 as refused,
         sum(errors)::float8 as errors, sum(cached)::float8 as cached, sum(cost)::float8 as cost, sum(ms) / sum(requests) as "meanMs"
       from gateway.operation_usage where ${MATCHES} group by client, hash order by client, sum(requests) desc`,
      [client ?? null, days],
    );
  }

  /** Requests of integrators today that were not refused, on all gateways. */
  async today(): Promise<Map<string, number>> {
    const rows = await this.database.query<{ client: string; requests: number }>(
      `select client, sum(requests - refused)::float8 as requests from gateway.operation_usage
       where day = ${TODAY} and client like 'integrator:%' group by client`,
    );
    return new Map(rows.map(({ client, requests }) => [client, requests]));
  }

  /** Drops what is older than the longest question asks. */
  async forget(days: number): Promise<void> {
    for (const table of ['field_usage', 'operation_usage'])
      await this.database.query(`delete from gateway.${table} where day < ${TODAY} - $1::int`, [days]);
  }
}
