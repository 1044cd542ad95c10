import { ROLES, type AssertedActor, type Permission, type RoleCode } from '@thidua/contracts';
import { emitSdl } from '@thidua/server';
import { actorOf, execute, faultOf, publicActor, rootFieldAccess, testDatabase, type TestDatabase } from '@thidua/testing';
import { buildSchema, isEnumType, isInputObjectType, isListType, isNonNullType, isScalarType, type GraphQLInputType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { subgraph } from './subgraph.js';

const NOBODY = '00000000-0000-4000-8000-0000000000ff';
const schema = buildSchema(
  `${emitSdl(subgraph).replaceAll(/^extend schema[^\n]*$/gm, '')}\ndirective @key(fields: String!) repeatable on OBJECT\ndirective @tag(name: String!) repeatable on FIELD_DEFINITION\ndirective @external on FIELD_DEFINITION\ndirective @requires(fields: String!) on FIELD_DEFINITION\ndirective @shareable on OBJECT\ndirective @inaccessible on FIELD_DEFINITION | SCALAR`,
);

/** A value that passes the types of an input, naming nothing that exists. */
function sample(type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return sample(type.ofType);
  if (isListType(type)) return [];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (isInputObjectType(type))
    return Object.fromEntries(
      Object.values(type.getFields())
        .filter((field) => isNonNullType(field.type))
        .map((field) => [field.name, sample(field.type)]),
    );
  if (isScalarType(type) && type.name === 'Int') return 1;
  if (isScalarType(type) && type.name === 'ID') return NOBODY;
  if (isScalarType(type) && type.name === 'DateTime') return '2025-12-12T07:00:00Z';
  if (isScalarType(type) && type.name === 'Boolean') return true;
  return 'a-value-of-text';
}

function call(root: 'Query' | 'Mutation', name: string): { query: string; variables: Record<string, unknown> } {
  const field = (root === 'Query' ? schema.getQueryType() : schema.getMutationType())?.getFields()[name];
  if (!field) throw new Error(name);
  const args = field.args.filter((arg) => isNonNullType(arg.type));
  const declared = args.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ');
  const passed = args.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
  return {
    query: `${root.toLowerCase()}${declared ? ` (${declared})` : ''} { ${name}${passed ? `(${passed})` : ''} { __typename } }`,
    variables: Object.fromEntries(args.map((arg) => [arg.name, sample(arg.type)])),
  };
}

const roleWith = (permission: Permission): RoleCode =>
  (Object.keys(ROLES) as RoleCode[]).find((role) => ROLES[role].permissions.includes(permission)) as RoleCode;
const roleWithout = (permission: Permission): RoleCode =>
  (Object.keys(ROLES) as RoleCode[]).find(
    (role) => role !== 'INTEGRATOR' && !ROLES[role].permissions.includes(permission) && !ROLES.STAFF.permissions.includes(permission),
  ) ?? 'DEVELOPER';

describe('permission of every root field', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await testDatabase(subgraph);
  });
  afterAll(() => db.drop());

  const fields = rootFieldAccess(emitSdl(subgraph))
    .filter(({ field, access }) => access !== 'allow/public' && !field.startsWith('Subscription.'))
    .map(({ field, access }) => ({ field, permission: access?.replace('allow/', '').replace('/', ':') as Permission }));
  const ask = (field: string, actor: AssertedActor) => {
    const [root, name] = field.split('.') as ['Query' | 'Mutation', string];
    return execute(subgraph, db.dataSource, { ...call(root, name), actor });
  };
  const onlyRole = (role: RoleCode): AssertedActor => {
    const actor = actorOf(role, { scopeId: NOBODY, departmentId: NOBODY });
    return role === 'DEVELOPER' ? { ...actor, roles: actor.roles.filter((claim) => claim.role === role) } : actor;
  };

  it.each(fields)('$field lets in a role with $permission', async ({ field, permission }) => {
    const answer = await ask(field, onlyRole(roleWith(permission)));
    expect(answer.errors.filter((error) => error.extensions?.['permission'] === permission && error.path?.length === 1)).toEqual([]);
    expect(['GRAPHQL_VALIDATION_FAILED', 'INTERNAL', 'UNAUTHENTICATED']).not.toContain(faultOf(answer));
  });

  it.each(fields)('$field turns away a role without $permission, and the public', async ({ field, permission }) => {
    expect(faultOf(await ask(field, onlyRole(roleWithout(permission))))).toBe('FORBIDDEN');
    expect(faultOf(await ask(field, publicActor))).toBe('UNAUTHENTICATED');
  });
});
