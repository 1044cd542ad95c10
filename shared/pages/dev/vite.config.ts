import tailwindcss from '@tailwindcss/vite';
import vue from '@vitejs/plugin-vue';
import { readFileSync } from 'node:fs';
import { defineConfig, type Plugin } from 'vite';

/** `GRAPH_URL` and `GRAPH_TOKEN` point the pages at a running gateway (`?live`); without them the fixture answers. */
const schemaFile = process.env['GRAPH_SCHEMA'] ?? new URL('../../../gateway/api.graphql', import.meta.url).pathname;
const graphSchema: Plugin = {
  name: 'graph-schema',
  resolveId: (id) => (id === 'graph-schema' ? '\0graph-schema' : null),
  load: (id) => (id === '\0graph-schema' ? `export default ${JSON.stringify(readFileSync(schemaFile, 'utf8'))}` : null),
};
const target = process.env['GRAPH_URL'];

export default defineConfig({
  root: import.meta.dirname,
  plugins: [vue(), tailwindcss(), graphSchema],
  resolve: { conditions: ['development', 'browser', 'module'] },
  server: {
    host: '127.0.0.1',
    port: Number(process.env['PORT'] ?? 5199),
    ...(target
      ? { proxy: { '/graphql': { target, changeOrigin: true, headers: { authorization: `Bearer ${process.env['GRAPH_TOKEN'] ?? ''}` } } } }
      : {}),
  },
});
