import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { execute, parse, validate, type GraphQLSchema } from 'graphql';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.11", import: ["@key", "@shareable"])\n';
const TICKER = `${LINK}
type Query { now: Int }
type Mutation { wind: Int }
type Subscription { ticks(of: ID!): Tick strict: Tick! }
type Tick { n: Int! thing: Thing text: String }
type Thing @key(fields: "id") { id: ID! name: String @shareable }`;

const NAMES = `${LINK}
type Query { names: Int }
type Thing @key(fields: "id") { id: ID! name: String @shareable colour: String }`;

interface Line {
  response: ServerResponse;
  send(n: number, text?: string): void;
}

/** Two small subgraphs: one that ticks, one that knows the names of things. What went over the lines can be counted. */
export class TickingGraph {
  readonly lines = new Set<Line>();
  /** Lines opened so far, and the positions they began after. */
  readonly opened: (string | null)[] = [];
  /** Requests for names so far. */
  named = 0;
  /** Set = names are not answered. */
  namesAreDown = false;
  /** False = events carry no position, and a line begins without one. */
  hasPositions = true;
  #n = 0;
  #servers: Server[] = [];
  #urls: string[] = [];

  async start(): Promise<void> {
    this.#servers = [this.#tickerServer(), this.#nameServer()];
    for (const server of this.#servers) {
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      this.#urls.push(`http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`);
    }
  }

  /** @param change of both schemas; by default the ticker does not say that it knows names as well */
  supergraph(change: (sdl: string) => string = (sdl) => sdl.replace('{ id: ID! name: String @shareable }', '{ id: ID! }')): string {
    const composed = composeServices([
      { name: 'ticker', url: this.#urls[0]!, typeDefs: parse(change(TICKER)) },
      { name: 'names', url: this.#urls[1]!, typeDefs: parse(change(NAMES)) },
    ]);
    if (composed.errors) throw new Error(composed.errors.map((e) => e.message).join('\n'));
    return composed.supergraphSdl;
  }

  /** The next number to everybody who listens; who does not now will get it from his position on. */
  tick(text?: string): number {
    this.#n += 1;
    for (const line of this.lines) line.send(this.#n, text);
    return this.#n;
  }

  /** As a cable that is pulled. */
  breakLines(): void {
    for (const { response } of this.lines) response.destroy();
  }

  completeLines(): void {
    for (const { response } of this.lines) response.end('event: complete\ndata: \n\n');
  }

  async stop(): Promise<void> {
    await Promise.all(
      this.#servers.map(
        (server) =>
          new Promise((resolve) => {
            server.close(resolve);
            server.closeAllConnections();
          }),
      ),
    );
  }

  #tickerServer(): Server {
    const schema = buildSubgraphSchema({
      typeDefs: parse(TICKER),
      resolvers: { Query: { now: () => this.#n }, Mutation: { wind: () => this.tick() } } as never,
    });
    return createServer((request, response) => {
      void body(request).then((asked) => {
        if (request.headers.accept?.includes('text/event-stream')) this.#stream(schema, asked, request, response);
        else void answer(schema, asked, response);
      });
    });
  }

  #stream(schema: GraphQLSchema, { query, variables }: Asked, request: IncomingMessage, response: ServerResponse): void {
    const document = parse(query);
    const errors = validate(schema, document);
    if (errors.length > 0) return void response.writeHead(400, JSON_TYPE).end(JSON.stringify({ errors }));
    const since = request.headers['last-event-id'] as string | undefined;
    this.opened.push(since ?? null);
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.flushHeaders();
    const send = (n: number, text?: string): void => {
      const tick = {
        n,
        text: text ?? null,
        thing: { __typename: 'Thing', id: (variables['of'] as string | undefined) ?? 'x', name: 'tên của đồng hồ' },
      };
      const result = execute({ schema, document, variableValues: variables, rootValue: { ticks: tick, strict: tick } });
      const id = this.hasPositions ? `id: p:${n}\n` : '';
      response.write(`event: next\n${id}data: ${JSON.stringify(result)}\n\n`);
    };
    const line: Line = { response, send };
    this.lines.add(line);
    response.once('close', () => this.lines.delete(line));
    if (!this.hasPositions) return;
    if (since === undefined) return send(this.#n);
    for (let n = Number(since.slice(2)) + 1; n <= this.#n; n += 1) send(n);
  }

  #nameServer(): Server {
    const schema = buildSubgraphSchema({
      typeDefs: parse(NAMES),
      resolvers: { Thing: { __resolveReference: ({ id }: { id: string }) => ({ id, name: `Vật ${id}`, colour: 'đỏ' }) } } as never,
    });
    return createServer((request, response) => {
      void body(request).then((asked) => {
        this.named += 1;
        if (this.namesAreDown) response.destroy();
        else void answer(schema, asked, response);
      });
    });
  }
}

interface Asked {
  query: string;
  variables: Record<string, unknown>;
}

const JSON_TYPE = { 'content-type': 'application/json' };

async function body(request: IncomingMessage): Promise<Asked> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  const { query, variables } = JSON.parse(Buffer.concat(chunks).toString()) as { query: string; variables?: Record<string, unknown> };
  return { query, variables: variables ?? {} };
}

async function answer(schema: GraphQLSchema, { query, variables }: Asked, response: ServerResponse): Promise<void> {
  const result = await execute({ schema, document: parse(query), variableValues: variables });
  response.writeHead(200, JSON_TYPE).end(JSON.stringify(result));
}
