import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { PUBLIC_ACTOR, type AssertedActor, type RoleCode } from '@thidua/contracts';
import { createLog, listen } from '@thidua/server/process';
import { graphql, parse } from 'graphql';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { compiledEngines } from '../../graph/compiled.engine.js';
import { GraphHolder } from '../../graph/graph.holder.js';
import { anybody } from '../../identity/callers.js';
import { faultFormat } from '../../operation/fault.format.js';
import type { StageFactory } from '../../operation/stage.js';
import { operationStages } from '../../operation/stages.js';
import { SubgraphClient } from '../../subgraphs/subgraph.client.js';
import { automaticDocuments } from '../automatic-documents.js';
import { graphqlRoute } from '../graphql.route.js';
import { Problem, sendProblem } from '../problem.js';

const SDL = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.11", import: ["@key", "@tag"])
  enum Colour { RED GREEN }
  input Wish { text: String!, colour: Colour = GREEN, more: [Wish!] }
  type Query {
    hello: String @tag(name: "allow/public")
    book(id: ID!, first: Int = 2): Book @tag(name: "allow/public")
    echo(wish: Wish, colours: [Colour!], long: Int): String @tag(name: "allow/public")
    mine: String @tag(name: "allow/signed-in")
    secret: String @tag(name: "allow/plan/import")
    undeclared: String
    broken: String @tag(name: "allow/public")
    strict: String! @tag(name: "allow/public")
    teapot: String @tag(name: "allow/public")
    long(length: Int!): String @tag(name: "allow/public")
  }
  type Mutation { write(text: String!): String @tag(name: "allow/public") }
  type Book @key(fields: "id") { id: ID! title: String pages(from: Int): [String!] }`;

const boom = (): never => {
  throw new Error('boom at /srv/secret.ts');
};
const RESOLVERS = {
  Query: {
    hello: () => 'xin chào',
    book: (_: unknown, { id }: { id: string }) => (id === 'none' ? null : { id }),
    echo: (_: unknown, args: unknown) => JSON.stringify(args),
    mine: () => 'của tôi',
    secret: () => 'bí mật',
    undeclared: () => 'x',
    broken: boom,
    strict: () => null,
    teapot: () => {
      throw Object.assign(new Error('short and stout'), { extensions: { code: 'CONFLICT', http: { status: 418 } } });
    },
    long: (_: unknown, { length }: { length: number }) => 'đ'.repeat(length),
  },
  Mutation: { write: (_: unknown, { text }: { text: string }) => text },
  Book: { title: ({ id }: { id: string }) => `Sách ${id}`, pages: () => ['một', 'hai'], __resolveReference: (ref: object) => ref },
};

export interface LittleSubgraph {
  sdl: string;
  close(): Promise<void>;
}

/** One subgraph over real HTTP, and the supergraph it is alone in. */
export async function littleSubgraph(delay: () => Promise<void> = async () => undefined): Promise<LittleSubgraph> {
  const schema = buildSubgraphSchema({ typeDefs: parse(SDL), resolvers: RESOLVERS });
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', async () => {
      const { query, variables } = JSON.parse(Buffer.concat(chunks).toString()) as { query: string; variables: Record<string, unknown> };
      await delay();
      response.end(JSON.stringify(await graphql({ schema, source: query, variableValues: variables })));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
  const composed = composeServices([{ name: 'books', url, typeDefs: parse(SDL) }]);
  if (!composed.supergraphSdl) throw new Error(composed.errors?.map((e) => e.message).join('\n'));
  return {
    sdl: composed.supergraphSdl,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export interface LittleGateway {
  url: string;
  holder: GraphHolder;
  setDraining(): void;
  close(): Promise<void>;
}

/** The graph route over real HTTP; `x-role` is who asks. */
export async function littleGateway(
  sdl: string,
  { pipeline, stages, documents = {} }: { pipeline: 'direct' | 'apollo'; stages?: StageFactory; documents?: Record<string, string> },
): Promise<LittleGateway> {
  const log = createLog('test', 'silent');
  const client = new SubgraphClient({ origins: {}, assert: null, log });
  const own = stages ?? operationStages({ guarded: true, publicIntrospection: true } as Parameters<typeof operationStages>[0]);
  const holder = new GraphHolder();
  await holder.swap(await compiledEngines({ client, log, production: false, stages: own, pipeline })(sdl));
  let isDraining = false;
  const parts = {
    holder,
    callers: { ...anybody, of: async (headers: Record<string, unknown>) => actorOf(headers['x-role']) },
    documents: {
      source: { find: (hash: string) => documents[hash] ?? null },
      automatic: automaticDocuments(({ kind }) => kind === 'client'),
    },
    format: faultFormat(log),
    count: false,
    strictGet: true,
    isDraining: () => isDraining,
  };
  const http = await listen({
    host: '127.0.0.1',
    port: 0,
    ready: async () => !isDraining,
    handle: (request, response, url) =>
      graphqlRoute(parts, request, response, url).catch((error: unknown) => {
        if (!(error instanceof Problem)) throw error;
        sendProblem(response, error, 'vi');
      }),
  });
  return {
    url: `http://127.0.0.1:${http.port}/graphql`,
    holder,
    setDraining: () => {
      isDraining = true;
    },
    close: async () => {
      await http.close();
      await Promise.all([holder.stop(), client.close()]);
    },
  };
}

function actorOf(role: unknown): AssertedActor {
  if (role === 'client') return { kind: 'client', id: 'BAO', name: 'BAO', roles: [] };
  if (typeof role !== 'string') return PUBLIC_ACTOR;
  return { kind: 'person', id: role, name: role, roles: [{ role: role as RoleCode, scopeKind: 'PROVINCE', scopeId: '*' }] };
}
