import { HEADERS, SUBGRAPH_UNAVAILABLE } from '@thidua/contracts';
import type { Log } from '@thidua/server';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { Agent, request, type Dispatcher } from 'undici';
import type { GatewayContext } from '../graph/graph.engine.js';
import { say } from '../http/problem.js';
import type { Assert } from './assertions.js';

export interface SubgraphOperation {
  query: string;
  variables?: Record<string, unknown> | undefined;
  operationName?: string | undefined;
}

export interface SubgraphAnswer {
  data?: Record<string, unknown> | null;
  errors?: GraphQLFormattedError[];
}

export interface SubgraphClientOptions {
  /** Origins by name; other subgraphs are found at the address the supergraph states. */
  origins: Record<string, string | undefined>;
  /** Null = the gateway alone: nothing is asserted. */
  assert: Assert | null;
  log: Log;
  timeoutMs?: number;
}

const TIMEOUT_MS = 10_000;
/** The connection died before an answer began: a subgraph that restarted. A read may be asked again. */
const STALE = new Set(['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE']);
/** Its words about our own request are of no use to the caller. */
const OURS = /^GRAPHQL_|^OPERATION_RESOLUTION_FAILURE$|^PERSISTED_QUERY/;

/** Asks subgraphs over kept-alive connections. One for the whole process; supergraphs come and go. */
export class SubgraphClient {
  readonly #agent = new Agent({ connections: 64, pipelining: 1, keepAliveTimeout: 30_000, connect: { timeout: 2_000 } });

  constructor(private readonly options: SubgraphClientOptions) {}

  addressOf(name: string, stated: string | undefined): string {
    const origin = this.options.origins[name];
    return origin ? new URL('/graphql', origin).href : (stated ?? '');
  }

  /** @throws GraphQLError SUBGRAPH_UNAVAILABLE naming the subgraph when it gives no answer in time. */
  async ask(name: string, address: string, operation: SubgraphOperation, context: GatewayContext): Promise<SubgraphAnswer> {
    const headers = await this.#headers(name, context);
    const body = JSON.stringify({ query: operation.query, variables: operation.variables, operationName: operation.operationName });
    const isRead = !/^\s*mutation\b/.test(operation.query);
    try {
      const response = await this.#send(address, headers, body, isRead);
      const count = Number(response.headers['x-sql-statements'] ?? 0);
      if (count > 0) context.cost.statements += count;
      return await this.#read(name, response);
    } catch (error) {
      if (error instanceof GraphQLError) throw error;
      this.options.log.warn({ service: name, reason: (error as Error).message, requestId: context.requestId }, 'subgraph does not answer');
      throw unavailable(name, context);
    }
  }

  close(): Promise<void> {
    return this.#agent.close();
  }

  async #headers(name: string, context: GatewayContext): Promise<Record<string, string>> {
    const headers: Record<string, string> = {
      'content-type': 'application/json', accept: 'application/json', 'accept-language': context.locale, [HEADERS.requestId]: context.requestId,
    };
    if (this.options.assert) headers[HEADERS.assertion] = await this.options.assert(name, context.actor);
    return headers;
  }

  async #send(address: string, headers: Record<string, string>, body: string, retry: boolean): Promise<Dispatcher.ResponseData> {
    const timeout = this.options.timeoutMs ?? TIMEOUT_MS;
    try {
      return await request(address, {
        method: 'POST', dispatcher: this.#agent, headers, body, headersTimeout: timeout, bodyTimeout: timeout, signal: AbortSignal.timeout(timeout),
      });
    } catch (error) {
      if (!retry || !STALE.has((error as { code?: string }).code ?? '')) throw error;
      return this.#send(address, headers, body, false);
    }
  }

  async #read(name: string, response: Dispatcher.ResponseData): Promise<SubgraphAnswer> {
    const text = await response.body.text();
    if (response.statusCode === 401 || response.statusCode >= 500) throw new Error(`answered ${response.statusCode}`);
    const answer = JSON.parse(text) as SubgraphAnswer;
    const misunderstood = answer.errors?.find((e) => OURS.test(String(e.extensions?.['code'] ?? '')));
    if (misunderstood) throw new GraphQLError(`${name} does not understand the gateway: ${misunderstood.message}`, { extensions: { code: 'INTERNAL_SERVER_ERROR', serviceName: name } });
    return answer;
  }
}

function unavailable(service: string, { locale }: GatewayContext): GraphQLError {
  const message = say(locale, `Không có dữ liệu: phân hệ «${service}» không trả lời.`, `No data: the subgraph “${service}” does not answer.`);
  return new GraphQLError(message, { extensions: { code: SUBGRAPH_UNAVAILABLE, service } });
}
