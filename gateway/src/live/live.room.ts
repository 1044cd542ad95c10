import type { Log } from '@thidua/server/process';
import type { Server } from 'node:http';
import type { GraphHolder } from '../graph/graph.holder.js';
import type { Callers } from '../identity/callers.js';
import { faultFormat } from '../operation/fault.format.js';
import type { Assert } from '../subgraphs/assertions.js';
import { subgraphHeaders } from '../subgraphs/subgraph.headers.js';
import { LiveHub } from './live.hub.js';
import type { SseParts } from './sse.route.js';
import { LiveSockets } from './ws.server.js';

export interface LiveRoomParts {
  holder: GraphHolder;
  who: { callers: Callers; assert: Assert | null; onGrantsChanged(listener: () => void): void };
  log: Log;
}

/** Everything that lasts longer than a request: the hub of streams, and the sockets on the server. */
export class LiveRoom {
  readonly hub: LiveHub;
  #sockets: LiveSockets | null = null;

  constructor({ holder, who, log }: LiveRoomParts) {
    this.hub = new LiveHub({ holder, headersOf: subgraphHeaders(who.assert), format: faultFormat(log), log });
    who.onGrantsChanged(() => void this.hub.recheck(true));
  }

  /** @param paths where sockets are opened */
  attach(server: Server, parts: SseParts, paths: readonly string[]): void {
    const sockets = new LiveSockets(parts, paths);
    this.#sockets = sockets;
    server.on('upgrade', (request, socket, head) => sockets.upgrade(request, socket, head));
  }

  /** Every reader is told to come again. */
  drain(): void {
    this.#sockets?.drain();
    this.hub.drain();
  }

  close(): Promise<void> {
    return this.hub.close();
  }
}
