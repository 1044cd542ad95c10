import type { QueryPlan } from '@apollo/query-planner';
import type { Log } from '@thidua/server';
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { createRequire } from 'node:module';
import { PLAN_REVISION, type StoredPlans } from '../execution/plan-store.js';
import type { PlatformDatabase } from '../platform/database.js';

/** Loaded at most: what was used last. */
const MOST = 2_000;
/** Plans made within this time are written together. */
const WRITE_MS = 250;
const UNUSED_DAYS = 30;

const planner = `${(createRequire(import.meta.url)('@apollo/query-planner/package.json') as { version: string }).version}+${PLAN_REVISION}`;
const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

interface Row {
  text: string;
  plans: string;
  mac: string;
}

export interface PlanStoreParts {
  database: Pick<PlatformDatabase, 'query'>;
  /** Shared by the gateways of a platform: what one of them has not written is not executed. */
  secret: string;
  log: Log;
}

/** Plans in the platform database: a gateway that starts, and one beside others, need not plan what one of them has planned. */
export class PlanStore {
  #pending = new Map<string, { supergraph: string; row: Row }>();
  #timer: NodeJS.Timeout | null = null;
  #writing: Promise<void> = Promise.resolve();

  constructor(private readonly parts: PlanStoreParts) {}

  /** The plans of a supergraph, by its id. A database that does not answer is no obstacle: they are made again. */
  async load(supergraph: string): Promise<StoredPlans> {
    const stored = new Map<string, Row>();
    try {
      const rows = await this.parts.database.query<Row>(
        `update gateway.plan set used_at = clock_timestamp() where (supergraph, planner, hash) in
           (select supergraph, planner, hash from gateway.plan where supergraph = $1 and planner = $2 order by used_at desc limit ${MOST})
         returning text, plans, mac`,
        [supergraph, planner],
      );
      for (const row of rows) stored.set(row.text, row);
    } catch (error) {
      this.parts.log.warn({ reason: (error as Error).message }, 'stored plans not read');
    }
    return {
      find: (text) => {
        const row = stored.get(text);
        return row && this.#isOurs(supergraph, row) ? (JSON.parse(row.plans) as QueryPlan[]) : undefined;
      },
      keep: (text, plans) => this.#keep(supergraph, text, JSON.stringify(plans)),
    };
  }

  /** Ends when everything is written that was kept. */
  async settle(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer);
    this.#write();
    await this.#writing;
  }

  #keep(supergraph: string, text: string, plans: string): void {
    this.#pending.set(`${supergraph} ${text}`, { supergraph, row: { text, plans, mac: this.#mac(supergraph, text, plans) } });
    this.#timer ??= setTimeout(() => this.#write(), WRITE_MS).unref();
  }

  #write(): void {
    this.#timer = null;
    const pending = [...this.#pending.values()];
    this.#pending = new Map();
    if (pending.length > 0) this.#writing = this.#writing.then(() => this.#insert(pending));
  }

  async #insert(pending: { supergraph: string; row: Row }[]): Promise<void> {
    try {
      await this.parts.database.query(
        `insert into gateway.plan (supergraph, planner, hash, text, plans, mac)
         select s, $2, h, t, p, m from unnest($1::text[], $3::text[], $4::text[], $5::text[], $6::text[]) as n(s, h, t, p, m)
         on conflict (supergraph, planner, hash) do update set plans = excluded.plans, mac = excluded.mac, used_at = clock_timestamp()`,
        [
          pending.map(({ supergraph }) => supergraph),
          planner,
          pending.map(({ row }) => hashOf(row.text)),
          pending.map(({ row }) => row.text),
          pending.map(({ row }) => row.plans),
          pending.map(({ row }) => row.mac),
        ],
      );
      await this.parts.database.query(`delete from gateway.plan where used_at < now() - interval '${UNUSED_DAYS} days'`);
    } catch (error) {
      this.parts.log.warn({ reason: (error as Error).message }, 'plans not kept');
    }
  }

  #mac(supergraph: string, text: string, plans: string): string {
    const parts = [supergraph, planner, text, plans];
    return createHmac('sha256', this.parts.secret).update(JSON.stringify(parts)).digest('base64url');
  }

  #isOurs(supergraph: string, { text, plans, mac }: Row): boolean {
    const [expected, given] = [Buffer.from(this.#mac(supergraph, text, plans)), Buffer.from(mac)];
    return expected.length === given.length && timingSafeEqual(expected, given);
  }
}

/** A secret of its own, made of the gateway's key. */
export const planSecret = (serviceKey: string): string => hashOf(`thidua-plans-1\n${serviceKey}`);
