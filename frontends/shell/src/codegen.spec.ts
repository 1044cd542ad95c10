import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const ROOM = fileURLToPath(new URL('..', import.meta.url));
const CODEGEN = fileURLToPath(new URL('../../../node_modules/@graphql-codegen/cli/esm/bin.js', import.meta.url));

describe('operations of the shell', () => {
  it('are valid against the committed graph, and their committed types are up to date', async () => {
    const run = promisify(execFile)(process.execPath, [CODEGEN, '--config', 'codegen.config.ts', '--check'], { cwd: ROOM });
    await expect(run).resolves.toBeDefined();
  });
});
