import { readGatewayEnv } from '../../../../gateway/dist/gateway.env.js';
import { startGateway } from '../../../../gateway/dist/gateway.js';

/**
 * Our gateway as it is built, in production mode; its settings come from the environment. Alone (no sign-in) unless an issuer is
 * named. Alone it refuses to be in production: that is what is measured, without its own check.
 */
const env = readGatewayEnv({ CACHE: 'off', ...process.env, NODE_ENV: 'development', HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'error' });
const { port } = await startGateway({ ...env, NODE_ENV: 'production' });
process.stdout.write(`port ${port}\n`);
