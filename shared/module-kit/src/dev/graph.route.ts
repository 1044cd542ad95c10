import type { IncomingMessage, ServerResponse } from 'node:http';
import type { KnownDocuments } from './known-documents.js';
import type { MockGraph } from './mock-graph.js';

/** A running graph instead of the made-up one. */
export interface LiveGraph {
  readonly url: string;
  /** Access token of the person whose data are shown; absent = a visitor. */
  readonly token: string | undefined;
}

interface GraphRequest {
  readonly query?: string;
  readonly documentId?: string;
  readonly variables?: Record<string, unknown>;
  readonly operationName?: string;
}

/** `POST /graphql` of the development server. Hashes are turned into texts, because a developer's drafts are registered nowhere. */
export class GraphRoute {
  constructor(
    private readonly documents: KnownDocuments,
    private readonly graph: MockGraph | LiveGraph,
  ) {}

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.headers.accept?.includes('text/event-stream') && !request.headers.accept.includes('json')) return silent(response);
    const asked = JSON.parse(await bodyOf(request)) as GraphRequest;
    const query = asked.query ?? (asked.documentId ? await this.documents.text(asked.documentId) : undefined);
    if (query === undefined) {
      return sendJson(response, 200, {
        errors: [{ message: `Unknown document ${asked.documentId ?? ''}`, extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }],
      });
    }
    const { variables = {}, operationName } = asked;
    if ('url' in this.graph) return this.#forward(this.graph, request, response, { query, variables, operationName });
    sendJson(response, 200, await this.graph.answer(query, variables, operationName));
  }

  async #forward(graph: LiveGraph, request: IncomingMessage, response: ServerResponse, body: object): Promise<void> {
    const headers: Record<string, string> = { 'content-type': 'application/json', accept: 'application/json' };
    for (const name of ['accept-language', 'x-acting-role']) {
      const value = request.headers[name];
      if (typeof value === 'string') headers[name] = value;
    }
    if (graph.token) headers['authorization'] = `Bearer ${graph.token}`;
    try {
      const answer = await fetch(graph.url, { method: 'POST', headers, body: JSON.stringify(body) });
      response
        .writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'application/json' })
        .end(await answer.text());
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      sendJson(response, 502, { errors: [{ message: `${graph.url}: ${message}`, extensions: { code: 'GRAPH_UNAVAILABLE' } }] });
    }
  }
}

/** Live fields have nothing to say here: a stream that stays open and quiet. */
function silent(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  response.write(':\n\n');
}

export async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

export function sendJson(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' }).end(JSON.stringify(value));
}
