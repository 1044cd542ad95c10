import { createServer } from 'node:net';

// Below the range from which systems take the ports of outgoing connections, so that a remembered port is still free tomorrow.
const FIRST = 20_000;
const LAST = 31_999;

/** True when a server can listen on the port of the loopback (and, for `localhost` names, of all local) addresses. */
export function portIsFree(port: number, host = '127.0.0.1'): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(true)));
  });
}

/** `preferred` while it is free, otherwise a free port nobody else in `taken` was promised. */
export async function freePort(preferred?: number, taken: ReadonlySet<number> = new Set()): Promise<number> {
  if (preferred && !taken.has(preferred) && (await portIsFree(preferred))) return preferred;
  for (let tries = 0; tries < 200; tries += 1) {
    const port = FIRST + Math.floor(Math.random() * (LAST - FIRST));
    if (!taken.has(port) && (await portIsFree(port))) return port;
  }
  throw new Error('Không còn cổng trống / No free port between 20000 and 31999.');
}
