import { fileURLToPath } from 'node:url';

/** Our gateway as it is built, alone (no sign-in), in production mode. `SUPERGRAPH`, `EXECUTOR`, `TRANSPORT` from the environment. */
const { startGateway } = (await import(
  fileURLToPath(new URL('../../../../gateway/dist/gateway.js', import.meta.url))
)) as typeof import('../../../../gateway/src/gateway.js');
const { env } = process;

const { port } = await startGateway({
  alone: true,
  NODE_ENV: 'production',
  HOST: '127.0.0.1',
  PORT: 0,
  LOG_LEVEL: 'error',
  COUNT_STATEMENTS: '0',
  SUPERGRAPH: env['SUPERGRAPH']!,
  EXECUTOR: env['EXECUTOR'] === 'stock' ? 'stock' : 'compiled',
  TRANSPORT: env['TRANSPORT'] === 'undici' ? 'undici' : 'socket',
} as Parameters<typeof startGateway>[0]);
process.stdout.write(`port ${port}\n`);
