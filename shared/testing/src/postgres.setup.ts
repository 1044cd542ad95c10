import { startTestPostgres } from '@thidua/dev';
import type { TestProject } from 'vitest/node';

/** One throwaway server for the whole run of data tests; real binaries, fsync off. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startTestPostgres();
  process.env['TEST_POSTGRES_URL'] = server.url;
  project.provide('postgresUrl', server.url);
  return () => server.stop();
}

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string;
  }
}
