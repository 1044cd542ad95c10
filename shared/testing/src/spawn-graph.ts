import {
  DATABASES,
  fixedStartClock,
  freePort,
  makeSecrets,
  planProcess,
  PROCESSES,
  provision,
  repositoryRoot,
  serviceUrl,
  startTestPostgres,
  type DatabaseName,
  type Installation,
  type ProcessName,
  type Secrets,
} from '@thidua/dev';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Child } from './child-process.js';
import { DEMO_INSTANT } from './test-database.js';
import { startTokenIssuer, type TokenIssuer, type TokenOptions } from './token-issuer.js';

export { startTokenIssuer } from './token-issuer.js';

export type SubgraphName = 'organisations' | 'campaigns' | 'evaluations' | 'awards';

export interface SpawnOptions {
  /** Entries of other subgraphs than the real ones, relative to the repository; only those named are started. */
  subgraphs?: Partial<Record<SubgraphName, string>>;
  /** Processes that are planned but not started; start them with `start(name)`. */
  later?: readonly ProcessName[];
  /** Business instant; default the demo's. */
  clock?: string;
  fixture?: string;
  /** Load the demo province (default). */
  demo?: boolean;
  /** Start host and identity provider as well; tokens then come from the provider. */
  host?: boolean;
  /** More settings for all or for one process. */
  env?: Record<string, string>;
  envOf?: Partial<Record<ProcessName, Record<string, string>>>;
}

export interface Question {
  query: string;
  variables?: Record<string, unknown>;
  token?: string;
  headers?: Record<string, string>;
  /** Address of another gateway than the first. */
  gateway?: string;
}

export interface Reply {
  status: number;
  headers: Headers;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests read answers of many shapes
  data: any;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- so do they of extensions
  errors: { message: string; path?: (string | number)[]; extensions: Record<string, any> }[];
  extensions: unknown;
  text: string;
}

const SOURCE: Record<ProcessName, string> = {
  identity: 'shared/dev/src/identity/main.ts',
  gateway: 'gateway/src/main.ts',
  host: 'frontends/host/src/main.ts',
  organisations: 'subgraphs/organisations/src/main.ts',
  campaigns: 'subgraphs/campaigns/src/main.ts',
  evaluations: 'subgraphs/evaluations/src/main.ts',
  awards: 'subgraphs/awards/src/main.ts',
};

/** The whole graph as processes of their own on a throwaway PostgreSQL: gateway, subgraphs, and if wanted host and identity. */
export class SpawnedGraph {
  private readonly replicas: Child[] = [];

  constructor(
    private readonly children: Map<ProcessName, Child>,
    readonly installation: Installation,
    private readonly issuer: TokenIssuer | null,
    private readonly cleanUp: () => Promise<void>,
  ) {}

  get secrets(): Secrets {
    return this.installation.secrets;
  }

  url(name: ProcessName): string {
    return this.#child(name).url;
  }

  /** Settings a process is started with. */
  environment(name: ProcessName): NodeJS.ProcessEnv {
    return this.#child(name).plan.environment();
  }

  log(name: ProcessName): string {
    return this.#child(name).log;
  }

  /** Login of a process to its own database. */
  database(name: DatabaseName): string {
    return serviceUrl(this.installation.bootstrapUrl, name, this.secrets.databasePasswords[name]);
  }

  /** An access token of a demo subject (`LAN`, `SNV-07`, `BAO`). */
  async token(subject: string, options?: TokenOptions): Promise<string> {
    if (this.issuer) return this.issuer.token(subject, options);
    const response = await fetch(`${this.url('identity')}/development/token`, {
      method: 'POST',
      body: new URLSearchParams({ account: subject }),
      headers: { authorization: `Bearer ${this.secrets.tokenSecret}` },
    });
    return ((await response.json()) as { access_token: string }).access_token;
  }

