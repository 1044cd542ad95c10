import {
  GraphQLError,
  Kind,
  parse,
  TypeInfo,
  validate,
  visit,
  visitWithTypeInfo,
  getNamedType,
  type ASTNode,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { excessOf, TOKEN_LIMIT } from '../operation/limits.rules.js';
import { factsOf } from '../operation/operation.facts.js';
import { hashOf } from './document.hash.js';

/** Why a document cannot be served by a graph. */
export interface DocumentProblem {
  hash: string;
  /** Name of the operation, null when there is none. */
  operation: string | null;
  /** Coordinate that is hit: `Type.field`, `Type.field(argument:)`, `Enum.VALUE`, `Input.field`; null = the whole document. */
  field: string | null;
  message: { vi: string; en: string };
}

/** Documents by hash (hex) as they are shipped. */
export type Documents = Readonly<Record<string, string>>;

/** Everything a graph cannot serve of these documents; empty = all of it can be. */
export function checkDocuments(schema: GraphQLSchema, documents: Documents): DocumentProblem[] {
  return Object.entries(documents).flatMap(([hash, text]) => checkDocument(schema, hash, text));
}

/** The one operation's name, as stored with the document. @throws GraphQLError when the text is no document */
export const operationNameOf = (text: string): string | null => onlyOperation(parse(text, { noLocation: true }))?.name?.value ?? null;

function checkDocument(schema: GraphQLSchema, hash: string, text: string): DocumentProblem[] {
  const whole = (vi: string, en: string, operation: string | null = null): DocumentProblem[] => [
    { hash, operation, field: null, message: { vi, en } },
  ];
  if (hashOf(text) !== hash) return whole('Mã băm không khớp với văn bản.', 'The hash is not the SHA-256 of the text.');
  let document: DocumentNode;
  try {
    document = parse(text, { maxTokens: TOKEN_LIMIT });
  } catch (error) {
    const { message } = error as GraphQLError;
    return whole(`Văn bản không phải GraphQL: ${message}`, `The text is not GraphQL: ${message}`);
  }
  const operation = onlyOperation(document);
  if (!operation) return whole('Mỗi văn bản phải có đúng một thao tác.', 'A document holds exactly one operation.');
  const name = operation.name?.value ?? null;
  const faults = validate(schema, document, undefined, { maxErrors: 20 });
  if (faults.length > 0) return problemsOf(schema, document, faults).map((problem) => ({ hash, operation: name, ...problem }));
  const excess = excessOf(factsOf(schema, document, operation));
  if (!excess) return [];
  const { limit, asked, allowed } = excess;
  return whole(`Vượt giới hạn ${limit}: ${asked}, tối đa ${allowed}.`, `Beyond the limit ${limit}: ${asked}, at most ${allowed}.`, name);
}

function onlyOperation(document: DocumentNode): OperationDefinitionNode | null {
  const operations = document.definitions.filter((d) => d.kind === Kind.OPERATION_DEFINITION);
  return operations.length === 1 ? operations[0]! : null;
}

function problemsOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  faults: readonly GraphQLError[],
): Pick<DocumentProblem, 'field' | 'message'>[] {
  const places = coordinatesOf(schema, document);
  return faults.map((fault) => {
    const field = fault.nodes?.map((node) => places.get(node)).find((place) => place !== undefined) ?? null;
    return { field, message: { vi: vietnamese(fault.message, field), en: fault.message } };
  });
}

function vietnamese(message: string, field: string | null): string {
  if (field && message.startsWith('Cannot query field')) return `Đồ thị không có trường «${field}».`;
  if (field && message.startsWith('Unknown argument')) return `Đồ thị không có tham số «${field}».`;
  return field ? `«${field}» không hợp lệ với đồ thị: ${message}` : `Không hợp lệ với đồ thị: ${message}`;
}

/** Where each node of a document stands in the schema, also where the schema does not have it. */
function coordinatesOf(schema: GraphQLSchema, document: DocumentNode): Map<ASTNode, string> {
  const places = new Map<ASTNode, string>();
  const info = new TypeInfo(schema);
  const field: string[] = [];
  visit(
    document,
    visitWithTypeInfo(info, {
      Field: {
        enter(node) {
          const place = `${info.getParentType()?.name ?? '?'}.${node.name.value}`;
          places.set(node, place);
          field.push(place);
        },
        leave: () => void field.pop(),
      },
      Argument: (node) => void places.set(node, `${field.at(-1) ?? '?'}(${node.name.value}:)`),
      ObjectField: (node) => {
        const parent = info.getParentInputType();
        places.set(node, `${parent ? getNamedType(parent).name : '?'}.${node.name.value}`);
      },
      EnumValue: (node) => {
        const type = info.getInputType();
        places.set(node, `${type ? getNamedType(type).name : '?'}.${node.value}`);
      },
      NamedType: (node) => void places.set(node, node.name.value),
    }),
  );
  return places;
}
