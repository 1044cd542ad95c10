import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/** What an operation asks, read once from its validated document. Counts are after fragments; a list counts once. */
export interface OperationFacts {
  /** Longest chain of nested fields, the leaf included. */
  depth: number;
  rootFields: number;
  aliases: number;
  fields: number;
  /** `Type.field` of every field, for abstract parents also of every type it can be. Root fields first. */
  coordinates: Set<string>;
  roots: Set<string>;
  introspects: boolean;
}

/** Beyond this the walk ends: the operation is refused anyway, and fragments of fragments cost no time. */
export const FIELD_BUDGET = 1_000;

interface Walk {
  schema: GraphQLSchema;
  fragments: Map<string, FragmentDefinitionNode>;
  facts: OperationFacts;
}

export function factsOf(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): OperationFacts {
  const fragments = new Map(document.definitions.flatMap((d) => (d.kind === Kind.FRAGMENT_DEFINITION ? [[d.name.value, d] as const] : [])));
  const facts: OperationFacts = {
    depth: 0,
    rootFields: 0,
    aliases: 0,
    fields: 0,
    coordinates: new Set(),
    roots: new Set(),
    introspects: false,
  };
  const root = schema.getRootType(operation.operation);
  if (root) walk({ schema, fragments, facts }, operation.selectionSet, root, 1);
  return facts;
}

function walk(state: Walk, selections: SelectionSetNode, parent: GraphQLCompositeType, depth: number): void {
  for (const selection of selections.selections) {
    if (state.facts.fields > FIELD_BUDGET) return;
    if (selection.kind === Kind.FIELD) {
      visitField(state, selection, parent, depth);
      continue;
    }
    const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : state.fragments.get(selection.name.value);
    const condition = fragment?.typeCondition ? state.schema.getType(fragment.typeCondition.name.value) : parent;
    if (fragment && condition && isCompositeType(condition)) walk(state, fragment.selectionSet, condition, depth);
  }
}

function visitField(
  state: Walk,
  field: { name: { value: string }; alias?: unknown; selectionSet?: SelectionSetNode | undefined },
  parent: GraphQLCompositeType,
  depth: number,
): void {
  const { facts, schema } = state;
  const name = field.name.value;
  facts.fields += 1;
  if (field.alias) facts.aliases += 1;
  if (depth === 1) facts.rootFields += 1;
  if (name === '__typename') return;
  if (name === '__schema' || name === '__type') {
    facts.introspects = true; // as deep as its tools ask; the schema is the same for all
    return;
  }
  facts.depth = Math.max(facts.depth, depth);
  for (const owner of isAbstractType(parent) ? [parent, ...schema.getPossibleTypes(parent)] : [parent])
    facts.coordinates.add(`${owner.name}.${name}`);
  if (depth === 1) facts.roots.add(`${parent.name}.${name}`);
  const type = 'getFields' in parent ? getNamedType(parent.getFields()[name]?.type) : undefined;
  if (field.selectionSet && type && isCompositeType(type)) walk(state, field.selectionSet, type, depth + 1);
}
