import type { PlatformDatabase } from '../platform/database.js';

export type ClientKind = 'module' | 'integrator' | 'person' | 'public';

/** A client of the graph as kept: who it is and what differs from the default of its kind (`id` `*`); null = as the default. */
export interface ClientRow {
  kind: ClientKind;
  id: string;
  name: string;
  costPerRequest: number | null;
  costPerMinute: number | null;
  requestsPerMinute: number | null;
  requestsPerDay: number | null;
  /** ISO instant; null = never. */
  expiresAt: string | null;
  updatedAt: string;
  updatedBy: string;
}

/** What may be set of a client. */
export type ClientSettings = Partial<
  Pick<ClientRow, 'name' | 'costPerRequest' | 'costPerMinute' | 'requestsPerMinute' | 'requestsPerDay' | 'expiresAt'>
>;

const COLUMNS = `kind, id, name, cost_per_request as "costPerRequest", cost_per_minute as "costPerMinute",
  requests_per_minute as "requestsPerMinute", requests_per_day as "requestsPerDay",
  to_char(expires_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "expiresAt",
  to_char(updated_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "updatedAt", updated_by as "updatedBy"`;

/** Rows of `gateway.client`. Who a client is and what it may see are grants of organisations; here stand its quotas only. */
export class ClientStore {
  constructor(private readonly database: PlatformDatabase) {}

  all(): Promise<ClientRow[]> {
    return this.database.query<ClientRow & { [column: string]: unknown }>(`select ${COLUMNS} from gateway.client order by kind, id`);
  }

  /** Sets what is given, leaves the rest. @param by who does it, for the record */
  async put(kind: ClientKind, id: string, settings: ClientSettings, by: string): Promise<ClientRow> {
    const has = (name: keyof ClientSettings): boolean => settings[name] !== undefined;
    const names = ['name', 'costPerRequest', 'costPerMinute', 'requestsPerMinute', 'requestsPerDay', 'expiresAt'] as const;
    const columns = ['name', 'cost_per_request', 'cost_per_minute', 'requests_per_minute', 'requests_per_day', 'expires_at'];
    const values = names.map((name) => settings[name] ?? (name === 'name' ? '' : null));
    const changed = columns.filter((_column, i) => has(names[i]!)).map((column) => `${column} = excluded.${column}, `);
    const [row] = await this.database.query<ClientRow & { [column: string]: unknown }>(
      `insert into gateway.client (kind, id, ${columns.join(', ')}, updated_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       on conflict (kind, id) do update set ${changed.join('')} updated_at = now(), updated_by = excluded.updated_by
       returning ${COLUMNS}`,
      [kind, id, ...values, by],
    );
    return row!;
  }
}
