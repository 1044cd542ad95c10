import { request } from 'node:http';

export interface ReadOrder {
  port: number;
  path: string;
  /** One reader each. */
  bodies: readonly string[];
  /** Not counted: streams open, code becomes warm. */
  warmUpMs: number;
  ms: number;
}

export interface ReadResult {
  events: number;
  seconds: number;
  /** The first event of a reader that was a whole answer. */
  sample: string;
}

const EVENT = Buffer.from('event: next');

/** Opens streams, counts what comes over them for a while, and closes them. */
async function read({ port, path, bodies, warmUpMs, ms }: ReadOrder): Promise<ReadResult> {
  let events = 0;
  let sample = '';
  const requests = bodies.map((body) => {
    const sent = request({ port, path, host: '127.0.0.1', method: 'POST', agent: false, headers: HEADERS });
    sent.on('response', (response) => {
      response.on('data', (chunk: Buffer) => {
        if (sample === '') sample = /^data: (\{.*\})$/m.exec(chunk.toString('utf8'))?.[1] ?? '';
        for (let at = chunk.indexOf(EVENT); at >= 0; at = chunk.indexOf(EVENT, at + 1)) events += 1;
      });
    });
    sent.on('error', () => undefined);
    sent.end(body);
    return sent;
  });
  await new Promise((resolve) => setTimeout(resolve, warmUpMs));
  process.send?.('begin');
  events = 0;
  const began = performance.now();
  await new Promise((resolve) => setTimeout(resolve, ms));
  const result = { events, seconds: (performance.now() - began) / 1_000, sample };
  process.send?.(result);
  for (const sent of requests) sent.destroy();
  return result;
}

const HEADERS = { 'content-type': 'application/json', accept: 'text/event-stream' };

process.on('message', (order) => void read(order as ReadOrder));
