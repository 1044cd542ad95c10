import type { AssertedActor } from '@thidua/contracts';
import { answerLive, buildFederatedSchema, createLog, listen, LiveFeed, Positions, type SubgraphDefinition } from '@thidua/server';
import type { GraphQLFormattedError } from 'graphql';
import type { DataSource } from 'typeorm';
import { testContext } from './execute.js';

export interface LiveEvent {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests read answers of many shapes
  data: any;
  errors: readonly GraphQLFormattedError[];
  /** Position of the event; give it as `since` to go on after it. */
  position: string;
}

/** A stream of events as a reader sees it. */
export interface EventReader {
  /** The next event; null when the stream has ended. */
  next(): Promise<LiveEvent | null>;
  close(): void;
}

/** Reads server-sent events of an answer. @throws with the answer when it is no stream */
export async function readEvents(response: Response, stop: AbortController): Promise<EventReader> {
  if (!response.headers.get('content-type')?.startsWith('text/event-stream'))
    throw new Error(`no stream: ${response.status} ${await response.text()}`);
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  const block = async (): Promise<string | null> => {
    for (;;) {
      const end = text.indexOf('\n\n');
      if (end >= 0) {
        const found = text.slice(0, end);
        text = text.slice(end + 2);
        return found;
      }
      const { value, done } = await reader.read().catch(() => ({ value: undefined, done: true }));
      if (done) return null;
      text += value;
    }
  };
  return {
    close: () => stop.abort(),
    async next() {
      for (let found = await block(); found !== null; found = await block()) {
        const field = (name: string): string => new RegExp(`^${name}: (.*)$`, 'm').exec(found)?.[1] ?? '';
        if (field('event') === 'complete') return null;
        if (field('event') !== 'next') continue;
        const { data, errors = [] } = JSON.parse(field('data')) as LiveEvent;
        return { data, errors, position: field('id') };
      }
      return null;
    },
  };
}

export interface LiveServer {
  feed: LiveFeed;
  /** @param actor asked anew for every event, as who asks may change while the line is open. */
  subscribe(query: string, actor: () => AssertedActor, options?: { variables?: object; since?: string }): Promise<EventReader>;
  stop(): Promise<void>;
}

/** A subgraph that answers subscriptions over HTTP, for whoever the test says. */
export async function liveServer(definition: SubgraphDefinition, dataSource: DataSource): Promise<LiveServer> {
  const log = createLog('test', 'silent');
  const feed = new LiveFeed(dataSource, log);
  const positions = new Positions('test');
  const { schema } = buildFederatedSchema(definition);
  let asking: () => AssertedActor;
  const http = await listen({
    host: '127.0.0.1',
    port: 0,
    ready: async () => true,
    handle: (request, response) => {
      const actor = asking;
      return answerLive({ schema, feed, positions, log }, request, response, () => testContext(dataSource, { actor: actor() }));
    },
  });
  return {
    feed,
    async subscribe(query, actor, { variables = {}, since } = {}) {
      asking = actor;
      const stop = new AbortController();
      const response = await fetch(`http://127.0.0.1:${http.port}/graphql`, {
        method: 'POST',
        body: JSON.stringify({ query, variables }),
        headers: { accept: 'text/event-stream', ...(since ? { 'last-event-id': since } : {}) },
        signal: stop.signal,
      });
      return readEvents(response, stop);
    },
    async stop() {
      await feed.stop();
      http.server.closeAllConnections();
      await http.close();
    },
  };
}
