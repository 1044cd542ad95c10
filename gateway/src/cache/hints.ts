import {
  Kind,
  parse,
  type DirectiveNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type TypeNode,
} from 'graphql';

/** What an operation or a fetch may be kept for. */
export interface Policy {
  /** Seconds. */
  readonly maxAge: number;
  readonly scope: 'PUBLIC' | 'PRIVATE';
}

interface FieldHint {
  readonly hint: Policy | null;
  /** Name of the type it answers. */
  readonly type: string;
}

interface TypeHint {
  readonly hint: Policy | null;
  readonly fields: ReadonlyMap<string, FieldHint>;
}

/** `@cacheControl` of a supergraph, by type and field. */
export type Hints = ReadonlyMap<string, TypeHint>;

export function hintsOf(supergraphSdl: string): Hints {
  const hints = new Map<string, TypeHint>();
  for (const node of parse(supergraphSdl, { noLocation: true }).definitions) {
    if (
      node.kind !== Kind.OBJECT_TYPE_DEFINITION &&
      node.kind !== Kind.INTERFACE_TYPE_DEFINITION &&
      node.kind !== Kind.UNION_TYPE_DEFINITION
    )
      continue;
    const fields = node.kind === Kind.UNION_TYPE_DEFINITION ? [] : (node.fields ?? []);
    hints.set(node.name.value, {
      hint: hintOf(node.directives),
      fields: new Map(fields.map((field) => [field.name.value, { hint: hintOf(field.directives), type: nameOf(field.type) }])),
    });
  }
  return hints;
}

const nameOf = (type: TypeNode): string => (type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type));

function hintOf(directives: readonly DirectiveNode[] | undefined): Policy | null {
  const hint = directives?.find((directive) => directive.name.value === 'cacheControl');
  if (!hint) return null;
  const value = (name: string) => hint.arguments?.find((argument) => argument.name.value === name)?.value;
  const maxAge = value('maxAge');
  const scope = value('scope');
  return {
    maxAge: maxAge?.kind === Kind.INT ? Number(maxAge.value) : 0,
    scope: scope?.kind === Kind.ENUM && scope.value === 'PUBLIC' ? 'PUBLIC' : 'PRIVATE',
  };
}

const NEVER: Policy = { maxAge: 0, scope: 'PRIVATE' };
const stricter = (a: Policy, b: Policy): Policy => ({
  maxAge: Math.min(a.maxAge, b.maxAge),
  scope: a.scope === 'PRIVATE' ? 'PRIVATE' : b.scope,
});

/** Whether the fields at the root of a walk may be kept, and for how long. */
type RootRule = (type: string, field: string) => Policy;

class PolicyWalk {
  #policy: Policy = { maxAge: Number.POSITIVE_INFINITY, scope: 'PUBLIC' };

  constructor(
    private readonly hints: Hints,
    private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  ) {}

  get policy(): Policy | null {
    return this.#policy.maxAge > 0 && Number.isFinite(this.#policy.maxAge) ? this.#policy : null;
  }

  /** `root` = what decides for these fields; null = below the root, where hints can only restrict. */
  walk(selections: SelectionSetNode, type: string, root: RootRule | null): void {
    for (const node of selections.selections) {
      if (this.#policy.maxAge === 0) return;
      if (node.kind !== Kind.FIELD) {
        const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : this.fragments.get(node.name.value);
        if (fragment) this.walk(fragment.selectionSet, fragment.typeCondition?.name.value ?? type, root);
        continue;
      }
      const name = node.name.value;
      if (name === '__typename') continue;
      const field = this.hints.get(type)?.fields.get(name);
      if (root) this.#restrict(root(type, name));
      else if (field?.hint) this.#restrict(field.hint);
      const own = field ? this.hints.get(field.type)?.hint : null;
      if (own) this.#restrict(own);
      if (node.selectionSet) this.walk(node.selectionSet, field?.type ?? '', null);
    }
  }

  #restrict(by: Policy): void {
    this.#policy = stricter(this.#policy, by);
  }
}

const fragmentsOf = (document: DocumentNode): Map<string, FragmentDefinitionNode> =>
  new Map(document.definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [])));

/** Every root field must say that it may be kept; what is below may restrict it. Null = not to be kept. */
export function operationPolicy(hints: Hints, document: DocumentNode, operation: OperationDefinitionNode): Policy | null {
  if (operation.operation !== 'query') return null;
  const walk = new PolicyWalk(hints, fragmentsOf(document));
  walk.walk(operation.selectionSet, 'Query', (type, name) => hints.get(type)?.fields.get(name)?.hint ?? NEVER);
  return walk.policy;
}

/** The same for a fetch of a plan; for entities the type's own hint counts where a field has none. */
export function fetchPolicy(hints: Hints, query: string): Policy | null {
  const document = parse(query, { noLocation: true });
  const operation = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  if (!operation || operation.operation !== 'query') return null;
  const [first] = operation.selectionSet.selections;
  const entities = first?.kind === Kind.FIELD && first.name.value === '_entities' ? first.selectionSet : undefined;
  if (!entities) return operationPolicy(hints, document, operation);
  const walk = new PolicyWalk(hints, fragmentsOf(document));
  walk.walk(entities, '', (type, name) => hints.get(type)?.fields.get(name)?.hint ?? hints.get(type)?.hint ?? NEVER);
  return walk.policy;
}
