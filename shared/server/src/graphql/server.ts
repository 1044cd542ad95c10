import { ApolloServer, HeaderMap, type HTTPGraphQLRequest } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { GraphQLSchema } from 'graphql';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestContext } from '../context.js';
import { isUnexpected, maskFault, unwrap } from '../faults.js';
import { readBody } from '../http-server.js';
import type { Log } from '../log.js';

const BODY_LIMIT = 32 * 1024 * 1024;

/** The schema behind Apollo Server, without telemetry; faults leave masked and are logged with their cause. */
export async function createGraphqlServer(schema: GraphQLSchema, log: Log): Promise<ApolloServer<RequestContext>> {
  const server = new ApolloServer<RequestContext>({
    schema,
    introspection: true,
    csrfPrevention: false, // only signed service calls reach this server
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    plugins: [
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginCacheControlDisabled(),
    ],
    formatError: (formatted, original) => {
      const masked = maskFault(formatted, original);
      if (isUnexpected(masked)) log.error({ path: formatted.path, cause: (unwrap(original) as Error)?.stack }, 'fault');
      return masked;
    },
  });
  await server.start();
  return server;
}

/** Answers one POST /graphql. */
export async function answerGraphql(
  server: ApolloServer<RequestContext>,
  request: IncomingMessage,
  response: ServerResponse,
  context: () => Promise<RequestContext>,
  headers: () => Record<string, string> = () => ({}),
): Promise<void> {
  const body: unknown = JSON.parse((await readBody(request, BODY_LIMIT)).toString('utf8') || '{}');
  const map = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) if (typeof value === 'string') map.set(name, value);
  const graphqlRequest: HTTPGraphQLRequest = { method: 'POST', headers: map, search: '', body };
  const result = await server.executeHTTPGraphQLRequest({ httpGraphQLRequest: graphqlRequest, context });
  for (const [name, value] of result.headers) response.setHeader(name, value);
  for (const [name, value] of Object.entries(headers())) response.setHeader(name, value);
  // With its length stated, head and body are one write and not three.
  if (result.body.kind === 'complete') response.setHeader('content-length', Buffer.byteLength(result.body.string));
  response.writeHead(result.status ?? 200);
  if (result.body.kind === 'complete') return void response.end(result.body.string);
  for await (const chunk of result.body.asyncIterator) response.write(chunk);
  response.end();
}
