import {
  GraphQLError,
  isEnumType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isSpecifiedScalarType,
  type GraphQLFormattedError,
  type GraphQLLeafType,
  type GraphQLOutputType,
} from 'graphql';
import type { Path } from './paths.js';
import { holds, type Shape, type ShapeField } from './shape.js';
import { isObject, own, type Json, type JsonObject } from './values.js';

/** A null that has to travel to the nearest place where one may stand. */
const RISING = Symbol('null rises');
type Completed = Json | typeof RISING;

/**
 * Completes an answer with the full care of the specification: nulls rise from non-null places, bad leaves and unknown
 * types become null with an error. Slower than the generated projection, and the measure for it.
 */
export function complete(
  data: JsonObject,
  root: Shape,
  variables: Record<string, unknown>,
): { data: JsonObject | null; errors: GraphQLFormattedError[] } {
  const errors: GraphQLFormattedError[] = [];
  const report = (message: string, path: Path): void => {
    errors.push({ message, path, extensions: { code: 'INVALID_GRAPHQL' } });
  };

  const completeShape = (object: JsonObject, shape: Shape, path: Path): Completed => {
    const result: JsonObject = Object.create(null) as JsonObject;
    for (const field of shape.fields) {
      if (!holds(field.when, variables)) continue;
      const value =
        field.type === null ? shape.typeName : completeValue(own(object, field.source), field.type, field, shape, [...path, field.key]);
      if (value === RISING) return RISING;
      result[field.key] = value;
    }
    return result;
  };

  const completeValue = (value: Json | undefined, type: GraphQLOutputType, field: ShapeField, parent: Shape, path: Path): Completed => {
    if (isNonNullType(type)) {
      const inner = completeValue(value, type.ofType, field, parent, path);
      if (inner !== null) return inner;
      report(`Cannot return null for non-nullable field ${parent.typeName}.${field.name}.`, path);
      return RISING;
    }
    if (value === null || value === undefined) return null;
    const inner = completePresent(value, type, field, parent, path);
    return inner === RISING ? null : inner;
  };

  const completePresent = (value: Json, type: GraphQLOutputType, field: ShapeField, parent: Shape, path: Path): Completed => {
    if (isListType(type)) {
      if (!Array.isArray(value)) return invalid(field, parent, path);
      const items: Json[] = [];
      for (const [i, item] of value.entries()) {
        const completed = completeValue(item, type.ofType, field, parent, [...path, i]);
        if (completed === RISING) return RISING;
        items.push(completed);
      }
      return items;
    }
    if (isLeafType(type)) return completeLeaf(value, type, field, parent, path);
    if (!isObject(value)) return invalid(field, parent, path);
    const typeName = isObjectType(type) ? type.name : value['__typename'];
    const shape = typeof typeName === 'string' ? field.below.get(typeName) : undefined;
    return shape ? completeShape(value, shape, path) : invalid(field, parent, path);
  };

  const completeLeaf = (value: Json, type: GraphQLLeafType, field: ShapeField, parent: Shape, path: Path): Completed => {
    if (isEnumType(type)) return typeof value === 'string' && type.getValue(value) ? value : invalid(field, parent, path);
    if (!isSpecifiedScalarType(type)) return value;
    try {
      return type.serialize(value) as Json;
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      return invalid(field, parent, path);
    }
  };

  const invalid = (field: ShapeField, parent: Shape, path: Path): null => {
    report(`Invalid value found for field ${parent.typeName}.${field.name}.`, path);
    return null;
  };

  const completed = completeShape(data, root, []);
  return { data: completed === RISING ? null : (completed as JsonObject), errors };
}
