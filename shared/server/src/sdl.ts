import { readFile, writeFile } from 'node:fs/promises';
import { buildFederatedSchema, type SchemaParts } from './graphql/federated-schema.js';

/** The SDL a subgraph emits; committed as `schema.graphql` and reviewed in the diff. */
export const emitSdl = (definition: SchemaParts): string => buildFederatedSchema(definition).sdl;

export async function writeSdl(definition: SchemaParts, file: URL): Promise<void> {
  await writeFile(file, emitSdl(definition));
}

/** For the test that the committed SDL is the emitted one. */
export async function sdlIsCommitted(definition: SchemaParts, file: URL): Promise<boolean> {
  return (await readFile(file, 'utf8').catch(() => '')) === emitSdl(definition);
}
