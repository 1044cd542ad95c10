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

/** Generates the writer of a fetch where its selections are plain; interprets them where fragments overlap or rewrites apply. */
export function compileRepresentation(fetch: FetchNode, conditions: TypeConditions): { write: RepresentationWriter; source: string } {
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
  return { write, source: '// overlapping fragments, rewrites or a name that must not stand in code: interpreted (required-selection.ts)' };
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

function tryGenerate(branches: Branch[], conditions: TypeConditions): { write: RepresentationWriter; source: string } | null {
  try {
    return generate(branches, conditions);
  } catch (error) {
    if (error instanceof UnsafeName) return null;
    throw error;
  }
}

const MISSING = { missing: true } as const;

function generate(branches: Branch[], conditions: TypeConditions): { write: RepresentationWriter; source: string } {
  const scope: Record<string, unknown> = { J: JSON.stringify, MISSING };
  const cases = branches.map((branch) => {
    safeName(branch.typeCondition);
    scope[`T_${branch.typeCondition}`] = conditions(branch.typeCondition);
    return `    if (T_${branch.typeCondition}.has(o.__typename)) return ${objectCode(branch.selections as QueryPlanFieldNode[], 'o')};`;
  });
  const source = `return function writeRepresentation(o) {\n  try {\n${cases.join('\n')}\n    return null;\n  } catch (error) { if (error === MISSING) return null; throw error; }\n};`;
  const head = 'const some = (x) => { if (x === undefined) throw MISSING; return x; };\nconst each = (x, write) => x === null ? "null" : Array.isArray(x) ? "[" + x.map((item) => each(item, write)).join(",") + "]" : write(x);\n';
  return { write: makeFunction<RepresentationWriter>(head + source, scope), source };
}

function objectCode(fields: QueryPlanFieldNode[], object: string): string {
  const parts = fields.map((field, i) => {
    const key = field.alias ?? field.name;
    const value = `some(${object}[${safeName(key)}])`;
    const inner = field.selections?.length ? `each(${value}, (${object}x) => ${objectCode(field.selections as QueryPlanFieldNode[], `${object}x`)})` : `J(${value})`;
    return `${literal(`${i === 0 ? '{' : ','}${JSON.stringify(key)}:`)} + ${inner}`;
  });
  return `${parts.join(' + ')} + "}"`;
}
