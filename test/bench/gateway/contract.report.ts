import { writeFileSync } from 'node:fs';
import { chart } from './chart.js';
import { root } from './children.js';
import type { Figures, Pace, Question, Table } from './measure.js';

const TITLES: Record<string, string> = {
  stock: 'stock @apollo/gateway',
  ours: 'ours (everything on, cache off)',
  'ours-cache': 'ours (everything on, cache on)',
  'hive-rust': 'Hive Gateway, Rust planner',
  'hive-js': 'Hive Gateway, JS planner',
};
const short = (value: number): string => (Number.isFinite(value) ? value.toFixed(value < 10 ? 2 : 0) : '—');

/** Writes docs/benchmarks/gateway-contract.md with its chart. @returns the table as text */
export function contractReport(table: Table, questions: readonly Question[], pace: Pace): string {
  const ids = [...table.keys()];
  const figure = (id: string, question: string): Figures => table.get(id)!.figures.get(question)!;
  const rows = questions.map(({ id: question }) => {
    const cells = ids.map((id) => {
      const { cpuMs, p50, p99, same, failures } = figure(id, question);
      const note = failures > 0 ? ` (${failures} not 200)` : same ? '' : ' (other data)';
      return `${short(cpuMs)} / ${short(p50)} / ${short(p99)}${note}`;
    });
    return `| ${question} | ${cells.join(' | ')} |`;
  });
  const head = `| operation | ${ids.map((id) => TITLES[id] ?? id).join(' | ')} |\n|---|${ids.map(() => '---').join('|')}|`;
  // The geometric mean: no operation counts more because it takes longer.
  const mean = (id: string): number =>
    Math.exp(questions.reduce((sum, { id: question }) => sum + Math.log(figure(id, question).cpuMs), 0) / questions.length);
  const reference = mean('ours');
  const words = ids.filter((id) => !id.startsWith('ours')).map((id) => `${short(mean(id) / reference)} times less CPU than ${TITLES[id]}`);
  const text = `${head}\n${rows.join('\n')}\n\nms per request: CPU of the gateway / p50 / p99. In the (geometric) mean of the ten operations ours uses ${words.join(', ')}.`;
  writeFileSync(
    `${root}docs/benchmarks/gateway-contract.svg`,
    chart(
      'CPU of the gateway per request, ten operations of integrators',
      'ours = 1, shorter is better, logarithmic',
      ids.map((id) => ({ title: TITLES[id] ?? id, value: mean(id) / reference, isOurs: id.startsWith('ours') })),
    ),
  );
  writeFileSync(`${root}docs/benchmarks/gateway-contract.md`, page(text, pace));
  return text;
}

const page = (text: string, pace: Pace): string => `# The gateway on the real graph

Written by \`npm run bench -- gateway --contract\` on ${new Date().toISOString().slice(0, 10)}; run it again on your machine.

${text}

![ten operations](gateway-contract.svg)

- The ten operations of \`test/supergraph/contract.graphql\` on the four running subgraphs and PostgreSQL with the demo province, asked by the same person. All gateways stand before the same subgraphs and are loaded in turn, ${pace.connections} connections, rounds of ${pace.roundMs / 1000} s, medians. The gateway has one core; subgraphs, database and load share the other, so that **they** limit: latency is mostly theirs, CPU per request is the gateway's own.
- Ours is the whole gateway in production mode: it checks the RS256 token, field permissions, limits, cost and budgets, counts usage into PostgreSQL and signs a word on the caller for each subgraph. The peers do none of this: each is handed a signed word on the same caller that holds for hours, and sends it as it is.
- "cache on" may answer from kept answers where the graph declares it (\`@cacheControl\`) and nothing has changed since.
- "other data": its answer differs from ours; "not 200": requests that failed.
`;
