import { connect } from 'node:net';
import { ResponseParser } from '../../../gateway/src/transport/response-parser.js';

export interface LoadOrder {
  port: number;
  path: string;
  body: string;
  headers: Readonly<Record<string, string>>;
  connections: number;
  ms: number;
  atLeast?: number;
}
export interface LoadResult {
  requests: number;
  failures: number;
  seconds: number;
  p50: number;
  p99: number;
}

/** Slow machines may take this much longer to come to the least number of requests. */
const PATIENCE = 6;

/** A closed loop: every connection sends its next request when the answer is there. */
async function load({ port, path, body, headers, connections, ms, atLeast = 0 }: LoadOrder): Promise<LoadResult> {
  const own = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const text = `POST ${path} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\ncontent-type: application/json\r\naccept: application/json\r\n${own.join('')}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
  const times: number[] = [];
  let failures = 0;
  const began = performance.now();
  const until = began + ms;
  await Promise.all(
    Array.from(
      { length: connections },
      () =>
        new Promise<void>((resolve) => {
          const socket = connect({ port, host: '127.0.0.1', noDelay: true });
          let sent = 0;
          const next = (): void => {
            sent = performance.now();
            if ((sent >= until && times.length >= atLeast) || sent >= began + ms * PATIENCE) return void socket.end();
            socket.write(text);
          };
          const parser = new ResponseParser(64 << 20, ({ status }) => {
            times.push(performance.now() - sent);
            if (status !== 200) failures += 1;
            next();
          });
          socket
            .on('connect', next)
            .on('data', (bytes) => parser.push(bytes as Buffer))
            .on('error', () => {
              failures += 1;
            })
            .on('close', () => resolve());
        }),
    ),
  );
  times.sort((a, b) => a - b);
  const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
  return { requests: times.length, failures, seconds: (performance.now() - began) / 1000, p50: at(0.5), p99: at(0.99) };
}

process.on('message', (order: LoadOrder) => void load(order).then((result) => process.send!(result)));
process.on('disconnect', () => process.exit(0));
