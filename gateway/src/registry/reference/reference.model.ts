import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isSpecifiedScalarType,
  isUnionType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
} from 'graphql';
import { removalDate } from '../check/deprecation.rules.js';
import type { ContractGraph } from '../contracts/contract.schema.js';

export const GROUPS = ['query', 'mutation', 'subscription', 'object', 'interface', 'union', 'input', 'enum', 'scalar'] as const;
export type Group = (typeof GROUPS)[number];

export interface Deprecation {
  readonly reason: string;
  /** ISO date; null = no day is said. */
  readonly until: string | null;
}

export interface Argument {
  readonly name: string;
  /** As GraphQL writes it: `[Person!]!`. */
  readonly type: string;
  readonly description: string;
  readonly default: string | null;
}

export interface Member {
  readonly name: string;
  /** Null = an enum value or a member of a union. */
  readonly type: string | null;
  readonly description: string;
  readonly args: readonly Argument[];
  /** What a caller needs: permissions, `public`, `signed-in`. */
  readonly access: readonly string[];
  readonly deprecation: Deprecation | null;
  /** Clients that use it, readable. */
  readonly users: readonly string[];
}

export interface Entry {
  readonly group: Group;
  readonly name: string;
  readonly description: string;
  readonly members: readonly Member[];
  readonly interfaces: readonly string[];
}

/** `Type.field` → who uses it. */
export type Users = ReadonlyMap<string, readonly string[]>;

/** Everything a page of reference says of a graph, in its order: what is asked first, then by name. */
export function referenceOf({ schema, access }: ContractGraph, users: Users): Entry[] {
  const roots = new Map<string, Group>(
    [
      [schema.getQueryType(), 'query'] as const,
      [schema.getMutationType(), 'mutation'] as const,
      [schema.getSubscriptionType(), 'subscription'] as const,
    ].flatMap(([type, group]) => (type ? [[type.name, group] as const] : [])),
  );
  return Object.values(schema.getTypeMap())
    .filter((type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type))
    .map((type) => ({
      group: roots.get(type.name) ?? groupOf(type),
      name: type.name,
      description: type.description ?? '',
      members: membersOf(type, access, users),
      interfaces: isObjectType(type) || isInterfaceType(type) ? type.getInterfaces().map(({ name }) => name) : [],
    }))
    .toSorted((a, b) => GROUPS.indexOf(a.group) - GROUPS.indexOf(b.group) || a.name.localeCompare(b.name, 'en'));
}

function groupOf(type: GraphQLNamedType): Group {
  if (isObjectType(type)) return 'object';
  if (isInterfaceType(type)) return 'interface';
  if (isUnionType(type)) return 'union';
  if (isInputObjectType(type)) return 'input';
  return isEnumType(type) ? 'enum' : 'scalar';
}

function membersOf(type: GraphQLNamedType, access: ContractGraph['access'], users: Users): Member[] {
  const nothing = { args: [], access: [], users: [] };
  if (isEnumType(type)) return type.getValues().map((value) => ({ ...nothing, ...said(value), name: value.name, type: null }));
  if (isUnionType(type))
    return type
      .getTypes()
      .map((member) => ({ ...nothing, name: member.name, type: null, description: member.description ?? '', deprecation: null }));
  if (isInputObjectType(type))
    return Object.values(type.getFields()).map((field) => ({ ...nothing, ...said(field), name: field.name, type: String(field.type) }));
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).map((field) => {
    const coordinate = `${type.name}.${field.name}`;
    return {
      ...said(field),
      name: field.name,
      type: String(field.type),
      args: field.args.map(argumentOf),
      access: access.get(coordinate) ?? [],
      users: users.get(coordinate) ?? [],
    };
  });
}

type Described = Pick<GraphQLField<unknown, unknown> | GraphQLInputField, 'description' | 'deprecationReason'>;

function said({ description, deprecationReason: reason }: Described): Pick<Member, 'description' | 'deprecation'> {
  return { description: description ?? '', deprecation: reason == null ? null : { reason, until: removalDate(reason) } };
}

const argumentOf = ({ name, type, description, astNode, defaultValue }: GraphQLArgument): Argument => ({
  name,
  type: String(type),
  description: description ?? '',
  default: defaultValue === undefined ? null : JSON.stringify(defaultValue) || String(astNode?.defaultValue),
});
