import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { MONOLITH, MONOLITH_RESOLVERS } from '../shop.js';

/** No federation at all: the same data in one process under the same server. */
const { url } = await startStandaloneServer(new ApolloServer({ typeDefs: MONOLITH, resolvers: MONOLITH_RESOLVERS }), {
  listen: { port: 0, host: '127.0.0.1' },
});
process.stdout.write(`port ${new URL(url).port}\n`);
