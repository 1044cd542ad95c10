import { getNamedType, Kind, parse, typeFromAST, type DocumentNode, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import { checkDocuments, type DocumentProblem } from '../../documents/document.check.js';
import type { ProtectedDocument } from '../../documents/document.store.js';
import { factsOf } from '../../operation/operation.facts.js';
import type { SchemaChange } from '../diff/schema.change.js';
import { TypeReach } from '../diff/type.reach.js';
import type { Hit } from './verdict.js';

/** Changes of an answer's form that stay valid GraphQL: whoever asks the field notices. */
const FORM = new Set(['FIELD_CHANGED_KIND', 'TYPE_CHANGED_KIND']);
/** Changes of what is sent, unseen by validation when it is sent in a variable. */
const SENT = new Set(['FIELD_REMOVED', 'FIELD_CHANGED_KIND', 'REQUIRED_INPUT_FIELD_ADDED', 'VALUE_REMOVED_FROM_ENUM']);

interface Compared {
  older: GraphQLSchema;
  newer: GraphQLSchema;
  breaking: readonly SchemaChange[];
  reach: TypeReach;
}

/** Registered operations that the newer graph cannot serve as the older one did. One hit per client, release, operation and field. */
export function operationHits(
  older: GraphQLSchema,
  newer: GraphQLSchema,
  breaking: readonly SchemaChange[],
  documents: readonly ProtectedDocument[],
): Hit[] {
  if (breaking.length === 0) return [];
  const compared: Compared = { older, newer, breaking, reach: new TypeReach(older) };
  const byHash = new Map<string, Broken[]>();
  for (const { hash, text } of documents) if (!byHash.has(hash)) byHash.set(hash, brokenParts(compared, hash, text));
  return documents.flatMap(({ client, release, hash }) =>
    (byHash.get(hash) ?? []).map(({ operation, field }) => {
      const who = client.kind === 'module' ? `mô-đun ${client.id} ${release}` : `hệ thống tích hợp ${client.id}`;
      const whoEn = client.kind === 'module' ? `module ${client.id} ${release}` : `integrator ${client.id}`;
      return {
        kind: client.kind,
        client: client.id,
        release,
        operation,
        field,
        message: { vi: `${field}: ${who} đang dùng trong «${operation}».`, en: `${field}: ${whoEn} uses it in “${operation}”.` },
      };
    }),
  );
}

interface Broken {
  operation: string;
  field: string;
}

function brokenParts(compared: Compared, hash: string, text: string): Broken[] {
  const found = new Map<string, Broken>();
  const before = new Set(checkDocuments(compared.older, { [hash]: text }).map(identity));
  if (before.size > 0) return []; // was not served before either
  for (const problem of checkDocuments(compared.newer, { [hash]: text }))
    note(found, problem.operation ?? hash.slice(0, 12), problem.field ?? problem.message.en);
  const document = parse(text, { noLocation: true });
  const node = document.definitions.find((d): d is OperationDefinitionNode => d.kind === Kind.OPERATION_DEFINITION);
  if (node) for (const field of silently(compared, document, node)) note(found, node.name?.value ?? hash.slice(0, 12), field);
  return [...found.values()];
}

const identity = ({ field, message }: DocumentProblem): string => `${field} ${message.en}`;

function note(found: Map<string, Broken>, operation: string, field: string): void {
  found.set(field, { operation, field });
}

/** What validation does not see. */
function silently({ older, breaking, reach }: Compared, document: DocumentNode, node: OperationDefinitionNode): string[] {
  const asked = factsOf(older, document, node).coordinates;
  const sent = new Set(
    (node.variableDefinitions ?? []).flatMap((variable) => {
      const type = typeFromAST(older, variable.type as never);
      return type ? [...reach.heldBy(getNamedType(type) as never)] : [];
    }),
  );
  return breaking
    .filter(({ type, coordinate, touches }) => {
      const [owner = ''] = coordinate.split('.');
      if (SENT.has(type) && sent.has(owner)) return true;
      return FORM.has(type) && touches.some((field) => asked.has(field));
    })
    .map(({ coordinate }) => coordinate);
}
