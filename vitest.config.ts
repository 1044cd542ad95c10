import { defineConfig } from 'vitest/config';

/** graphql 16 has no `exports`: Vite would load a second copy (.mjs) beside the one Apollo loads. */
const oneGraphql = [{ find: /^graphql$/, replacement: 'graphql/index.js' }];
/** Tests stand outside their room's tsconfig: the decorators' dialect is stated here as well (legacy, assign semantics). */
const oxc = {
  decorator: { legacy: true },
  assumptions: { setPublicClassFields: true },
  typescript: { removeClassFieldsWithoutInitializer: true },
};
const shared = {
  oxc,
  resolve: { alias: oneGraphql, conditions: ['development', 'node', 'module'] },
  ssr: { resolve: { conditions: ['development'] } },
};
const rooms = '{gateway,subgraphs/*,frontends/*,shared/*,test}';
const ignore = ['**/node_modules/**', '**/dist/**', '**/.data/**'];

/** The suffix of a test picks the machine it needs: nothing, PostgreSQL, the whole graph, or Chromium as well. */
export default defineConfig({
  test: {
    projects: [
      'shared/web/vitest.config.ts',
      {
        ...shared,
        test: {
          name: 'spec',
          include: [`${rooms}/**/*.spec.ts`],
          exclude: [...ignore, '**/*.db.spec.ts'],
          environment: 'node',
          testTimeout: 30_000,
        },
      },
      {
        ...shared,
        test: {
          name: 'db',
          include: [`${rooms}/**/*.db.spec.ts`],
          exclude: ignore,
          environment: 'node',
          globalSetup: ['shared/testing/src/postgres.setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
        },
      },
      {
        ...shared,
        test: {
          name: 'e2e',
          include: ['test/**/*.e2e.ts'],
          exclude: ignore,
          environment: 'node',
          testTimeout: 120_000,
          hookTimeout: 300_000,
          fileParallelism: false,
        },
      },
      {
        ...shared,
        test: {
          name: 'browser',
          include: ['test/**/*.browser.ts'],
          exclude: ignore,
          environment: 'node',
          testTimeout: 180_000,
          hookTimeout: 300_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
