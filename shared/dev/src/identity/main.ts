import { startIdentity } from './server.js';
import { readIdentitySettings } from './settings.js';

try {
  const identity = await startIdentity(readIdentitySettings());
  console.log(JSON.stringify({ level: 'info', msg: 'identity provider listening', issuer: identity.issuer }));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void identity.close().then(() => process.exit(0)));
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
