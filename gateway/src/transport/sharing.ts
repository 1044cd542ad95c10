import type { Exchange } from './wire.js';

interface Offered {
  who: object;
  body: string;
  shared: SharedExchange;
}

/** Looked through from the newest; more at once are not compared. */
const LOOK_BACK = 32;

/** One exchange and those who wait for it. It is cut off when the last of them has left. */
class SharedExchange {
  waiting = 0;
  constructor(readonly exchange: Exchange) {}

  get isOpen(): boolean {
    return this.exchange.isWaiting && this.waiting > 0;
  }

  join(): Exchange {
    this.waiting += 1;
    let isGone = false;
    const { exchange } = this;
    return {
      reply: exchange.reply,
      get isWaiting() {
        return exchange.isWaiting;
      },
      cancel: () => {
        if (isGone) return;
        isGone = true;
        this.waiting -= 1;
        if (this.waiting === 0) exchange.cancel();
      },
    };
  }
}

/**
 * Equal reads of one caller that wait to be sent become one. `who` stands for everything beside the body that can change the
 * answer (the same object = the same signed identity and language). Time can change it, too: a read that the subgraph may
 * already have answered is not joined, since a write could have come between. So the busier a subgraph, the more is shared,
 * and nobody sees the past.
 */
export class Sharing {
  readonly #offered: Offered[] = [];

  /** `isFirst` = this call started it. */
  join(who: object, body: string, start: () => Exchange): { exchange: Exchange; isFirst: boolean } {
    const offered = this.#offered;
    while (offered.length > 0 && !offered[0]!.shared.isOpen) offered.shift();
    for (let i = offered.length - 1; i >= Math.max(0, offered.length - LOOK_BACK); i -= 1) {
      const other = offered[i]!;
      if (other.who === who && other.body === body && other.shared.isOpen) return { exchange: other.shared.join(), isFirst: false };
    }
    const exchange = start();
    if (!exchange.isWaiting) return { exchange, isFirst: true };
    const shared = new SharedExchange(exchange);
    offered.push({ who, body, shared });
    return { exchange: shared.join(), isFirst: true };
  }
}
