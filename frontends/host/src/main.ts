import { pino } from 'pino';
import { readEnvironment } from './environment.js';
import { startHost } from './host.js';

const env = readEnvironment(process.env);
const log = pino({ name: 'host', level: env.logLevel, base: { name: 'host' } });
const host = await startHost(env, log);
log.info({ url: host.url, publicUrl: env.publicUrl.href }, 'host listens');

const stop = (): void => {
  void host.close().finally(() => process.exit(0));
};
process.once('SIGTERM', stop);
process.once('SIGINT', stop);
