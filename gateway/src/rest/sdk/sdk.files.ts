import { readFile } from 'node:fs/promises';
import { openApi, type Facade } from '../openapi.js';
import { camel, declarations } from './typescript.js';

const RUNTIME = new URL('../../../public/sdk/', import.meta.url);

/** A package for an integrator, without dependencies: file name → text. */
export async function sdkFiles(facade: Facade): Promise<Record<string, string>> {
  const { client, version, operations } = facade;
  const name = `@thidua-sdk/${client.toLowerCase()}`;
  const table = Object.fromEntries(operations.map((form) => [camel(form.name), form.hash]));
  return {
    'package.json': `${JSON.stringify(
      {
        name,
        version: `1.0.${version}`,
        type: 'module',
        main: './index.js',
        types: './index.d.ts',
        exports: { '.': { types: './index.d.ts', default: './index.js' }, './openapi.json': './openapi.json' },
        engines: { node: '>=20' },
      },
      null,
      2,
    )}\n`,
    'index.js': `import { createCaller } from './runtime.js';\nexport { GraphFault } from './runtime.js';\n\nconst OPERATIONS = ${JSON.stringify(table, null, 2)};\n\nexport const createClient = (options) => createCaller(options, OPERATIONS);\n`,
    'index.d.ts': declarations(facade),
    'runtime.js': await readFile(new URL('runtime.js', RUNTIME), 'utf8'),
    'runtime.d.ts': await readFile(new URL('runtime.d.ts', RUNTIME), 'utf8'),
    'openapi.json': `${JSON.stringify(openApi(facade), null, 2)}\n`,
    'README.md': await readme(name, facade),
  };
}

async function readme(name: string, { client, operations }: Facade): Promise<string> {
  const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
  const words: Readonly<Record<string, string>> = {
    name,
    client,
    method: operations[0] ? camel(operations[0].name) : 'operation',
    operations: operations.map((form) => `| \`${camel(form.name)}\` | ${cell(form.summary)} |`).join('\n'),
  };
  const template = await readFile(new URL('readme.template.md', RUNTIME), 'utf8');
  return template.replaceAll(/\{\{(\w+)\}\}/g, (_all, word: string) => words[word] ?? '');
}
