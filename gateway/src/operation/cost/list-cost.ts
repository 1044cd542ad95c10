import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { fixed, NOTHING, sum, times, type Expression, type Size, type Variables } from './expression.js';

/** Objects a list without a stated length is taken to have, and a connection without `first`. */
export const ASSUMED = { list: 10, page: 20 } as const;
/** Arguments that say how long a list is. */
const LENGTHS = ['first', 'last', 'limit'];
/** Parts of a connection that are as long as it was asked to be. */
const PAGE_PARTS = new Set(['nodes', 'edges']);

/** Places of an operation by response path, with how many objects stand there. */
export type Places = ReadonlyMap<string, readonly Size[]>;

export interface ListCost {
  /** One for every object of the answer, at the longest the lists can be. */
  readonly objects: Expression;
  readonly places: Places;
}

interface Walk {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly places: Map<string, readonly Size[]>;
}

interface Here {
  readonly type: GraphQLCompositeType;
  readonly path: string;
  readonly sizes: readonly Size[];
  /** Length asked of the connection this is. */
  readonly page: Size | null;
}

/** Counts the objects an operation can bring; scalars cost nothing. */
export function listCost(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): ListCost {
  const fragments = new Map(document.definitions.flatMap((d) => (d.kind === Kind.FRAGMENT_DEFINITION ? [[d.name.value, d] as const] : [])));
  const places = new Map<string, readonly Size[]>();
  const type = schema.getRootType(operation.operation);
  if (!type) return { objects: NOTHING, places };
  return { objects: below({ schema, fragments, places }, operation.selectionSet, { type, path: '', sizes: [], page: null }), places };
}

function below(walk: Walk, set: SelectionSetNode, here: Here): Expression {
  return sum(set.selections.map((selection) => conditional(selection, selected(walk, selection, here))));
}

function selected(walk: Walk, selection: SelectionNode, here: Here): Expression {
  if (selection.kind === Kind.FIELD) return field(walk, selection, here);
  const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : walk.fragments.get(selection.name.value);
  const condition = fragment?.typeCondition ? walk.schema.getType(fragment.typeCondition.name.value) : here.type;
  return fragment && condition && isCompositeType(condition) ? below(walk, fragment.selectionSet, { ...here, type: condition }) : NOTHING;
}

function field(walk: Walk, node: FieldNode, here: Here): Expression {
  const definition = 'getFields' in here.type ? here.type.getFields()[node.name.value] : undefined;
  const type = definition && getNamedType(definition.type);
  if (!definition || !node.selectionSet || !isCompositeType(type)) return NOTHING;
  const asked = lengthOf(node, definition);
  const size = isListType(getNullableType(definition.type)) ? (asked ?? partOfPage(node, here) ?? ASSUMED.list) : 1;
  const path = here.path ? `${here.path}.${keyOf(node)}` : keyOf(node);
  const sizes = size === 1 ? here.sizes : [...here.sizes, size];
  walk.places.set(path, sizes);
  const page = isListType(getNullableType(definition.type)) ? null : asked;
  return times(size, sum([fixed(1), below(walk, node.selectionSet, { type, path, sizes, page })]));
}

const keyOf = (node: FieldNode): string => node.alias?.value ?? node.name.value;
const partOfPage = (node: FieldNode, { page }: Here): Size | null => (PAGE_PARTS.has(node.name.value) ? page : null);

/** What a field's arguments say about its length; null = it has no such argument. */
function lengthOf(node: FieldNode, definition: GraphQLField<unknown, unknown>): Size | null {
  const lengths = definition.args.filter((argument) => LENGTHS.includes(argument.name));
  if (lengths.length === 0) return null;
  for (const argument of lengths) {
    const given = node.arguments?.find((a) => a.name.value === argument.name)?.value;
    if (given?.kind === Kind.INT) return atLeastNothing(Number(given.value));
    if (given?.kind === Kind.VARIABLE) return variableSize(given.name.value, defaultOf(lengths));
  }
  return defaultOf(lengths);
}

const defaultOf = (lengths: readonly { defaultValue?: unknown }[]): number =>
  lengths.map(({ defaultValue }) => defaultValue).find((value): value is number => typeof value === 'number') ?? ASSUMED.page;

const variableSize =
  (name: string, absent: number): Size =>
  (variables) => {
    const value = variables[name];
    return typeof value === 'number' ? atLeastNothing(value) : absent;
  };

const atLeastNothing = (value: number): number => (value > 0 ? value : 0);

/** `@include` and `@skip`: what is left out costs nothing. */
function conditional(selection: SelectionNode, cost: Expression): Expression {
  let all = cost;
  for (const { name, arguments: given } of selection.directives ?? []) {
    const value = given?.[0]?.value;
    const isSkip = name.value === 'skip';
    if ((!isSkip && name.value !== 'include') || !value) continue;
    if (value.kind === Kind.BOOLEAN) all = value.value === isSkip ? NOTHING : all;
    if (value.kind === Kind.VARIABLE) {
      const variable = value.name.value;
      all = times((variables: Variables) => ((variables[variable] === true) === isSkip ? 0 : 1), all);
    }
  }
  return all;
}
