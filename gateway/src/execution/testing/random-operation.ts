import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isNonNullType,
  isRequiredArgument,
  type GraphQLCompositeType,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';

/** Numbers from a seed: a failing run can be repeated. */
export type Random = (below: number) => number;

export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0;
    return ((state ^ (state >>> 13)) >>> 0) % below;
  };
}

/** A random valid operation over a schema: aliases, fragments, @skip and @include, arguments; and values for its two variables. */
export function randomOperation(schema: GraphQLSchema, random: Random): { query: string; variables: Record<string, boolean> } {
  const fragments: string[] = [];
  const directive = (): string =>
    random(6) === 0 ? ` @${random(2) ? 'skip' : 'include'}(if: ${random(4) === 0 ? 'true' : random(2) ? '$a' : '$b'})` : '';
  const value = (type: GraphQLInputType): string => {
    const named = getNamedType(type);
    if (isEnumType(named)) return named.getValues()[0]!.name;
    if (isInputObjectType(named)) return '{}';
    return { Int: String(random(4)), Float: '1.5', Boolean: random(2) ? 'true' : 'false' }[named.name] ?? `"${1 + random(4)}"`;
  };

  const field = (type: GraphQLCompositeType, depth: number): string => {
    if (!('getFields' in type) || random(12) === 0) return `t${random(3)}: __typename`;
    const fields = Object.values(type.getFields());
    const chosen = fields[random(fields.length)]!;
    const inner = getNamedType(chosen.type);
    if (isCompositeType(inner) && depth <= 0) return '__typename';
    const given = chosen.args
      .filter((arg) => isRequiredArgument(arg) || random(2) === 0)
      .map((arg) => `${arg.name}: ${value(isNonNullType(arg.type) ? arg.type.ofType : arg.type)}`);
    // An alias that carries its arguments keeps equal keys mergeable.
    const alias = given.length > 0 || random(4) === 0 ? `${chosen.name}_${given.join('_').replaceAll(/\W+/g, '')}${random(2)}: ` : '';
    return `${alias}${chosen.name}${given.length > 0 ? `(${given.join(', ')})` : ''}${directive()}${isCompositeType(inner) ? set(inner, depth - 1) : ''}`;
  };

  const set = (type: GraphQLCompositeType, depth: number): string => {
    const parts = Array.from({ length: 1 + random(4) }, () => {
      const kind = random(8);
      if (kind === 0) {
        const possible = isAbstractType(type) ? schema.getPossibleTypes(type) : [];
        const on = possible.length > 0 ? possible[random(possible.length)]! : type;
        return `... on ${on.name}${directive()} ${set(on, depth - 1)}`;
      }
      if (kind === 1 && depth > 0) {
        const name = `F${fragments.length}`;
        fragments.push('');
        fragments[Number(name.slice(1))] = `fragment ${name} on ${type.name} ${set(type, depth - 1)}`;
        return `...${name}${directive()}`;
      }
      return field(type, depth);
    });
    return ` { ${parts.join(' ')} }`;
  };

  const body = set(schema.getQueryType()!, 5);
  return {
    query:
      `query Q($a: Boolean = true, $b: Boolean!)${body} ${fragments.join(' ')} fragment Uses on Query { u: __typename @include(if: $a) v: __typename @include(if: $b) }`.replace(
        '{',
        '{ ...Uses ',
      ),
    variables: { b: random(2) === 0, ...(random(2) ? { a: random(2) === 0 } : {}) },
  };
}
