import { describe, expect, it } from 'vitest';
import { CircuitBreaker } from './circuit-breaker.js';
import type { FailureKind } from './wire.js';

function breaker(): { circuit: CircuitBreaker; pass(ms: number): void; fail(kind: FailureKind, times?: number): void } {
  let now = 0;
  const circuit = new CircuitBreaker(() => now);
  return {
    circuit,
    pass: (ms) => {
      now += ms;
    },
    fail: (kind, times = 1) => {
      for (let i = 0; i < times; i += 1) circuit.failed(kind);
    },
  };
}

describe('a circuit breaker', () => {
  it('opens after five failures in a row; one success between them starts the count again', () => {
    const { circuit, fail } = breaker();
    fail('timeout', 4);
    circuit.succeeded();
    fail('timeout', 4);
    expect(circuit.admit()).toBe(true);
    fail('timeout');
    expect([circuit.state, circuit.admit()]).toEqual(['open', false]);
  });

  it('lets one probe through when its time is over; its success closes', () => {
    const { circuit, fail, pass } = breaker();
    fail('timeout', 5);
    pass(500);
    expect([circuit.state, circuit.admit(), circuit.admit()]).toEqual(['half-open', true, false]);
    circuit.succeeded();
    expect([circuit.state, circuit.admit(), circuit.admit()]).toEqual(['closed', true, true]);
  });

  it('opens twice as long after each failed probe, to eight seconds', () => {
    const { circuit, fail, pass } = breaker();
    fail('timeout', 5);
    for (const ms of [500, 1_000, 2_000, 4_000, 8_000, 8_000]) {
      pass(ms - 1);
      expect(circuit.state).toBe('open');
      pass(1);
      expect(circuit.admit()).toBe(true);
      fail('timeout');
    }
  });

  it('tries a refused connection again soon, since that costs nobody time', () => {
    const { circuit, fail, pass } = breaker();
    fail('refused', 50);
    pass(250);
    expect(circuit.state).toBe('half-open');
  });

  it('gives the probe to the next caller when the first one left', () => {
    const { circuit, fail, pass } = breaker();
    fail('reset', 5);
    pass(500);
    circuit.admit();
    circuit.released();
    expect(circuit.admit()).toBe(true);
  });
});
