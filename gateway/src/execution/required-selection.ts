import type { QueryPlanSelectionNode } from '@apollo/query-planner';
import type { TypeConditions } from './type-conditions.js';
import { isObject, mergeInto, own, type Json, type JsonObject } from './values.js';

/**
 * Picks what a fetch requires of an object. A field that is missing makes its own fragment impossible, not the others:
 * of two key fragments one may have been skipped with the field it belonged to.
 * @returns null when a field outside any fragment is missing
 */
export function selectRequired(
  source: JsonObject,
  selections: readonly QueryPlanSelectionNode[],
  conditions: TypeConditions,
): JsonObject | null {
  const result: JsonObject = {};
  for (const node of selections) {
    if (node.kind === 'Field') {
      const key = node.alias ?? node.name;
      const value = own(source, key);
      if (value === undefined || key === '__proto__') return null;
      result[key] = node.selections?.length ? below(value, node.selections, conditions) : value;
    } else if (!node.typeCondition || conditions(node.typeCondition).has(String(source['__typename']))) {
      const part = selectRequired(source, node.selections, conditions);
      if (part) mergeInto(result, part);
    }
  }
  return result;
}

function below(value: Json, selections: readonly QueryPlanSelectionNode[], conditions: TypeConditions): Json {
  if (Array.isArray(value)) return value.map((item) => below(item, selections, conditions));
  return isObject(value) ? selectRequired(value, selections, conditions) : value;
}
