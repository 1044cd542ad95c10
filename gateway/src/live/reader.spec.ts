import { describe, expect, it, vi } from 'vitest';
import type { LiveEnd } from './live.end.js';
import { LiveCount, LIVE_LIMITS } from './live.limits.js';
import { backOff } from './back-off.rules.js';
import { Reader } from './reader.js';
import { EventReader } from './sse.reader.js';
import { Told } from './told.js';

const told = (n: number, position: string | null = `p:${n}`): Told => new Told({ data: String(n) }, [], position);

/** A reader whose other side has room for one event at a time. */
function narrow(slowMs?: number) {
  const written: string[] = [];
  const ends: LiveEnd[] = [];
  const sink = {
    write: ({ text }: Told) => (written.push((JSON.parse(text) as { data: number }).data.toString()), false),
    end: (end: LiveEnd) => void ends.push(end),
  };
  const reader = new Reader(sink, () => undefined, slowMs);
  return { reader, written, ends };
}

describe('a reader', () => {
  it('gets what waited when there is room again, in order', () => {
    const { reader, written } = narrow();
    for (let n = 1; n <= 3; n += 1) reader.tell(told(n));
    expect(written).toEqual(['1']);
    reader.drained();
    reader.drained();
    expect([written, reader.position]).toEqual([['1', '2', '3'], 'p:3']);
  });

  it('that falls far behind gets the newest state, and not all before it', () => {
    const { reader, written } = narrow();
    for (let n = 1; n <= 40; n += 1) reader.tell(told(n));
    for (let n = 1; n <= 40; n += 1) reader.drained();
    expect(written[0]).toBe('1');
    expect(written.at(-1)).toBe('40');
    expect(written.length).toBeLessThan(20);
  });

  it('that falls far behind where every event counts is let go', () => {
    const { reader, ends } = narrow();
    for (let n = 1; n <= 40; n += 1) reader.tell(told(n, null));
    expect(ends).toMatchObject([{ reason: 'SLOW', retry: true }]);
  });

  it('that takes nothing at all is let go', async () => {
    const { reader, ends } = narrow(20);
    reader.tell(told(1));
    await vi.waitFor(() => expect(ends).toMatchObject([{ reason: 'SLOW' }]));
    expect(reader.isOver).toBe(true);
  });

  it('gets nothing while it is asked whether he may still read', () => {
    const { reader, written } = narrow();
    reader.hold();
    reader.hold();
    reader.tell(told(2));
    reader.release();
    expect(written).toEqual([]);
    reader.release(told(1));
    reader.drained();
    expect(written).toEqual(['1', '2']);
  });
});

describe('server-sent events', () => {
  it('are the same however the bytes are cut', () => {
    const text = ': hello\n\nevent: next\r\nid: p:1\r\ndata: {"a":\r\ndata: 1}\r\n\r\nevent: next\rdata: é\r\revent:complete\ndata\n\n';
    const whole = new EventReader().read(text);
    expect(whole).toEqual([
      { event: '', data: '', id: null },
      { event: 'next', data: '{"a":\n1}', id: 'p:1' },
      { event: 'next', data: 'é', id: null },
      { event: 'complete', data: '', id: null },
    ]);
    for (let size = 1; size < 9; size += 1) {
      const reader = new EventReader();
      const read = [];
      for (let i = 0; i < text.length; i += size) read.push(...reader.read(text.slice(i, i + size)));
      expect(read).toEqual(whole);
    }
  });
});

describe('limits', () => {
  it('count what each caller reads, the public together', () => {
    const count = new LiveCount();
    for (let n = 0; n < LIVE_LIMITS.perCaller; n += 1) count.add('LAN');
    expect(count.excess('LAN')).toEqual({ limit: 'perCaller', allowed: LIVE_LIMITS.perCaller });
    expect([count.excess('SON'), count.excess(null)]).toEqual([null, null]);
    count.remove('LAN');
    expect(count.excess('LAN')).toBeNull();
  });
});

describe('a lost line', () => {
  it('is opened again later and later, not by all at once, and given up', () => {
    expect([0, 3, 20].map((failures) => backOff(failures, 0, true, () => 1))).toEqual([100, 800, 4_000]);
    expect(backOff(3, 0, true, () => 0)).toBe(400);
    expect(backOff(5, 61_000, true)).toBeNull();
    expect([backOff(2, 0, false), backOff(3, 0, false)]).toEqual([expect.any(Number), null]);
  });
});
