import { describe, expect, it, vi } from 'vitest';
import { Sharing } from './sharing.js';
import type { Exchange } from './wire.js';

interface Fake extends Exchange {
  isWaiting: boolean;
  cancel: ReturnType<typeof vi.fn<() => void>>;
}
const waiting = (): Fake => ({ isWaiting: true, reply: new Promise(() => undefined), cancel: vi.fn<() => void>() });

function sharing() {
  const shared = new Sharing();
  const started: Fake[] = [];
  const ask = (who: object, body: string) =>
    shared.join(who, body, () => {
      const exchange = waiting();
      started.push(exchange);
      return exchange;
    });
  return { ask, started };
}

const LAN = ['x-thidua-assertion', 'lan'];
const MAI = ['x-thidua-assertion', 'mai'];

describe('sharing of reads', () => {
  it('joins the same question of the same caller, and tells who came first', () => {
    const { ask, started } = sharing();
    expect([ask(LAN, 'q').isFirst, ask(LAN, 'q').isFirst, started.length]).toEqual([true, false, 1]);
  });

  it('never joins another caller, or the same person under another signed word, or another question', () => {
    const { ask, started } = sharing();
    ask(LAN, 'q');
    ask(MAI, 'q');
    ask([...LAN], 'q');
    ask(LAN, 'r');
    expect(started.length).toBe(4);
  });

  it('does not join what has been sent: a write could have come between question and answer', () => {
    const { ask, started } = sharing();
    ask(LAN, 'q');
    started[0]!.isWaiting = false;
    expect(ask(LAN, 'q').isFirst).toBe(true);
  });

  it('lets go when the last of those who wait has left', () => {
    const { ask, started } = sharing();
    const [a, b] = [ask(LAN, 'q').exchange, ask(LAN, 'q').exchange];
    a.cancel();
    a.cancel();
    expect(started[0]!.cancel).not.toHaveBeenCalled();
    b.cancel();
    expect(started[0]!.cancel).toHaveBeenCalledOnce();
    expect(ask(LAN, 'q').isFirst).toBe(true);
  });
});
