import type { PlatformDatabase } from '../../platform/database.js';
import { FIRST_CONTRACTS, type Contract } from './contract.js';

const FRESH_MS = 10_000;

/** The contracts as they are kept; those the code knows when the database cannot be asked. */
export class Contracts {
  #kept: readonly Contract[] = FIRST_CONTRACTS;
  #askedAt = -Infinity;

  /** @param database null = there is none */
  constructor(private readonly database: PlatformDatabase | null) {}

  /** Without waiting: what was read last; read anew behind it when that is a while ago. */
  get now(): readonly Contract[] {
    void this.all();
    return this.#kept;
  }

  async all(): Promise<readonly Contract[]> {
    if (!this.database || performance.now() - this.#askedAt < FRESH_MS) return this.#kept;
    this.#askedAt = performance.now();
    this.#kept = await read(this.database).catch(() => this.#kept);
    return this.#kept;
  }

  async of(id: string): Promise<Contract | null> {
    return (await this.all()).find((contract) => contract.id === id) ?? null;
  }
}

async function read(database: PlatformDatabase): Promise<Contract[]> {
  type Row = {
    id: string;
    vi: string;
    en: string;
    vi_about: string;
    en_about: string;
    access: string[];
    hides: string[];
    clients: string[];
  };
  const rows = await database.query<Row>(
    'select id, vi, en, vi_about, en_about, access, hides, clients from gateway.contract order by position, id',
  );
  return rows.map(({ id, vi, en, vi_about, en_about, access, hides, clients }) => ({
    id,
    name: { vi, en },
    about: { vi: vi_about, en: en_about },
    access,
    hides,
    clients,
  }));
}
