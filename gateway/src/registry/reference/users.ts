import { Kind, parse, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import { factsOf } from '../../operation/operation.facts.js';
import type { RegistryParts } from '../schema.registry.js';
import { readUsage } from '../store/reality.store.js';
import type { Users } from './reference.model.js';

/** Who uses which field: by registered operations of what is active, and by requests of the last days. */
export async function usersOf({ database, documents, days }: RegistryParts, schema: GraphQLSchema): Promise<Users> {
  const users = new Map<string, Set<string>>();
  const note = (coordinate: string, client: string): void => {
    const known = users.get(coordinate) ?? new Set<string>();
    users.set(coordinate, known.add(client));
  };
  for (const { client, text } of await documents.active()) {
    const document = parse(text, { noLocation: true });
    const operation = document.definitions.find((d): d is OperationDefinitionNode => d.kind === Kind.OPERATION_DEFINITION);
    if (operation)
      for (const coordinate of factsOf(schema, document, operation).coordinates) note(coordinate, `${client.kind}:${client.id}`);
  }
  for (const { client, coordinate } of await readUsage(await database.ready(), days)) note(coordinate, client.replace(/@.*$/, ''));
  return new Map([...users].map(([coordinate, names]) => [coordinate, [...names].toSorted()]));
}
