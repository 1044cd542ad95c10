import { onShutdown } from '@thidua/server/process';
import { readGatewayEnv } from './gateway.env.js';
import { startGateway } from './gateway.js';

const env = readGatewayEnv();
const gateway = await startGateway(env);
onShutdown(() => gateway.stop(), env.DRAIN_MS + 2_000);
