import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request as the gateway would have received it. */
export interface GraphCall {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly raw: string;
  /** With its text, also where the request carried the hash of a registered document. */
  readonly operation: { readonly query?: string; readonly documentId?: string; readonly variables?: Record<string, unknown> };
}

const NOT_REGISTERED = { errors: [{ message: 'not registered', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }] };

type Answer = (call: GraphCall) => unknown;

/**
 * Stands where the gateway would, for tests of the host and of modules' faults: it writes down what arrives, and answers what a
 * test says. Journeys use the real graph.
 */
export interface StandInGraph {
  readonly url: string;
  readonly calls: GraphCall[];
  /** Answers every operation whose text contains the word. The latest rule wins. */
  on(word: string, answer: Answer): void;
  /** Streams that are open, the latest last; what a test writes into one, its reader gets. */
  readonly streams: ServerResponse[];
  close(): Promise<void>;
}

function openStream(response: ServerResponse, streams: ServerResponse[]): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  response.flushHeaders();
  streams.push(response);
  response.once('close', () => streams.splice(streams.indexOf(response), 1));
}

export async function startStandInGraph(): Promise<StandInGraph> {
  const calls: GraphCall[] = [];
  const streams: ServerResponse[] = [];
  const rules: [string, Answer][] = [];
  const registered = new Map<string, string>();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const raw = Buffer.concat(chunks).toString('utf8');
      response.setHeader('content-type', 'application/json');
      if (request.url?.startsWith('/registry/')) {
        const { documents = {} } = JSON.parse(raw || '{}') as { documents?: Record<string, string> };
        for (const [hash, text] of Object.entries(documents)) registered.set(`sha256:${hash}`, text);
        const rule = rules.findLast(([word]) => request.url?.includes(word));
        const answer = rule?.[1]({ path: request.url, headers: request.headers, raw, operation: {} }) as { status?: number } | undefined;
        response.statusCode = answer?.status ?? 200;
        return void response.end(JSON.stringify(answer ?? { accepted: 0 }));
      }
      const asked = request.url === '/graphql' ? (JSON.parse(raw) as GraphCall['operation']) : {};
      const query = asked.query ?? registered.get(asked.documentId ?? '');
      const operation = query === undefined ? asked : { ...asked, query };
      const call: GraphCall = { path: request.url ?? '', headers: request.headers, raw, operation };
      calls.push(call);
      if (request.headers.accept?.startsWith('text/event-stream')) return openStream(response, streams);
      if (asked.documentId && query === undefined) return void response.end(JSON.stringify(NOT_REGISTERED));
      const rule = rules.findLast(([word]) => (call.operation.query ?? call.path).includes(word));
      response.setHeader('set-cookie', 'from-the-gateway=1');
      const noRule = {
        data: null,
        errors: [{ message: 'no rule', extensions: { code: 'SUBGRAPH_UNAVAILABLE', service: 'organisations' } }],
      };
      // A rule may promise its answer, and so keep the host waiting.
      void Promise.resolve(rule ? rule[1](call) : noRule).then((answer) => response.end(JSON.stringify(answer)));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    streams,
    on: (word, answer) => void rules.push([word, answer]),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
