import { ApolloGateway, RemoteGraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { readFileSync } from 'node:fs';

/** The stock gateway as its documentation sets it up. `ASSERTIONS`: for every subgraph a word on who asks, sent as it is. */
const assertions = process.env.ASSERTIONS ? JSON.parse(process.env.ASSERTIONS) : null;
const buildService = ({ name, url }) =>
  new RemoteGraphQLDataSource({
    url,
    willSendRequest({ request }) {
      for (const [header, value] of Object.entries(assertions[name])) request.http?.headers.set(header, value);
    },
  });
const gateway = new ApolloGateway({ supergraphSdl: readFileSync(process.env.SUPERGRAPH, 'utf8'), ...(assertions ? { buildService } : {}) });
const server = new ApolloServer({ gateway });
const { url } = await startStandaloneServer(server, { listen: { port: 0, host: '127.0.0.1' } });
process.stdout.write(`port ${new URL(url).port}\n`);
