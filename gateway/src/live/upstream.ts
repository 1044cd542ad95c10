import { HEADERS } from '@thidua/contracts';
import type { GraphQLFormattedError } from 'graphql';
import type { SubgraphAnswer } from '../execution/client.js';
import type { GatewayContext } from '../graph/graph.engine.js';
import type { HeadersOf } from '../subgraphs/subgraph.headers.js';
import { Agent, request, type Dispatcher } from 'undici';
import { EventReader } from './sse.reader.js';

/** An event of a subgraph. `position` = where to go on after it; null where the subgraph has none. */
export interface UpstreamEvent {
  readonly answer: SubgraphAnswer;
  readonly position: string | null;
}

/** The subgraph does not open this stream: what it says goes to the reader. */
export class UpstreamRefusal extends Error {
  constructor(readonly errors: readonly GraphQLFormattedError[]) {
    super(errors[0]?.message ?? 'refused');
  }
}

export interface UpstreamAddress {
  readonly service: string;
  readonly address: string;
  /** The request as JSON text. */
  readonly body: string;
}

const CONNECT_MS = 5_000;
/** A subgraph that sends heartbeats at all and is silent for this long is gone. */
const SILENCE_MS = 35_000;

/** Opens streams of events at subgraphs: graphql-sse, distinct connections. */
export class Upstreams {
  readonly #agent = new Agent({ connect: { timeout: CONNECT_MS }, headersTimeout: 15_000, bodyTimeout: 0, keepAliveTimeout: 1_000 });

  constructor(private readonly headersOf: HeadersOf) {}

  /**
   * Events until the subgraph says there are no more.
   * @param since position after which to go on
   * @param opened called when the subgraph has opened the line
   * @throws UpstreamRefusal when it will not, any other error when the line was lost
   */
  async *open(
    to: UpstreamAddress,
    context: GatewayContext,
    since: string | null,
    signal: AbortSignal,
    opened?: () => void,
  ): AsyncGenerator<UpstreamEvent, void> {
    const response = await request(to.address, {
      dispatcher: this.#agent,
      method: 'POST',
      headers: await this.#headers(to.service, context, since),
      body: to.body,
      signal,
    });
    try {
      await refuseOthers(response);
      opened?.();
      yield* events(response);
    } finally {
      response.body.destroy();
    }
  }

  close(): Promise<void> {
    return this.#agent.destroy();
  }

  async #headers(service: string, context: GatewayContext, since: string | null): Promise<Record<string, string>> {
    const given = await this.headersOf(service, context);
    const headers: Record<string, string> = {};
    for (let i = 0; i < given.length; i += 2) headers[given[i]!] = given[i + 1]!;
    headers['accept'] = 'text/event-stream';
    headers[HEADERS.requestId] = context.requestId;
    if (since !== null) headers['last-event-id'] = since;
    return headers;
  }
}

async function refuseOthers({ statusCode, headers, body }: Dispatcher.ResponseData): Promise<void> {
  if (String(headers['content-type']).startsWith('text/event-stream') && statusCode === 200) return;
  const text = await body.text();
  if (statusCode >= 500 || statusCode === 401) throw new Error(`answered ${statusCode}`);
  const { errors } = JSON.parse(text) as { errors?: GraphQLFormattedError[] };
  if (!Array.isArray(errors) || errors.length === 0) throw new Error(`answered ${statusCode} without a stream`);
  throw new UpstreamRefusal(errors);
}

/** @throws when the stream breaks off before its end */
async function* events({ body }: Dispatcher.ResponseData): AsyncGenerator<UpstreamEvent, void> {
  const reader = new EventReader();
  let silence: NodeJS.Timeout | undefined;
  body.setEncoding('utf8');
  try {
    for await (const chunk of body as AsyncIterable<string>) {
      silence?.refresh();
      for (const { event, data, id } of reader.read(chunk)) {
        if (event === 'complete') return;
        if (event === 'next' || (event === '' && data !== '')) yield { answer: JSON.parse(data) as SubgraphAnswer, position: id };
        else silence ??= setTimeout(() => body.destroy(new Error('the subgraph is silent')), SILENCE_MS).unref();
      }
    }
  } finally {
    clearTimeout(silence);
  }
  throw new Error('the line was lost');
}
