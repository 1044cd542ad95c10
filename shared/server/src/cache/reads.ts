import { READS_HEADER, type AnswerReads, type NotKeepable } from '@thidua/contracts';
import type { WatchedTables } from './change-log.js';

/** What one SQL statement can make an answer rest on. */
interface StatementFacts {
  topics: readonly string[];
  /** Null = a plain read of watched tables. */
  bar: string | null;
}

const READ = /^\s*(?:select|with|values)\b/i;
const WRITES = /\b(?:insert|update|delete|merge|truncate|copy|call|lock|share)\b/i;
/** Functions and words whose value changes though no table does. */
const VOLATILE =
  /\b(?:now|age|random|timeofday|nextval|currval|lastval|setval|\w+_timestamp|gen_random_\w+|uuidv[47]|txid_\w+|pg_\w+|current_setting|set_config)\s*\(|\b(?:current_date|current_time|current_timestamp|localtime|localtimestamp|current_user|session_user|current_role)\b/i;

const KNOWN_LIMIT = 4_000;

/** Reads statements: every word that is a table's name counts as that table, so it can be too many but never too few. */
export class StatementReader {
  readonly #known = new Map<string, StatementFacts>();

  constructor(private readonly tables: WatchedTables) {}

  of(sql: string): StatementFacts {
    const known = this.#known.get(sql);
    if (known) return known;
    const facts = this.#read(sql);
    if (this.#known.size >= KNOWN_LIMIT) this.#known.clear();
    this.#known.set(sql, facts);
    return facts;
  }

  #read(sql: string): StatementFacts {
    if (!READ.test(sql) || WRITES.test(sql)) return { topics: [], bar: 'write' };
    const volatile = VOLATILE.exec(sql);
    if (volatile) return { topics: [], bar: `sql ${volatile[0]}` };
    const topics = new Set<string>();
    for (const [word] of sql.matchAll(/[\p{L}_][\p{L}\p{N}_$]*/gu)) {
      const name = this.tables.has(word) ? word : word.toLowerCase(); // unquoted names are folded
      const watched = this.tables.get(name);
      if (watched === false) return { topics: [], bar: `table ${name}` };
      if (watched) topics.add(name);
    }
    return { topics: [...topics], bar: null };
  }
}

/**
 * Notes what one answer rests on while it is made. Nothing is believed: an answer that never looked at the caller is the same
 * for every caller, because what runs before the first look cannot depend on him.
 */
export class Reads {
  readonly #topics = new Set<string>();
  readonly #access = new Set<string>();
  #caller = false;
  #day: string | null = null;
  #bar: string | null = null;

  constructor(private readonly statements: StatementReader) {}

  statement(sql: string): void {
    if (this.#bar !== null) return;
    const { topics, bar } = this.statements.of(sql);
    if (bar !== null) this.bar(bar);
    else for (const topic of topics) this.#topics.add(topic);
  }

  caller(): void {
    this.#caller = true;
  }

  /** The caller passed an `@Allow`; the gateway asks it again of everybody whom it gives the same answer. */
  access(passed: string): void {
    this.#access.add(passed);
  }

  day(day: string): void {
    this.#day = day;
  }

  /** Something was looked at whose changes nobody is told. */
  bar(reason: string): void {
    this.#bar ??= reason;
  }

  answer(): AnswerReads | NotKeepable {
    if (this.#bar !== null) return { not: this.#bar };
    return {
      topics: [...this.#topics],
      ...(this.#caller ? { caller: true as const } : {}),
      ...(this.#day === null ? {} : { day: this.#day }),
      ...(this.#access.size > 0 ? { access: [...this.#access] } : {}),
    };
  }

  header(): Record<string, string> {
    return { [READS_HEADER]: JSON.stringify(this.answer()).replaceAll(/[^\x20-\x7e]/g, '?') };
  }
}
