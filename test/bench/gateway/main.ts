import { composeServices } from '@apollo/composition';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AROUND, here, start, type Child } from './children.js';
import { startEverything, type Everything } from './everything.js';
import { measureAll, type Pace, type Running } from './measure.js';
import { benchContract } from './contract.js';
import { report } from './report.js';
import { documentOf, requestBody, SERVICES, SIZES, type Size } from './shop.js';
import { VARIANTS } from './variants.js';

const FULL: Pace = { rounds: 5, roundMs: 2_000, warmUpMs: 2_000, connections: 16 };
const QUICK: Pace = { rounds: 3, roundMs: 1_000, warmUpMs: 700, connections: 16 };
const WARM_UP: Record<Size, number> = { small: 6_000, medium: 3_000, large: 1_000 };

const tell = (text: string): boolean => process.stderr.write(`${text}\n`);

/** `--contract`: the operations of integrators on the real subgraphs. `--quick`: about a minute, rough. `--only=ours,stock`: these alone, printed but not written to docs. */
export async function benchGateway(args: readonly string[]): Promise<void> {
  const quick = args.includes('--quick');
  if (args.includes('--live')) return (await import('./live/main.js')).benchLive({ quick, tell });
  if (args.includes('--contract')) return benchContract({ pace: quick ? QUICK : FULL, tell });
  const only = args
    .find((arg) => arg.startsWith('--only='))
    ?.slice('--only='.length)
    .split(',');
  const folder = mkdtempSync(join(tmpdir(), 'thi-dua-bench-'));
  const children: Child[] = [];
  let everything: Everything | null = null;
  const keep = async (starting: Promise<Child>): Promise<Child> => {
    const child = await starting;
    children.push(child);
    return child;
  };
  try {
    const subgraphs = await keep(start({ file: `${here}subgraphs.main.ts`, core: AROUND }));
    const addressOf = (service: string): string => `http://127.0.0.1:${subgraphs.port}/${service}`;
    const supergraph = join(folder, 'supergraph.graphql');
    writeFileSync(supergraph, compose(addressOf));
    const declared = join(folder, 'declared.graphql');
    writeFileSync(declared, compose(addressOf, true));
    everything = await startEverything(declared);
    const surroundings = { supergraph, addressOf, everything };
    const running: Running[] = [];
    const absent = new Map<string, string>();
    for (const variant of VARIANTS.filter((v) => !only || only.includes(v.id) || v === VARIANTS[0])) {
      try {
        const child = await keep(variant.launch(surroundings));
        running.push({ id: variant.id, path: variant.path, child, headers: variant.headers?.(surroundings) ?? {} });
        tell(`ready: ${variant.title}`);
      } catch (error) {
        absent.set(variant.title, (error as Error).message.split('\n').slice(0, 3).join(' '));
        tell(`absent: ${variant.title}: ${(error as Error).message}`);
      }
    }
    const load = await keep(start({ file: `${here}load.main.ts`, core: AROUND, ipc: true }));
    const pace = quick ? QUICK : FULL;
    const questions = SIZES.map((id) => ({ id, body: requestBody(id), atLeast: quick ? WARM_UP[id] / 3 : WARM_UP[id] }));
    const table = await measureAll({ running, questions, reference: 'monolith', load, pace, tell });
    process.stdout.write(`${report({ table, absent, pace, quick, write: !only })}\n`);
  } finally {
    await Promise.all(children.map((child) => child.stop()));
    await everything?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function compose(addressOf: (service: string) => string, isDeclared = false): string {
  const composed = composeServices(SERVICES.map((name) => ({ name, url: addressOf(name), typeDefs: documentOf(name, isDeclared) })));
  if (composed.errors) throw new Error(composed.errors.map((error) => error.message).join('\n'));
  return composed.supergraphSdl;
}
