import type { AssertedActor } from '@thidua/contracts';
import type { Log } from '@thidua/server';
import type { ClientRow, ClientStore } from './client.store.js';

/** What a caller may ask of the graph; null = no limit. */
export interface ClientLimits {
  readonly costPerRequest: number | null;
  readonly costPerMinute: number | null;
  readonly requestsPerMinute: number | null;
  readonly requestsPerDay: number | null;
  /** Instant after which the client is refused, milliseconds. */
  readonly expiresAt: number | null;
}

const FREE: ClientLimits = { costPerRequest: null, costPerMinute: null, requestsPerMinute: null, requestsPerDay: null, expiresAt: null };
const KINDS = { person: 'person', client: 'integrator', public: 'public', service: null } as const;
/** A changed limit counts after this on every gateway. */
const EVERY_MS = 5_000;

/**
 * The limits of all clients, near at hand. They are rows (`gateway.client`): a kind's default, and what differs for one client.
 * Without a database nothing is limited but what every operation is (`limits.rules.ts`).
 */
export class ClientLimitTable {
  #rows = new Map<string, ClientRow>();
  readonly #made = new Map<string, ClientLimits>();
  #timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly store: ClientStore,
    private readonly log: Log,
  ) {}

  async start(): Promise<void> {
    this.#timer = setInterval(() => void this.refresh(), EVERY_MS).unref();
    await this.refresh();
  }

  stop(): void {
    if (this.#timer) clearInterval(this.#timer);
  }

  /** Reads them anew; when that fails the last ones stay. */
  async refresh(): Promise<void> {
    try {
      this.use(await this.store.all());
    } catch (error) {
      this.log.warn({ reason: (error as Error).message }, 'limits of clients not read; the last ones stay');
    }
  }

  use(rows: readonly ClientRow[]): void {
    this.#rows = new Map(rows.map((row) => [`${row.kind}:${row.id}`, row]));
    this.#made.clear();
  }

  of({ kind: actorKind, id }: Pick<AssertedActor, 'kind' | 'id'>): ClientLimits {
    const kind = KINDS[actorKind];
    if (kind === null) return FREE;
    // People have no rows of their own: what is kept is one entry, however many they are.
    const key = this.#rows.has(`${kind}:${id}`) ? `${kind}:${id}` : `${kind}:*`;
    const known = this.#made.get(key);
    if (known) return known;
    const made = limitsOf(this.#rows.get(key), this.#rows.get(`${kind}:*`));
    this.#made.set(key, made);
    return made;
  }
}

function limitsOf(own: ClientRow | undefined, standard: ClientRow | undefined): ClientLimits {
  return {
    costPerRequest: own?.costPerRequest ?? standard?.costPerRequest ?? null,
    costPerMinute: own?.costPerMinute ?? standard?.costPerMinute ?? null,
    requestsPerMinute: own?.requestsPerMinute ?? standard?.requestsPerMinute ?? null,
    requestsPerDay: own?.requestsPerDay ?? standard?.requestsPerDay ?? null,
    expiresAt: own?.expiresAt ? Date.parse(own.expiresAt) : null,
  };
}
