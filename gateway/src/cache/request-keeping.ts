import type { AnswerReads, NotKeepable } from '@thidua/contracts';
import type { Kept } from './kept-answers.js';
import type { Positions, Rest } from './positions.js';

interface Part {
  topics: Set<string>;
  day: string | null;
}

/** What one query rests on so far, and what was found out about its subgraphs since it came. */
export class RequestKeeping {
  /** Step at which fetching began: everything it is made of is at least this new. */
  #since: number;
  readonly #parts = new Map<string, Part>();
  readonly #access = new Set<string>();
  readonly #checks = new Map<string, Promise<boolean>>();
  #caller = false;
  #obstacle: string | null = null;

  constructor(private readonly positions: Positions) {
    this.#since = positions.now;
  }

  /** Fetching begins now, and not when the query came: what was found out meanwhile does not make it old. */
  begin(): void {
    this.#since = this.positions.now;
  }

  /** Once for a query: whatever was committed before it came is known then. */
  check(service: string): Promise<boolean> {
    let check = this.#checks.get(service);
    if (!check) this.#checks.set(service, (check = this.positions.check(service)));
    return check;
  }

  /** Whether a kept answer may be given now. */
  async isCurrent({ rests, since }: Kept): Promise<boolean> {
    const [only] = rests;
    if (rests.length === 1) return (await this.check(only!.service)) && this.positions.isCurrent(only!, since);
    const checks = await Promise.all(rests.map((rest) => this.check(rest.service)));
    return checks.every(Boolean) && rests.every((rest) => this.positions.isCurrent(rest, since));
  }

  /** Why the whole must not be kept; null = it may. */
  get obstacle(): string | null {
    return this.#obstacle;
  }

  /** An answer of a subgraph has become part of it. */
  add(service: string, reads: AnswerReads | NotKeepable): void {
    if ('not' in reads) return void (this.#obstacle ??= `${service}: ${reads.not}`);
    if (reads.caller) this.#caller = true;
    this.#rest({ service, topics: reads.topics, day: reads.day ?? null }, reads.access ?? []);
  }

  /** A kept answer has become part of it. */
  addKept(kept: Kept): void {
    if (kept.caller) this.#caller = true;
    for (const rest of kept.rests) this.#rest(rest, kept.access);
  }

  /** What the whole rests on; null = it must not be kept. */
  whole(): Pick<Kept, 'rests' | 'access' | 'caller' | 'since'> | null {
    if (this.#obstacle !== null || this.#parts.size === 0) return null;
    return {
      rests: [...this.#parts].map(([service, { topics, day }]) => ({ service, topics: [...topics], day })),
      access: [...this.#access],
      caller: this.#caller,
      since: this.#since,
    };
  }

  #rest({ service, topics, day }: Rest, access: readonly string[]): void {
    let part = this.#parts.get(service);
    if (!part) this.#parts.set(service, (part = { topics: new Set(), day }));
    for (const topic of topics) part.topics.add(topic);
    if (day !== null && part.day !== null && part.day !== day) this.#obstacle ??= `${service}: midnight`;
    part.day ??= day;
    for (const one of access) this.#access.add(one);
  }
}
