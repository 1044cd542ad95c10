import type { FetchNode, QueryPlanFieldNode, QueryPlanInlineFragmentNode, QueryPlanSelectionNode } from '@apollo/query-planner';
import { literal, makeFunction, safeName, UnsafeName } from './code.js';
import { selectRequired } from './required-selection.js';
import { applyRewrites } from './rewrites.js';
import type { TypeConditions } from './type-conditions.js';
import type { JsonObject } from './values.js';

/**
 * Writes an object's representation as JSON text: its type, keys and required fields. Null when a key or a required field
 * is not there (an earlier fetch failed or was skipped), or when nothing applies to the object's type.
 */
export type RepresentationWriter = (object: JsonObject) => string | null;

export interface Representation {
  write: RepresentationWriter;
  /** A cheap way to find equal objects without writing them; null where there is none. */
  likeness: Likeness | null;
  /** Generated code, for people. */
  source: string;
}

export interface Likeness {
  /** Objects of different values are different; undefined = no telling. */
  trait(object: JsonObject): unknown;
  /** Equal representations for sure. */
  same(a: JsonObject, b: JsonObject): boolean;
}

/** Generates the writer of a fetch where its selections are plain; interprets them where fragments overlap or rewrites apply. */
export function compileRepresentation(fetch: FetchNode, conditions: TypeConditions): Representation {
  const branches = plainBranches(fetch, conditions);
  const generated = branches && tryGenerate(branches, conditions);
  if (generated) return generated;
  const requires = fetch.requires ?? [];
  const write: RepresentationWriter = (object) => {
    const selected = selectRequired(object, requires, conditions);
    if (!selected || typeof selected['__typename'] !== 'string') return null;
    applyRewrites(fetch.inputRewrites, selected, conditions);
    return JSON.stringify(selected);
  };
  return {
    write,
    likeness: null,
    source: '// overlapping fragments, rewrites or a name that must not stand in code: interpreted (required-selection.ts)',
  };
}

type Branch = QueryPlanInlineFragmentNode & { typeCondition: string };

const onlyFields = (selections: readonly QueryPlanSelectionNode[]): boolean =>
  selections.every((node) => node.kind === 'Field' && onlyFields(node.selections ?? []));

/** The fragments of a fetch when they hold fields only, each once, and no object can satisfy two of them. */
function plainBranches(fetch: FetchNode, conditions: TypeConditions): Branch[] | null {
  if (fetch.inputRewrites?.length) return null;
  const branches: Branch[] = [];
  const seen = new Set<string>();
  for (const node of fetch.requires ?? []) {
    if (node.kind !== 'InlineFragment' || !node.typeCondition || !onlyFields(node.selections)) return null;
    const keys = node.selections.map((field) => (field as QueryPlanFieldNode).name);
    if (new Set(keys).size !== keys.length || !keys.includes('__typename')) return null;
    for (const type of conditions(node.typeCondition)) {
      if (seen.has(type)) return null;
      seen.add(type);
    }
    branches.push(node as Branch);
  }
  return branches;
}

function tryGenerate(branches: Branch[], conditions: TypeConditions): Representation | null {
  try {
    return generate(branches, conditions);
  } catch (error) {
    if (error instanceof UnsafeName) return null;
    throw error;
  }
}

const MISSING = { missing: true } as const;

function generate(branches: Branch[], conditions: TypeConditions): Representation {
  const scope: Record<string, unknown> = { J: JSON.stringify, MISSING };
  const isOf = (branch: Branch): string => {
    const types = conditions(branch.typeCondition);
    if (types.size === 1) return `o.__typename === ${safeName(branch.typeCondition)}`;
    safeName(branch.typeCondition);
    scope[`T_${branch.typeCondition}`] = types;
    return `T_${branch.typeCondition}.has(o.__typename)`;
  };
  const cases = branches.map((branch) => `    if (${isOf(branch)}) return ${objectCode(branch.selections as QueryPlanFieldNode[], 'o')};`);
  const writer = `function write(o) {\n  try {\n${cases.join('\n')}\n    return null;\n  } catch (error) { if (error === MISSING) return null; throw error; }\n}`;
  const likeness = likenessCode(branches, isOf);
  const head =
    'const some = (x) => { if (x === undefined) throw MISSING; return x; };\nconst each = (x, write) => x === null ? "null" : Array.isArray(x) ? "[" + x.map((item) => each(item, write)).join(",") + "]" : write(x);\n';
  const made = makeFunction<{ write: RepresentationWriter; likeness: Likeness | null }>(
    `${head}${writer}\n${likeness}\nreturn { write, likeness: ${likeness ? '{ trait, same }' : 'null'} };`,
    scope,
  );
  return { ...made, source: `${writer}\n${likeness}` };
}

/** Code that compares two objects by the fields of their representation; empty where one of these is no leaf. */
function likenessCode(branches: Branch[], isOf: (branch: Branch) => string): string {
  const fieldsOf = (branch: Branch): string[] =>
    (branch.selections as QueryPlanFieldNode[]).map((field) => field.alias ?? field.name).filter((key) => key !== '__typename');
  if (
    branches.some(
      (branch) => fieldsOf(branch).length === 0 || branch.selections.some((node) => 'selections' in node && node.selections?.length),
    )
  )
    return '';
  // Keys stand last: what tells objects apart.
  const traits = branches.map((branch) => `  if (${isOf(branch)}) return o[${safeName(fieldsOf(branch).at(-1)!)}];`);
  const equal = branches.map(
    (branch) =>
      `  if (${isOf(branch)}) return ${fieldsOf(branch)
        .map((key) => `o[${safeName(key)}] === b[${safeName(key)}]`)
        .join(' && ')};`,
  );
  return `function trait(o) {\n${traits.join('\n')}\n}\nfunction same(o, b) {\n  if (o.__typename !== b.__typename) return false;\n${equal.join('\n')}\n  return false;\n}`;
}

function objectCode(fields: QueryPlanFieldNode[], object: string): string {
  const parts = fields.map((field, i) => {
    const key = field.alias ?? field.name;
    const value = `some(${object}[${safeName(key)}])`;
    const inner = field.selections?.length
      ? `each(${value}, (${object}x) => ${objectCode(field.selections as QueryPlanFieldNode[], `${object}x`)})`
      : `J(${value})`;
    return `${literal(`${i === 0 ? '{' : ','}${JSON.stringify(key)}:`)} + ${inner}`;
  });
  return `${parts.join(' + ')} + "}"`;
}
