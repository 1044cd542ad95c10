import type { FetchNode, QueryPlanFieldNode, QueryPlanSelectionNode } from '@apollo/query-planner';
import { literal, makeFunction, safeName } from './code.js';
import type { TypeConditions } from './type-conditions.js';
import type { JsonObject } from './values.js';

/**
 * Writes an object's representation as JSON text: its type, keys and required fields. Null when something required is
 * not there (an earlier fetch failed), or when no key applies to the object's type.
 */
export type RepresentationWriter = (object: JsonObject) => string | null;

type Rewrites = NonNullable<FetchNode['inputRewrites']>;

interface Writing {
  conditions: TypeConditions;
  sets: Map<string, ReadonlySet<string>>;
  rewrites: Rewrites;
  counter: number;
}

const keyOf = (node: QueryPlanFieldNode): string => node.alias ?? node.name;

/** Generates the writer of a fetch. @returns the writer and its source, for `graph explain`. */
export function compileRepresentation(fetch: FetchNode, conditions: TypeConditions): { write: RepresentationWriter; source: string } {
  const writing: Writing = { conditions, sets: new Map(), rewrites: fetch.inputRewrites ?? [], counter: 0 };
  const body = objectCode(fetch.requires ?? [], 'o', writing, []);
  const source = `return function writeRepresentation(o) {\n  try {\n    let typed = false;\n${body.replace(/^/gm, '    ')}\n    return typed ? s + "}" : null;\n  } catch (error) { if (error === MISSING) return null; throw error; }\n};`;
  const scope = Object.fromEntries(writing.sets);
  return { write: makeFunction<RepresentationWriter>(source, { ...scope, J: JSON.stringify, MISSING: { missing: true } }), source };
}

/** Statements that leave the text of an object in `s` (opened, not closed). */
function objectCode(selections: readonly QueryPlanSelectionNode[], object: string, writing: Writing, path: string[]): string {
  const lines = [`let s = "{", first = true;`];
  lines.push(...selections.map((node) => selectionCode(node, object, writing, path)));
  return lines.join('\n');
}

function selectionCode(node: QueryPlanSelectionNode, object: string, writing: Writing, path: string[]): string {
  if (node.kind === 'Field') return fieldCode(node, object, writing, path);
  const condition = node.typeCondition;
  if (!condition) return node.selections.map((n) => selectionCode(n, object, writing, path)).join('\n');
  const set = `T_${condition}`;
  safeName(condition);
  writing.sets.set(set, writing.conditions(condition));
  const inner = node.selections.map((n) => selectionCode(n, object, writing, [...path, `... on ${condition}`])).join('\n');
  return `if (${set}.has(${object}.__typename)) {\n${inner}\n}`;
}

function fieldCode(node: QueryPlanFieldNode, object: string, writing: Writing, path: string[]): string {
  const key = keyOf(node);
  const here = [...path, key];
  const written = writing.rewrites.find((r) => r.kind === 'KeyRenamer' && samePath(r.path, here));
  const outKey = written?.kind === 'KeyRenamer' ? written.renameKeyTo : key;
  const setter = writing.rewrites.find((r) => r.kind === 'ValueSetter' && samePath(r.path, here));
  const v = `v${(writing.counter += 1)}`;
  const prefix = `s += (first ? "" : ",") + ${literal(`${JSON.stringify(outKey)}:`)}; first = false;`;
  const typed = key === '__typename' && path.every((p) => p.startsWith('... on ')) ? ' typed = true;' : '';
  const value = setter?.kind === 'ValueSetter' ? literal(JSON.stringify(setter.setValueTo)) : valueCode(node, v, writing, here);
  return `const ${v} = ${object}[${safeName(key)}];\nif (${v} === undefined) return null;\n${prefix}${typed}\ns += ${value};`;
}

/** An expression for a value: leaf, object, or list of either. A required part that is missing makes the whole impossible. */
function valueCode(node: QueryPlanFieldNode, v: string, writing: Writing, path: string[]): string {
  if (!node.selections?.length) return `J(${v})`;
  const inner = objectCode(node.selections, 'o', writing, path).replaceAll('return null;', 'throw MISSING;').replace(/^/gm, '    ');
  return `(function w(o) {
    if (o === null) return "null";
    if (Array.isArray(o)) { let t = "["; for (let i = 0; i < o.length; i++) t += (i ? "," : "") + w(o[i]); return t + "]"; }
    let typed = false;
${inner}
    return s + "}";
  })(${v})`;
}

const samePath = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((part, i) => part === b[i]);
