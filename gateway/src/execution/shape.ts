import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
  Kind,
  type DirectiveNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
} from 'graphql';

import { clientKey } from './plan-fixes/required-fields.js';

/** A variable that must have this value. */
export interface Literal {
  variable: string;
  want: boolean;
}
/** Any of these conjunctions; null = always. */
export type When = Literal[][] | null;

/** What the client asked of one concrete type, in the order of the answer. */
export interface Shape {
  readonly id: number;
  readonly typeName: string;
  readonly fields: readonly ShapeField[];
}

export interface ShapeField {
  /** Key in the client's answer. */
  readonly key: string;
  /** Key under which the data travels (a plan fix may have renamed it). */
  readonly source: string;
  readonly name: string;
  /** Null: `__typename`. */
  readonly type: GraphQLOutputType | null;
  readonly when: When;
  /** Shapes below, by concrete type; empty for leaves. */
  readonly below: ReadonlyMap<string, Shape>;
}

interface Part {
  set: SelectionSetNode;
  when: Literal[];
}
interface Collected {
  name: string;
  type: GraphQLOutputType | null;
  parts: Part[];
  whens: Literal[][];
}

/** Reads an operation into shapes: fields merged, fragments resolved per concrete type, conditions gathered. */
export class ShapeReader {
  private readonly known = new Map<string, Shape>();
  private readonly setIds = new Map<SelectionSetNode, number>();
  private counter = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  ) {}

  root(operation: OperationDefinitionNode): Shape {
    const type = this.schema.getRootType(operation.operation);
    if (!type) throw new Error(`This graph has no ${operation.operation}.`);
    return this.shape(type, [{ set: operation.selectionSet, when: [] }]);
  }

  private shape(type: GraphQLObjectType, parts: Part[]): Shape {
    const key = `${type.name}|${parts.map((part) => `${this.idOf(part.set)}:${JSON.stringify(part.when)}`).join('|')}`;
    const there = this.known.get(key);
    if (there) return there;
    const fields: ShapeField[] = [];
    const shape: Shape = { id: (this.counter += 1), typeName: type.name, fields };
    this.known.set(key, shape);
    const collected = new Map<string, Collected>();
    for (const part of parts) this.collect(type, part.set, part.when, collected);
    for (const [source, field] of collected)
      fields.push({
        key: clientKey(source),
        source,
        name: field.name,
        type: field.type,
        when: simplify(field.whens),
        below: this.below(field),
      });
    return shape;
  }

  private below(field: Collected): Map<string, Shape> {
    const named = field.type && getNamedType(field.type);
    if (!named || !isCompositeType(named)) return new Map();
    const types = isObjectType(named) ? [named] : this.schema.getPossibleTypes(named);
    return new Map(types.map((type) => [type.name, this.shape(type, field.parts)]));
  }

  private collect(type: GraphQLObjectType, set: SelectionSetNode, when: Literal[], into: Map<string, Collected>): void {
    for (const node of set.selections) {
      const here = this.conditions(node.directives, when);
      if (!here) continue;
      if (node.kind === Kind.FIELD) this.field(type, node, here, into);
      else if (node.kind === Kind.INLINE_FRAGMENT) {
        if (this.applies(node.typeCondition?.name.value, type)) this.collect(type, node.selectionSet, here, into);
      } else {
        const fragment = this.fragments.get(node.name.value);
        if (fragment && this.applies(fragment.typeCondition.name.value, type)) this.collect(type, fragment.selectionSet, here, into);
      }
    }
  }

  private field(type: GraphQLObjectType, node: FieldNode, when: Literal[], into: Map<string, Collected>): void {
    const key = node.alias?.value ?? node.name.value;
    const part = node.selectionSet ? [{ set: node.selectionSet, when }] : [];
    const there = into.get(key);
    if (there) {
      there.parts.push(...part);
      there.whens.push(when);
      return;
    }
    into.set(key, { name: node.name.value, type: this.typeOf(type, node.name.value), parts: part, whens: [when] });
  }

  private typeOf(type: GraphQLObjectType, name: string): GraphQLOutputType | null {
    if (name === '__typename') return null;
    if (name === '__schema') return SchemaMetaFieldDef.type;
    if (name === '__type') return TypeMetaFieldDef.type;
    const field = type.getFields()[name];
    if (!field) throw new Error(`${type.name} has no field ${name}.`);
    return field.type;
  }

  /** The condition of a node below `when`; null when it is never included. */
  private conditions(directives: readonly DirectiveNode[] | undefined, when: Literal[]): Literal[] | null {
    let result = when;
    for (const directive of directives ?? []) {
      const name = directive.name.value;
      if (name !== 'skip' && name !== 'include') continue;
      const value = directive.arguments?.find((argument) => argument.name.value === 'if')?.value;
      const want = name === 'include';
      if (value?.kind === Kind.BOOLEAN && value.value !== want) return null;
      if (value?.kind === Kind.VARIABLE) result = [...result, { variable: value.name.value, want }];
    }
    return result;
  }

  private applies(condition: string | undefined, type: GraphQLObjectType): boolean {
    if (!condition || condition === type.name) return true;
    const conditionType = this.schema.getType(condition);
    return isAbstractType(conditionType) && this.schema.isSubType(conditionType, type);
  }

  private idOf(set: SelectionSetNode): number {
    const known = this.setIds.get(set) ?? this.setIds.size;
    this.setIds.set(set, known);
    return known;
  }
}

const simplify = (whens: Literal[][]): When => (whens.some((when) => when.length === 0) ? null : whens);

/** Whether a condition holds for a request's variables. */
export const holds = (when: When, variables: Record<string, unknown>): boolean =>
  when === null || when.some((all) => all.every(({ variable, want }) => (variables[variable] === true) === want));
