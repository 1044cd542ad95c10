import { PUBLIC_ACTOR, type AssertedActor, type RoleCode } from '@thidua/contracts';
import { buildSchema, Kind, parse, type OperationDefinitionNode } from 'graphql';
import { describe, expect, it } from 'vitest';
import { accessTable, denialOf } from './access.rules.js';
import { excessOf, LIMITS } from './limits.rules.js';
import { factsOf, type OperationFacts } from './operation.facts.js';

const SDL = `
  directive @tag(name: String!) repeatable on FIELD_DEFINITION
  type Query {
    open: String @tag(name: "allow/public")
    own: Node @tag(name: "allow/signed-in")
    plan: Plan @tag(name: "allow/plan/read")
    forgotten: String
    otherTag: String @tag(name: "internal")
  }
  interface Node { id: ID!  secret: String }
  type Plan implements Node { id: ID!  next: Plan  secret: String @tag(name: "allow/plan/import") }
  type Note implements Node { id: ID!  secret: String }`;
const schema = buildSchema(SDL);
const table = accessTable(SDL);

const facts = (text: string): OperationFacts => {
  const document = parse(text);
  return factsOf(
    schema,
    document,
    document.definitions.find((d): d is OperationDefinitionNode => d.kind === Kind.OPERATION_DEFINITION)!,
  );
};
const actor = (role?: RoleCode): AssertedActor => ({
  kind: 'person',
  id: 'p',
  name: 'p',
  roles: role ? [{ role, scopeKind: 'PROVINCE', scopeId: '*' }] : [],
});
const denied = (text: string, who: AssertedActor): unknown => denialOf(table, facts(text), who);

describe('default deny at the gateway', () => {
  it('lets everybody read what is declared public', () => {
    expect(denied('{ open __typename }', PUBLIC_ACTOR)).toBeNull();
  });

  it('refuses an undeclared root field to everybody, other tags do not declare it', () => {
    expect(denied('{ open forgotten }', actor('ADMINISTRATOR'))).toEqual({ fields: ['Query.forgotten'], signIn: false });
    expect(denied('{ otherTag }', actor('ADMINISTRATOR'))).toEqual({ fields: ['Query.otherTag'], signIn: false });
  });

  it('offers sign-in only where it could help', () => {
    expect(denied('{ own { id } }', PUBLIC_ACTOR)).toEqual({ fields: ['Query.own'], signIn: true });
    expect(denied('{ own { id } forgotten }', PUBLIC_ACTOR)).toMatchObject({ signIn: false });
  });

  it('asks for the permission of a role, in any scope', () => {
    expect(denied('{ plan { id } }', actor())).toEqual({ fields: ['Query.plan'], signIn: false });
    expect(denied('{ plan { id } }', actor('STAFF'))).toBeNull();
  });

  it('checks tagged fields below the root, through fragments and interfaces, under any alias', () => {
    const where = [
      '{ plan { x: secret } }',
      '{ plan { ...f } } fragment f on Plan { next { secret } }',
      '{ own { secret } }',
      '{ own { ... on Plan { secret } } }',
    ];
    for (const text of where) {
      expect(denied(text, actor('STAFF')), text).toEqual({ fields: ['Plan.secret'], signIn: false });
      expect(denied(text, actor('CLERK')), text).toBeNull();
    }
    expect(denied('{ own { ... on Note { secret } } }', actor('STAFF'))).toBeNull();
  });

  it('checks what a variable may leave out, because the answer may not', () => {
    expect(denied('query ($no: Boolean!) { plan { secret @include(if: $no) } }', actor('STAFF'))).not.toBeNull();
  });
});

describe('limits of an operation (PF-07)', () => {
  const nested = (levels: number): string => `{ plan { ${'next { '.repeat(levels - 2)}id${' }'.repeat(levels - 1)} }`;

  it('allows exactly the stated depth', () => {
    expect(excessOf(facts(nested(LIMITS.depth)))).toBeNull();
    expect(excessOf(facts(nested(LIMITS.depth + 1)))).toEqual({ limit: 'depth', allowed: 10, asked: 11 });
  });

  it('counts depth through fragments', () => {
    const parts =
      '{ plan { ...a } } fragment a on Plan { next { ...b } } fragment b on Plan { next { next { next { next { next { next { next { next { id } } } } } } } } }';
    expect(excessOf(facts(parts))).toMatchObject({ limit: 'depth', asked: 11 });
  });

  it('does not count the depth of introspection', () => {
    const read = facts(`{ __schema { types { fields { type ${'{ ofType '.repeat(9)} { name } ${'}'.repeat(9)} } } } }`);
    expect(read).toMatchObject({ introspects: true, depth: 0 });
  });

  it('ends early on fragments that multiply', () => {
    const layers = Array.from({ length: 30 }, (_, i) => `fragment f${i} on Plan { ...f${i + 1} ...f${i + 1} }`).join(' ');
    expect(excessOf(facts(`{ plan { ...f0 } } ${layers} fragment f30 on Plan { id secret }`))).toMatchObject({ limit: 'fields' });
  });
});
