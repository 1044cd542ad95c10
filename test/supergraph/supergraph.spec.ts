import { rootFieldAccess } from '@thidua/testing';
import { operationFromDocument, Supergraph } from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import { isNonNullType, Kind, specifiedRules, validate, type OperationDefinitionNode } from 'graphql';
import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { houseProblems } from '../../gateway/src/registry/check/house.rules.js';
import { api, contract, has, objectTypes, read, OWNER_OF_SHARED_ENTITY, root, SUBGRAPHS, supergraphSdl, VALUE_TYPES } from './artefacts.js';

/** Rejects with what the command said. */
function composeCheck(): string {
  try {
    return execFileSync(process.execPath, ['--conditions=development', '--import', 'tsx', 'src/composition/compose.cli.ts', '--check'], {
      cwd: `${root}gateway`,
      encoding: 'utf8',
      stdio: 'pipe',
    });
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    return stdout + stderr;
  }
}

describe('the committed supergraph', () => {
  it('is what the committed subgraphs compose to (npm run compose)', () => {
    expect(composeCheck()).toBe('');
  });

  it('states for every root field who may ask it', () => {
    expect(rootFieldAccess(supergraphSdl()).filter(({ access }) => access === null)).toEqual([]);
  });

  it('has one owner for every type', () => {
    const byName = Map.groupBy(
      SUBGRAPHS.flatMap((subgraph) => objectTypes(subgraph).map((type) => ({ subgraph, type }))),
      ({ type }) => type.name.value,
    );
    const shared = [...byName].filter(([name, places]) => places.length > 1 && !VALUE_TYPES.has(name));
    const orphans = shared.filter(([name, places]) => !places.every(({ type }) => has(type, 'key')) || !OWNER_OF_SHARED_ENTITY[name]);
    expect(orphans.map(([name, places]) => `${name} in ${places.map((p) => p.subgraph).join(', ')}`)).toEqual([]);
    const ownerless = shared.filter(([name, places]) => !places.some(({ subgraph }) => subgraph === OWNER_OF_SHARED_ENTITY[name]));
    expect(ownerless.map(([name]) => name)).toEqual([]);
  });

  it('keeps the house rules the registry applies: access stated, nullable where a field crosses a subgraph, dated deprecations', () => {
    const owners = new Map(Object.entries(OWNER_OF_SHARED_ENTITY));
    const problems = SUBGRAPHS.flatMap((subgraph) => houseProblems(subgraph, read(`subgraphs/${subgraph}/schema.graphql`), owners));
    expect(problems.map(({ message }) => message.en)).toEqual([]);
  });

  it('hides the fact lists from clients', () => {
    const types = api().getTypeMap();
    expect(Object.keys(types)).not.toContain('Facts');
    const fields = Object.values(types).flatMap((type) =>
      'getFields' in type ? Object.keys(type.getFields()).map((field) => `${type.name}.${field}`) : [],
    );
    expect(fields.filter((field) => field.endsWith('Facts'))).toEqual([]);
  });

  it('gives every unbounded list a total, nodes, edges and a page', () => {
    const connections = Object.values(api().getTypeMap()).filter((type) => type.name.endsWith('Connection'));
    expect(connections.length).toBeGreaterThan(0);
    const incomplete = connections.filter(
      (type) =>
        !('getFields' in type) ||
        ['totalCount', 'nodes', 'edges', 'pageInfo'].some(
          (field) => !isNonNullType((type.getFields() as Record<string, { type: unknown }>)[field]?.type as never),
        ),
    );
    expect(incomplete.map((type) => type.name)).toEqual([]);
  });
});

describe('the contract with integrators', () => {
  const operations = (): OperationDefinitionNode[] =>
    contract().definitions.filter((d): d is OperationDefinitionNode => d.kind === Kind.OPERATION_DEFINITION);

  it('is ten operations, each valid against the graph clients see', () => {
    expect(operations()).toHaveLength(10);
    // Operations of one file are sent one by one.
    const errors = operations().flatMap((operation) =>
      validate(api(), { kind: Kind.DOCUMENT, definitions: [operation] }, specifiedRules).map(
        (e) => `${operation.name?.value}: ${e.message}`,
      ),
    );
    expect(errors).toEqual([]);
  });

  it('can be planned, and the long walk reaches the subgraphs it promises', () => {
    const supergraph = Supergraph.build(supergraphSdl());
    const planner = new QueryPlanner(supergraph);
    const services = new Map(
      operations().map((operation): [string, string[]] => {
        const document = { kind: Kind.DOCUMENT as const, definitions: [operation] };
        const plan = JSON.stringify(planner.buildQueryPlan(operationFromDocument(supergraph.apiSchema(), document)));
        const names = Array.from(plan.matchAll(/"serviceName":"(\w+)"/g), (match) => match[1] ?? '');
        return [operation.name?.value ?? '', [...new Set(names)].toSorted()];
      }),
    );
    expect([...services].filter(([, names]) => names.length === 0)).toEqual([]);
    expect(services.get('LongWalk')).toEqual(['awards', 'campaigns', 'evaluations', 'organisations']);
    expect(services.get('Verify')).toContain('awards');
  });
});
