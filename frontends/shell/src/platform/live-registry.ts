import type { Registry } from '@thidua/contracts/web';

const POLL_MS = 15_000;

/**
 * Looks now and then whether the registry changed, while somebody looks at the page. A question of a few bytes; the registry itself
 * is asked for only when its revision is another one. An answer that does not come changes nothing.
 */
export class LiveRegistry {
  #revision: string | null = null;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(private readonly apply: (registry: Registry) => void) {}

  start(): void {
    this.#timer = setInterval(() => void this.look(), POLL_MS);
    addEventListener('visibilitychange', () => void this.look());
  }

  async look(): Promise<void> {
    if (document.visibilityState === 'hidden') return;
    const revision = await text('/registry/revision');
    if (revision === null || revision === this.#revision) return;
    const first = this.#revision === null;
    this.#revision = revision;
    // The page came with the registry of a moment ago: the first answer may be newer, so it counts as well.
    await this.refresh().catch(() => {
      if (first) this.#revision = null;
    });
  }

  /** Asks now: before a retry, so that it gets the release that is offered by now. */
  async refresh(): Promise<void> {
    const answer = await text('/registry.json');
    if (answer !== null) this.apply(JSON.parse(answer) as Registry);
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}

async function text(url: string): Promise<string | null> {
  try {
    const response = await fetch(url, { headers: { accept: 'application/json' }, cache: 'no-cache' });
    return response.ok ? await response.text() : null;
  } catch {
    return null;
  }
}
