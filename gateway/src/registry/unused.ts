import { buildSchema, Kind, parse, type OperationDefinitionNode } from 'graphql';
import { factsOf } from '../operation/operation.facts.js';
import { deprecatedParts } from './check/deprecation.rules.js';
import { fieldNames } from './diff/schema.diff.js';
import type { RegistryParts } from './schema.registry.js';
import { readUsage } from './store/reality.store.js';

export interface UnusedField {
  /** `Type.field`. */
  readonly coordinate: string;
  /** Day until which it was promised; null = not deprecated, or no day said. */
  readonly until: string | null;
  readonly isDeprecated: boolean;
}

/** Fields that no active module, no integrator and no request of the last days has asked: candidates to be deprecated. */
export async function unusedFields({ database, documents }: RegistryParts, api: string, days: number): Promise<UnusedField[]> {
  const schema = buildSchema(api);
  const used = new Set((await readUsage(await database.ready(), days)).map(({ coordinate }) => coordinate));
  const seen = new Set<string>();
  for (const { hash, text } of await documents.active()) {
    if (seen.has(hash)) continue;
    seen.add(hash);
    const document = parse(text, { noLocation: true });
    const operation = document.definitions.find((d): d is OperationDefinitionNode => d.kind === Kind.OPERATION_DEFINITION);
    if (operation) for (const coordinate of factsOf(schema, document, operation).coordinates) used.add(coordinate);
  }
  const deprecated = new Map(deprecatedParts(schema).map((part) => [part.coordinate, part.until]));
  return [...fieldNames(schema)]
    .filter((coordinate) => !used.has(coordinate))
    .toSorted()
    .map((coordinate) => ({ coordinate, until: deprecated.get(coordinate) ?? null, isDeprecated: deprecated.has(coordinate) }));
}
