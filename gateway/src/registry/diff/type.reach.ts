import {
  getNamedType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';

/** Which output fields have to do with a type: they return it, or one of their arguments can hold it. */
export class TypeReach {
  readonly #fields = new Map<string, Set<string>>();
  readonly #inputs = new Map<string, ReadonlySet<string>>();

  constructor(private readonly schema: GraphQLSchema) {
    for (const type of Object.values(schema.getTypeMap())) {
      if (type.name.startsWith('__') || !(isObjectType(type) || isInterfaceType(type))) continue;
      for (const field of Object.values(type.getFields())) this.#note(`${type.name}.${field.name}`, type.name, field);
    }
  }

  /** Coordinates of the fields, sorted. */
  fieldsWith(type: string): string[] {
    return [...(this.#fields.get(type) ?? [])].toSorted();
  }

  /** The input types and enums that a value of this type can hold, itself included. */
  heldBy(type: GraphQLInputType): ReadonlySet<string> {
    const named = getNamedType(type);
    const known = this.#inputs.get(named.name);
    if (known) return known;
    const held = new Set<string>();
    const visit = (name: string): void => {
      if (held.has(name)) return;
      held.add(name);
      const found = this.schema.getType(name);
      if (isInputObjectType(found)) Object.values(found.getFields()).forEach((field) => visit(getNamedType(field.type).name));
    };
    visit(named.name);
    this.#inputs.set(named.name, held);
    return held;
  }

  #note(coordinate: string, owner: string, field: GraphQLField<unknown, unknown>): void {
    const add = (type: string): void => {
      const fields = this.#fields.get(type) ?? new Set<string>();
      this.#fields.set(type, fields.add(coordinate));
    };
    add(owner);
    add(getNamedType(field.type).name);
    for (const argument of field.args) this.heldBy(argument.type).forEach(add);
  }
}
