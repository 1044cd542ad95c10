import { spawn } from 'node:child_process';
import { writeFileSync, readFileSync } from 'node:fs';
import { composeServices } from '@apollo/composition';
import { documentOf, SERVICES, requestBody } from '/work/main/test/bench/gateway/shop.ts';
import { start, cpuOf, here } from '/work/main/test/bench/gateway/children.ts';
const size = process.argv[2] as 'small'; const seconds = Number(process.argv[3] ?? 4); const profile = process.argv[4] !== 'no';
const sub = await start({ file: here + 'subgraphs.main.ts', core: 1 });
const c = composeServices(SERVICES.map((name) => ({ name, url: `http://127.0.0.1:${sub.port}/${name}`, typeDefs: documentOf(name) })));
writeFileSync('/tmp/prof/sg.graphql', c.supergraphSdl!);
const gw = spawn('taskset', ['-c', '0', process.execPath, '/tmp/prof/gw.mjs'], { stdio: ['ignore', 'pipe', 'inherit', 'ipc'], env: { ...process.env, NODE_ENV: 'production', SUPERGRAPH: '/tmp/prof/sg.graphql' } });
const port = await new Promise<number>((r) => gw.stdout!.on('data', (t) => { const m = /port (\d+)/.exec(String(t)); if (m) r(Number(m[1])); }));
const load = await start({ file: here + 'load.main.ts', core: 1, ipc: true });
const drive = (ms: number) => new Promise<any>((r) => { load.process.once('message', r); load.process.send({ port, path: '/graphql', body: requestBody(size), connections: 16, ms }); });
const tell = (m: string) => new Promise((r) => { gw.once('message', r); gw.send(m); });
await drive(2500);
if (profile) await tell('start');
const b = cpuOf(gw.pid!)!; const res = await drive(seconds * 1000); const a = cpuOf(gw.pid!)!;
if (profile) await tell('stop');
console.log(size, 'cpu ms/req', ((a - b) / res.requests).toFixed(4), 'rps', (res.requests / res.seconds).toFixed(0), 'p50', res.p50.toFixed(2), 'p99', res.p99.toFixed(2), 'fail', res.failures);
gw.kill('SIGKILL'); await sub.stop(); await load.stop();
if (profile) {
  const p = JSON.parse(readFileSync('/tmp/prof/out.json', 'utf8'));
  const self = new Map<string, number>(); const dt = p.timeDeltas; const byId = new Map(p.nodes.map((n: any) => [n.id, n])); let total = 0;
  p.samples.forEach((id: number, i: number) => { const n: any = byId.get(id); const f = n.callFrame; if (f.functionName === '(idle)') return; const k = `${f.functionName || '(anon)'} ${f.url.replace(/.*node_modules\//, '').replace(/.*gateway\/dist\//, 'gw/')}:${f.lineNumber + 1}`; self.set(k, (self.get(k) ?? 0) + dt[i]); total += dt[i]; });
  for (const [k, v] of [...self].sort((x, y) => y[1] - x[1]).slice(0, 45)) console.log((v / total * 100).toFixed(1).padStart(5), k);
}
process.exit(0);
