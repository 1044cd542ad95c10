import { buildSchema, graphql } from 'graphql';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { MONOLITH, MONOLITH_RESOLVERS, requestBody, SIZES } from '../shop.js';

/** The physical limit: ready bytes for each request, over plain node http. */
const schema = buildSchema(MONOLITH);
for (const [type, fields] of Object.entries(MONOLITH_RESOLVERS)) {
  const known = (schema.getType(type) as unknown as { getFields(): Record<string, { resolve: unknown }> }).getFields();
  for (const [name, resolve] of Object.entries(fields)) known[name]!.resolve = resolve;
}
const answers = new Map<string, Buffer>();
for (const size of SIZES) {
  const body = requestBody(size);
  answers.set(body, Buffer.from(JSON.stringify(await graphql({ schema, source: (JSON.parse(body) as { query: string }).query }))));
}

const server = createServer((request, response) => {
  let body = '';
  request
    .setEncoding('utf8')
    .on('data', (text: string) => {
      body += text;
    })
    .on('end', () => {
      const bytes = answers.get(body);
      if (bytes) response.writeHead(200, { 'content-type': 'application/json', 'content-length': bytes.length }).end(bytes);
      else response.writeHead(404).end();
    });
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`port ${(server.address() as AddressInfo).port}\n`));
