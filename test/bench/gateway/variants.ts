import { installPeer, versionsOf, type PeerName } from './installed-peers.js';
import { here, MEASURED, start, type Child } from './children.js';
import type { Everything } from './everything.js';
import { firstFederation, SERVICES } from './shop.js';

export interface Variant {
  id: string;
  title: string;
  /** Where its /graphql is. */
  path: string;
  launch(surroundings: Surroundings): Promise<Child>;
  /** Sent with every request: who asks. */
  headers?(surroundings: Surroundings): Readonly<Record<string, string>>;
}

export interface Surroundings {
  /** File with the composed supergraph. */
  supergraph: string;
  addressOf(service: string): string;
  /** What a gateway needs that knows who asks. */
  everything: Everything;
}

const own =
  (file: string, env: Record<string, string> = {}) =>
  ({ supergraph }: Surroundings): Promise<Child> =>
    start({ file: `${here}peers/${file}`, core: MEASURED, env: { SUPERGRAPH: supergraph, ...env } });

const installed =
  (name: PeerName, env: Record<string, string> = {}) =>
  async ({ supergraph, addressOf }: Surroundings): Promise<Child> => {
    const { folder, script } = await installPeer(name);
    const services = SERVICES.map((service) => ({ name: service, url: addressOf(service), schema: firstFederation(service) }));
    return start({
      file: script,
      cwd: folder,
      core: MEASURED,
      env: { SUPERGRAPH: supergraph, SERVICES: JSON.stringify(services), ...env },
    });
  };

/** The first is what all others are compared with. */
export const VARIANTS: readonly Variant[] = [
  { id: 'stock', title: 'stock @apollo/gateway, @apollo/server standalone', path: '/graphql', launch: own('stock.main.mjs') },
  { id: 'ours', title: 'ours: compiled, socket', path: '/graphql', launch: own('ours.main.mjs') },
  {
    id: 'ours-full',
    title: 'ours with everything on: signed tokens, permissions, limits, cost, usage, tracing, caches',
    path: '/graphql',
    launch: ({ everything }) => start({ file: `${here}peers/ours.main.mjs`, core: MEASURED, env: everything.settings }),
    headers: ({ everything }) => everything.headers,
  },
  {
    id: 'ours-apollo',
    title: 'ours behind the whole pipeline of Apollo Server',
    path: '/graphql',
    launch: own('ours.main.mjs', { PIPELINE: 'apollo' }),
  },
  { id: 'ours-undici', title: 'ours: compiled, undici', path: '/graphql', launch: own('ours.main.mjs', { TRANSPORT: 'undici' }) },
  { id: 'ours-stock', title: 'ours: stock executor, socket', path: '/graphql', launch: own('ours.main.mjs', { EXECUTOR: 'stock' }) },
  { id: 'hive-js', title: `Hive Gateway, JS planner (${versionsOf('hive').split(',')[0]})`, path: '/graphql', launch: installed('hive') },
  {
    id: 'hive-rust',
    title: `Hive Gateway, Rust planner (${versionsOf('hive').split(', ')[1]})`,
    path: '/graphql',
    launch: installed('hive', { PLANNER: 'rust' }),
  },
  { id: 'mercurius', title: `Mercurius gateway (${versionsOf('mercurius')})`, path: '/graphql', launch: installed('mercurius') },
  { id: 'monolith', title: 'no federation: one Apollo Server', path: '/', launch: own('monolith.main.ts') },
  { id: 'bytes', title: 'no GraphQL: ready bytes over node http', path: '/', launch: own('bytes.main.ts') },
];
