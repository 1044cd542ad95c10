import {
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isSpecifiedScalarType,
  Kind,
  parseType,
  print,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
  type VariableDefinitionNode,
} from 'graphql';

/** An operation whose constants are variables: one plan for all that differ in constants only. */
export interface LiftedOperation {
  /** The one operation with the fragments it uses. */
  readonly document: DocumentNode;
  /** Its text: equal texts have equal plans. */
  readonly text: string;
  /** Values of the variables that were constants. */
  readonly literals: Readonly<Record<string, unknown>>;
}

/**
 * Makes variables of the constants in field arguments. What could mean something else as a variable stays: `@skip` and `@include`,
 * defaults of variables, lists and objects with a variable in them, and constants of scalars of our own that are no text.
 * Equal constants of one type are one variable, so that fields that could be merged still can.
 */
export function liftLiterals(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): LiftedOperation {
  const own = withoutOthers(document, operation);
  const lifter = new Lifter(operation);
  const info = new TypeInfo(schema);
  const lifted = visit(
    own,
    visitWithTypeInfo(info, {
      Argument(node) {
        const type = info.getArgument()?.type;
        if (!type || info.getDirective() || info.getFieldDef()?.name.startsWith('__')) return undefined;
        const name = node.value.kind === Kind.VARIABLE ? null : lifter.nameFor(node.value, type);
        return name === null ? undefined : { ...node, value: { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: name } } };
      },
    }),
  );
  const whole = lifter.definitions.length === 0 ? lifted : withDefinitions(lifted, lifter.definitions);
  return { document: whole, text: print(whole), literals: lifter.values };
}

class Lifter {
  readonly values: Record<string, unknown> = {};
  readonly definitions: VariableDefinitionNode[] = [];
  readonly #names = new Map<string, string>();
  readonly #prefix: string;

  constructor({ variableDefinitions = [] }: OperationDefinitionNode) {
    let prefix = 'literal';
    while (variableDefinitions.some((definition) => definition.variable.name.value.startsWith(prefix))) prefix += '_';
    this.#prefix = prefix;
  }

  /** Null = it stays a constant. */
  nameFor(node: ValueNode, type: GraphQLInputType): string | null {
    const value = valueOf(node, type);
    if (value === KEEP) return null;
    const key = `${String(type)} ${JSON.stringify(value)}`;
    const there = this.#names.get(key);
    if (there) return there;
    const name = `${this.#prefix}${this.#names.size}`;
    this.#names.set(key, name);
    this.values[name] = value;
    this.definitions.push({
      kind: Kind.VARIABLE_DEFINITION,
      variable: { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: name } },
      type: parseType(String(type), { noLocation: true }),
    });
    return name;
  }
}

const KEEP = Symbol('stays a constant');

/** The JSON value that means the same as a variable, fields of objects in order of their names. */
function valueOf(node: ValueNode, type: GraphQLInputType): unknown {
  if (node.kind === Kind.VARIABLE) return KEEP;
  if (isNonNullType(type)) return node.kind === Kind.NULL ? KEEP : valueOf(node, type.ofType as GraphQLInputType);
  if (node.kind === Kind.NULL) return null;
  if (isListType(type)) {
    if (node.kind !== Kind.LIST) return valueOf(node, type.ofType as GraphQLInputType);
    const items = node.values.map((item) => valueOf(item, type.ofType as GraphQLInputType));
    return items.includes(KEEP) ? KEEP : items;
  }
  if (isInputObjectType(type)) {
    if (node.kind !== Kind.OBJECT) return KEEP;
    const known = type.getFields();
    const entries = node.fields.map(
      ({ name, value }) => [name.value, known[name.value] ? valueOf(value, known[name.value]!.type) : KEEP] as const,
    );
    if (entries.some(([, value]) => value === KEEP)) return KEEP;
    return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)));
  }
  if (isEnumType(type)) return node.kind === Kind.ENUM && type.getValue(node.value)?.value === node.value ? node.value : KEEP;
  return isSpecifiedScalarType(type) ? scalarOf(node, type.name) : textOf(node);
}

function scalarOf(node: ValueNode, name: string): unknown {
  if (name === 'String') return textOf(node);
  if (name === 'ID') return node.kind === Kind.STRING || node.kind === Kind.INT ? node.value : KEEP;
  if (name === 'Boolean') return node.kind === Kind.BOOLEAN ? node.value : KEEP;
  if (node.kind !== Kind.INT && (name === 'Int' || node.kind !== Kind.FLOAT)) return KEEP;
  const value = Number(node.value);
  return Number.isFinite(value) ? value : KEEP;
}

/** Scalars of our own read text alike from a constant and from a variable; numbers may lose digits on the way, names are no text. */
const textOf = (node: ValueNode): unknown => (node.kind === Kind.STRING ? node.value : KEEP);

function withoutOthers(document: DocumentNode, operation: OperationDefinitionNode): DocumentNode {
  const fragments = new Map(
    document.definitions.filter((d): d is FragmentDefinitionNode => d.kind === Kind.FRAGMENT_DEFINITION).map((d) => [d.name.value, d]),
  );
  const used = new Set<FragmentDefinitionNode>();
  const collect = (set: SelectionSetNode): void => {
    for (const node of set.selections) {
      if (node.kind === Kind.FRAGMENT_SPREAD) {
        const fragment = fragments.get(node.name.value);
        if (!fragment || used.has(fragment)) continue;
        used.add(fragment);
        collect(fragment.selectionSet);
      } else if (node.selectionSet) collect(node.selectionSet);
    }
  };
  collect(operation.selectionSet);
  return { kind: Kind.DOCUMENT, definitions: [operation, ...used] };
}

const withDefinitions = (document: DocumentNode, more: readonly VariableDefinitionNode[]): DocumentNode => ({
  ...document,
  definitions: document.definitions.map((d) =>
    d.kind === Kind.OPERATION_DEFINITION ? { ...d, variableDefinitions: [...(d.variableDefinitions ?? []), ...more] } : d,
  ),
});
