import gateway from '@mercuriusjs/gateway';
import fastify from 'fastify';

/** Mercurius' gateway: composes by itself from its subgraphs. Runs where its packages are installed. */
const app = fastify();
const services = JSON.parse(process.env.SERVICES).map(({ name, url, schema }) => ({ name, url, schema, mandatory: false }));
await app.register(gateway, { gateway: { services }, jit: 1, subscription: false });
await app.listen({ port: 0, host: '127.0.0.1' });
process.stdout.write(`port ${app.server.address().port}\n`);
