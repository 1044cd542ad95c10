import { expect, it } from 'vitest';
import { traceHeaders } from './trace-context.js';

const parent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';

it('passes a W3C trace context on', () => {
  expect(traceHeaders({ traceparent: parent, tracestate: 'vendor=1' })).toEqual(['traceparent', parent, 'tracestate', 'vendor=1']);
  expect(traceHeaders({ traceparent: parent, tracestate: 'line\nbreak' })).toEqual(['traceparent', parent]);
});

it.each([undefined, 'x', `ff${parent.slice(2)}`, parent.replace(/0af[\da-f]+/, '0'.repeat(32)), `${parent}\r\nx-evil: 1`, ['a', 'b']])(
  'passes nothing on that is not well formed: %s',
  (traceparent) => {
    expect(traceHeaders({ traceparent, tracestate: 'a=1' })).toEqual([]);
  },
);
