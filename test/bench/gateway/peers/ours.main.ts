import { fileURLToPath } from 'node:url';

/** Our gateway as it is built, alone (no sign-in), in production mode. Its settings come from the environment. */
const built = (file: string): string => fileURLToPath(new URL(`../../../../gateway/dist/${file}`, import.meta.url));
const { startGateway } = (await import(built('gateway.js'))) as typeof import('../../../../gateway/src/gateway.js');
const { readGatewayEnv } = (await import(built('gateway.env.js'))) as typeof import('../../../../gateway/src/gateway.env.js');

// Alone it refuses to be in production: that is what is measured, without its own check.
const env = readGatewayEnv({ CACHE: 'off', ...process.env, NODE_ENV: 'development', HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'error' });
const { port } = await startGateway({ ...env, NODE_ENV: 'production' });
process.stdout.write(`port ${port}\n`);
