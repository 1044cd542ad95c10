import type { FeedEvent } from '@thidua/contracts';
import { describe, expect, it } from 'vitest';
import { isAfter, LiveLine, Positions, releaseAt, type LiveMoment } from '../index.js';

const event = (seq: number, name = 'x'): FeedEvent => ({ cursor: `7:${seq}`, id: String(seq), name, at: '', payload: {} });
const line = (pace = (_event: FeedEvent) => 0) => {
  const made = new LiveLine({ since: null, wants: (e) => e.name !== 'other', pace, signal: new AbortController().signal });
  made.begin('7:0');
  return made;
};

describe('positions', () => {
  it('are compared as numbers, not as text', () => {
    expect(isAfter('10:1', '9:99')).toBe(true);
    expect(isAfter('9:100', '9:99')).toBe(true);
    expect(isAfter('9:99', '9:99')).toBe(false);
    expect(isAfter('18446744073709551615:1', '18446744073709551614:2')).toBe(true);
  });
});

describe('what a reader gets of a position', () => {
  const positions = new Positions('secret');

  it('is the same for the same place on every replica, opens again, and tells no number', () => {
    for (const cursor of ['0:0', '771:42', '72057594037927935:281474976710655']) {
      expect(new Positions('secret').seal(cursor)).toBe(positions.seal(cursor));
      expect(positions.open(positions.seal(cursor))).toBe(cursor);
    }
    expect(positions.seal('771:43').slice(0, 6)).not.toBe(positions.seal('771:42').slice(0, 6));
  });

  it('is refused when it was not made here', () => {
    expect(['', '771:42', 'A'.repeat(22), new Positions('other').seal('771:42')].map((text) => positions.open(text))).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});

describe('a paced event', () => {
  it('R-238 is told at the next mark of a grid that is the same for everybody', () => {
    expect([10_001, 14_999, 19_999].map((now) => releaseAt(now, 10_000))).toEqual([20_000, 20_000, 20_000]);
    expect(releaseAt(20_000, 10_000)).toBe(30_000);
    expect(releaseAt(12_345, 0)).toBe(12_345);
  });

  it('R-238 comes together with the others of its mark', async () => {
    const made = line(() => 50);
    made.hear([event(1)], '7:1');
    made.hear([event(2)], '7:2');
    const { value } = await made.moments().next();
    expect(value).toMatchObject({ events: [{ id: '1' }, { id: '2' }], position: '7:2' });
  });
});

describe('a line', () => {
  it('knows what it has read for itself from what the follower found meanwhile', async () => {
    const made = new LiveLine({ since: '7:1', wants: () => true, signal: new AbortController().signal });
    made.hear([event(2), event(3)], '7:3');
    made.resume('7:1');
    made.take([event(1), event(2)], '7:2');
    made.caughtUp();
    const { value } = await made.moments().next();
    expect((value as LiveMoment).events.map((e) => e.id)).toEqual(['2', '3']);
  });

  it('gives a slow reader one full moment instead of many', async () => {
    const made = line();
    for (let n = 1; n <= 700; n += 1) made.hear([event(n)], `7:${n}`);
    const { value } = await made.moments().next();
    expect(value).toMatchObject({ position: '7:700' });
    expect((value as LiveMoment).events).toHaveLength(500);
  });

  it('passes over what does not concern it', async () => {
    const made = line();
    made.hear([event(1, 'other'), event(2)], '7:2');
    const { value } = await made.moments().next();
    expect((value as LiveMoment).events.map((e) => e.id)).toEqual(['2']);
  });
});
