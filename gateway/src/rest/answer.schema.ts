import {
  doTypesOverlap,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isLeafType,
  isListType,
  isNonNullType,
  Kind,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { leafSchema, orNull, type JsonSchema } from './json.schema.js';

/** One key of an answer: everything selected under it, wherever it stands. */
interface Key {
  readonly type: GraphQLOutputType | null;
  readonly description: string | null | undefined;
  readonly selections: SelectionSetNode[];
  /** Not in every answer: behind a directive, or only of some of the possible types. */
  isOptional: boolean;
}

/** Form of what an operation answers: objects with the keys it selects. */
export class AnswerSchemas {
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  ) {}

  of(parent: GraphQLCompositeType, selections: readonly SelectionSetNode[]): JsonSchema {
    const keys = new Map<string, Key>();
    for (const set of selections) this.#collect(parent, set, false, keys);
    const properties = Object.fromEntries([...keys].map(([name, key]) => [name, this.#property(parent, key)]));
    const required = [...keys].filter(([, { isOptional }]) => !isOptional).map(([name]) => name);
    return { type: 'object', properties, required };
  }

  #collect(parent: GraphQLCompositeType, set: SelectionSetNode, isOptional: boolean, keys: Map<string, Key>): void {
    for (const selection of set.selections) {
      const mayMiss = isOptional || isConditional(selection);
      if (selection.kind === Kind.FIELD) {
        const name = selection.name.value;
        const field = 'getFields' in parent ? parent.getFields()[name] : undefined;
        const key = (selection.alias ?? selection.name).value;
        const known = keys.get(key) ?? { type: field?.type ?? null, description: field?.description, selections: [], isOptional: true };
        if (selection.selectionSet) known.selections.push(selection.selectionSet);
        known.isOptional &&= mayMiss;
        keys.set(key, known);
        continue;
      }
      const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : this.fragments.get(selection.name.value);
      const named = fragment?.typeCondition ? this.schema.getType(fragment.typeCondition.name.value) : parent;
      if (!fragment || !isCompositeType(named) || !doTypesOverlap(this.schema, parent, named)) continue;
      this.#collect(named, fragment.selectionSet, mayMiss || !this.#isAlways(parent, named), keys);
    }
  }

  #isAlways(parent: GraphQLCompositeType, named: GraphQLCompositeType): boolean {
    return parent === named || (isAbstractType(named) && !isAbstractType(parent) && this.schema.isSubType(named, parent));
  }

  #property(parent: GraphQLCompositeType, { type, selections, description }: Key): JsonSchema {
    if (type === null) {
      const names = isAbstractType(parent) ? this.schema.getPossibleTypes(parent).map(({ name }) => name) : [parent.name];
      return { type: 'string', enum: names }; // __typename
    }
    const schema = this.#output(type, selections);
    return description ? { ...schema, description } : schema;
  }

  #output(type: GraphQLOutputType, selections: readonly SelectionSetNode[]): JsonSchema {
    if (!isNonNullType(type)) return orNull(this.#present(type, selections));
    return this.#present(type.ofType as GraphQLOutputType, selections);
  }

  #present(type: GraphQLOutputType, selections: readonly SelectionSetNode[]): JsonSchema {
    if (isListType(type)) return { type: 'array', items: this.#output(type.ofType as GraphQLOutputType, selections) };
    const named = getNamedType(type);
    return isLeafType(named) ? leafSchema(named) : this.of(named as GraphQLCompositeType, selections);
  }
}

const isConditional = ({ directives }: SelectionNode): boolean =>
  (directives ?? []).some(({ name }) => name.value === 'include' || name.value === 'skip');
