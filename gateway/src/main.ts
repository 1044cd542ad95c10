import { onShutdown } from '@thidua/server';
import { readGatewayEnv } from './gateway.env.js';
import { startGateway } from './gateway.js';

const gateway = await startGateway(readGatewayEnv());
onShutdown(() => gateway.stop());
