import { isAbstractType, type GraphQLSchema } from 'graphql';

/** For a type condition, the names of the concrete types that satisfy it. */
export type TypeConditions = (condition: string) => ReadonlySet<string>;

export function typeConditions(schema: GraphQLSchema): TypeConditions {
  const known = new Map<string, ReadonlySet<string>>();
  return (condition) => {
    const there = known.get(condition);
    if (there) return there;
    const type = schema.getType(condition);
    const names = new Set<string>([condition]);
    if (isAbstractType(type)) for (const possible of schema.getPossibleTypes(type)) names.add(possible.name);
    known.set(condition, names);
    return names;
  };
}
