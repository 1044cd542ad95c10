import type { AssertedActor, GrantsAnswer } from '@thidua/contracts';
import type { Log } from '@thidua/server';
import { Problem } from '../http/problem.js';

/** How long an answer is used without asking again, though its own date may be later. */
const FRESH_MS = 60_000;
/** After a failure organisations is left alone this long. */
const BACK_OFF_MS = 2_000;
const LIMIT = 20_000;

/** Asks organisations for the grants of a subject. */
export type AskGrants = (subject: string) => Promise<GrantsAnswer>;

interface Kept {
  answer: GrantsAnswer;
  at: number;
  retryAt: number;
}

/**
 * Who a subject is and which roles he holds. Kept for a minute, dropped by event. When organisations does not answer,
 * a kept answer is used until its own `validUntil`.
 */
export class Grants {
  readonly #kept = new Map<string, Kept>();
  readonly #asking = new Map<string, Promise<GrantsAnswer>>();
  readonly #onDrop: (() => void)[] = [];
  #generation = 0;

  constructor(
    private readonly ask: AskGrants,
    private readonly log: Log,
    private readonly now: () => number = Date.now,
  ) {}

  /** Who he is when that was told within the minute. */
  near(subject: string): AssertedActor | undefined {
    const kept = this.#kept.get(subject);
    const now = this.now();
    return kept && now - kept.at < FRESH_MS && now < Date.parse(kept.answer.validUntil) ? kept.answer.actor : undefined;
  }

  /** @throws Problem 503 when organisations does not answer and nothing valid is kept. */
  async of(subject: string): Promise<AssertedActor> {
    const kept = this.#kept.get(subject);
    const now = this.now();
    const valid = kept && now < Date.parse(kept.answer.validUntil);
    if (valid && (now - kept.at < FRESH_MS || now < kept.retryAt)) return kept.answer.actor;
    try {
      return (await this.#refresh(subject)).actor;
    } catch (error) {
      this.log.warn({ reason: (error as Error).message }, 'grants not read');
      if (!valid) throw unavailable();
      kept.retryAt = this.now() + BACK_OFF_MS;
      return kept.answer.actor;
    }
  }

  /** Grants have changed: nothing kept counts any more, nor an answer that is on its way. */
  drop(): void {
    this.#generation += 1;
    this.#kept.clear();
    this.#asking.clear();
    for (const listener of this.#onDrop) listener();
  }

  /** Called whenever nothing kept counts any more. */
  onDrop(listener: () => void): void {
    this.#onDrop.push(listener);
  }

  #refresh(subject: string): Promise<GrantsAnswer> {
    const running = this.#asking.get(subject);
    if (running) return running;
    const generation = this.#generation;
    const asking = this.ask(subject).then((answer) => {
      if (generation === this.#generation) this.#keep(subject, answer);
      return answer;
    });
    this.#asking.set(subject, asking);
    const done = (): void => {
      if (this.#asking.get(subject) === asking) this.#asking.delete(subject);
    };
    asking.then(done, done);
    return asking;
  }

  #keep(subject: string, answer: GrantsAnswer): void {
    if (this.#kept.size >= LIMIT) this.#kept.delete(this.#kept.keys().next().value!);
    this.#kept.delete(subject);
    this.#kept.set(subject, { answer, at: this.now(), retryAt: 0 });
  }
}

const unavailable = (): Problem =>
  new Problem(
    503,
    'UNAVAILABLE',
    'Chưa xác định được vai trò: phân hệ «organisations» không trả lời.',
    'Roles cannot be told: organisations does not answer.',
    { service: 'organisations' },
  );