  /** Asks the gateway, as a person or client when a token is given. */
  async ask({ query, variables, token, headers, gateway }: Question): Promise<Reply> {
    const response = await fetch(`${gateway ?? this.url('gateway')}/graphql`, {
      method: 'POST',
      body: JSON.stringify({ query, variables }),
      headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}), ...headers },
    });
    const text = await response.text();
    const { data, errors, extensions } = JSON.parse(text) as Partial<Reply>;
    return { status: response.status, headers: response.headers, data, errors: errors ?? [], extensions, text };
  }

  async start(...names: ProcessName[]): Promise<void> {
    names.forEach((name) => this.#child(name).start());
    await Promise.all(names.map((name) => this.#child(name).ready()));
  }

  /** As a crash. */
  kill(name: ProcessName): Promise<void> {
    return this.#child(name).end('SIGKILL');
  }

  /** @param settings for this run only, such as another `APP_CLOCK`. */
  async restart(name: ProcessName, settings: Record<string, string> = {}): Promise<void> {
    const child = this.#child(name);
    await child.end();
    child.start(settings);
    await child.ready();
  }

  /** Starts a second process of the same name beside the first, on a port of its own. @returns its address */
  async replica(name: ProcessName, settings: Record<string, string> = {}): Promise<string> {
    const { plan } = this.#child(name);
    const port = await freePort();
    const child = new Child({ ...plan, port, environment: () => ({ ...plan.environment(), ...settings, PORT: String(port) }) });
    this.replicas.push(child);
    child.start();
    await child.ready();
    return child.url;
  }

  async stop(): Promise<void> {
    await Promise.all([...this.children.values(), ...this.replicas].map((child) => child.end()));
    await this.issuer?.close();
    await this.cleanUp();
  }

  /** Without waiting: when the test process ends. */
  killNow(): void {
    for (const child of [...this.children.values(), ...this.replicas]) child.killNow();
  }

  #child(name: ProcessName): Child {
    const child = this.children.get(name);
    if (!child) throw new Error(`${name} is not part of this graph`);
    return child;
  }
}

export async function spawnGraph(options: SpawnOptions = {}): Promise<SpawnedGraph> {
  const postgres = await startTestPostgres({ own: true });
  const folder = mkdtempSync(join(tmpdir(), 'thidua-graph-'));
  const issuer = options.host ? null : await startTokenIssuer();
  const installation = await install(postgres.url, folder, issuer, options);
  await provision(postgres.url, installation.secrets.databasePasswords, DATABASES);
  const children = new Map(namesOf(options).map((name) => [name, new Child(plan(name, installation, options))]));
  const killAll = (): void => graph.killNow();
  process.once('exit', killAll);
  const graph = new SpawnedGraph(children, installation, issuer, async () => {
    process.off('exit', killAll);
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  const now = [...children.keys()].filter((name) => !options.later?.includes(name));
  await graph.start(...now).catch(async (error: unknown) => {
    await graph.stop();
    throw error;
  });
  return graph;
}

function namesOf({ subgraphs, host }: SpawnOptions): ProcessName[] {
  return PROCESSES.filter((name) => {
    if (name === 'gateway') return true;
    if (name === 'host' || name === 'identity') return host === true;
    return subgraphs === undefined || name in subgraphs;
  });
}

async function install(bootstrapUrl: string, folder: string, issuer: TokenIssuer | null, options: SpawnOptions): Promise<Installation> {
  const taken = new Set<number>();
  const ports: Partial<Record<ProcessName, number>> = {};
  for (const name of PROCESSES) taken.add((ports[name] = await freePort(undefined, taken)));
  return {
    root: repositoryRoot,
    folder,
    bootstrapUrl,
    secrets: await makeSecrets(),
    ports: ports as Installation['ports'],
    clock: fixedStartClock(options.clock ?? DEMO_INSTANT),
    demo: options.demo ?? true,
    demoPassword: 'mat-khau-mau-2025',
    ...(issuer ? { foreignIssuer: issuer.url } : {}),
    env: { PATH: process.env['PATH'], NODE_ENV: 'development', LOG_LEVEL: 'info', FIXTURE: options.fixture ?? 'demo', ...options.env },
  };
}

function plan(name: ProcessName, installation: Installation, options: SpawnOptions): Child['plan'] {
  const own = planProcess(name, installation);
  const other = options.subgraphs?.[name as SubgraphName];
  const source = join(installation.root, other ?? SOURCE[name]);
  return {
    name,
    port: own.port,
    root: installation.root,
    entry: existsSync(source) ? source : own.entry,
    environment: () => ({ ...own.environment(), COUNT_STATEMENTS: '1', ...options.env, ...options.envOf?.[name] }),
  };
}
