import { buildSubgraphSchema } from '@apollo/subgraph';
import { graphql, parse } from 'graphql';
import { createLocalJWKSet, jwtVerify, type JSONWebKeySet } from 'jose';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * A department's own subgraph as the department would write it: @apollo/subgraph, the gateway's public keys, and nothing of this
 * repository. Prints its port when it listens.
 */
const keys = createLocalJWKSet(JSON.parse(process.env['SERVICE_JWKS']!) as JSONWebKeySet);
const schema = buildSubgraphSchema({
  typeDefs: parse(readFileSync(new URL('hospitals.graphql', import.meta.url), 'utf8')),
  resolvers: {
    Organisation: {
      __resolveReference: ({ id }: { id: string }) => ({ id }),
      hospitalRating: ({ id }: { id: string }, _args: unknown, context: unknown) => ({
        stars: 4,
        seenBy: (context as { caller: string }).caller,
        of: id,
      }),
    },
  },
});

const server = createServer((request, response) => {
  void (async () => {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    response.setHeader('content-type', 'application/json');
    const word = String(request.headers['x-thidua-assertion'] ?? '');
    const claims = await jwtVerify(word, keys, { audience: 'so-y-te', issuer: 'gateway', algorithms: ['EdDSA'] }).catch(() => null);
    if (!claims) return response.writeHead(401).end('{"errors":[{"message":"not the gateway"}]}');
    const { query, variables } = JSON.parse(Buffer.concat(chunks).toString('utf8')) as {
      query: string;
      variables?: Record<string, unknown>;
    };
    const caller = (claims.payload['actor'] as { kind: string }).kind;
    const answer = await graphql({ schema, source: query, variableValues: variables ?? {}, contextValue: { caller } });
    response.end(JSON.stringify(answer));
  })();
});
server.listen(Number(process.env['PORT'] ?? 0), '127.0.0.1', () => process.stdout.write(`${(server.address() as AddressInfo).port}\n`));
