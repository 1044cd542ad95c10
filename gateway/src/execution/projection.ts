import {
  getNullableType,
  isEnumType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLLeafType,
  type GraphQLOutputType,
} from 'graphql';
import { literal, makeFunction, safeName } from './code.js';
import type { Shape, ShapeField, When } from './shape.js';
import type { JsonObject } from './values.js';

/** Texts of lists that several objects share, by list and the function that wrote them. */
export type Written = Map<unknown, { by: number; text: string }>;

/**
 * Data of the subgraphs → the client's answer as JSON text. Throws `ANOMALY` when something needs the interpreter's care.
 * `written` is null where no objects share lists.
 */
export type Projection = (data: JsonObject, variables: Record<string, unknown>, written: Written | null) => string;

/** A null where none may be, a bad leaf, an unknown type: the interpreter decides what the client sees. */
export const ANOMALY = { anomaly: true } as const;

/** Writes one function per shape; reads like the answer it makes. @throws UnsafeName when the operation cannot be generated */
export function compileProjection(root: Shape): { project: Projection; source: string } {
  const writer = new ProjectionWriter();
  writer.shape(root);
  const source = `${writer.text()}\nreturn function project(data, v, w) {\n${writer.conditionText()}  return p${root.id}(data, [${writer.conditionNames()}], w);\n};`;
  return { project: makeFunction<Projection>(source, { J: JSON.stringify, bail, ...writer.scope }), source };
}

function bail(): never {
  throw ANOMALY;
}

class ProjectionWriter {
  readonly scope: Record<string, unknown> = {};
  private readonly functions = new Map<number, string>();
  private readonly conditions = new Map<string, number>();
  private helpers = 0;

  text(): string {
    return [...this.functions.values()].join('\n');
  }

  conditionText(): string {
    return [...this.conditions].map(([code, i]) => `  const c${i} = ${code};\n`).join('');
  }

  conditionNames(): string {
    return [...this.conditions.values()].map((i) => `c${i}`).join(', ');
  }

  shape(shape: Shape): void {
    if (this.functions.has(shape.id)) return;
    this.functions.set(shape.id, '');
    const always = shape.fields.every((field) => field.when === null);
    const body = always ? this.plainBody(shape) : this.conditionalBody(shape);
    this.functions.set(shape.id, `// ${shape.typeName}\nfunction p${shape.id}(o, c, w) {\n${body}\n}`);
  }

  private plainBody(shape: Shape): string {
    if (shape.fields.length === 0) return '  return "{}";';
    const parts = shape.fields.map(
      (field, i) => `${literal(`${i === 0 ? '{' : ','}${JSON.stringify(field.key)}:`)} + ${this.fieldCode(shape, field)}`,
    );
    return `  return ${parts.join('\n    + ')} + "}";`;
  }

  private conditionalBody(shape: Shape): string {
    const parts = shape.fields.map((field) => {
      const add = `s += (s === "{" ? "" : ",") + ${literal(`${JSON.stringify(field.key)}:`)} + ${this.fieldCode(shape, field)};`;
      return field.when === null ? `  ${add}` : `  if (c[${this.condition(field.when)}]) ${add}`;
    });
    return `  let s = "{";\n${parts.join('\n')}\n  return s + "}";`;
  }

  private condition(when: NonNullable<When>): number {
    const code = when
      .map((all) => `(${all.map(({ variable, want }) => `v[${safeName(variable)}] ${want ? '===' : '!=='} true`).join(' && ')})`)
      .join(' || ');
    const known = this.conditions.get(code) ?? this.conditions.size;
    this.conditions.set(code, known);
    return known;
  }

  private fieldCode(shape: Shape, field: ShapeField): string {
    safeName(field.key);
    if (field.type === null) return literal(JSON.stringify(shape.typeName));
    return this.valueCode(field.type, field, `o[${safeName(field.source)}]`);
  }

  private valueCode(type: GraphQLOutputType, field: ShapeField, value: string): string {
    const id = (this.helpers += 1);
    const name = `x${id}`;
    const code = this.presentCode(getNullableType(type), field, name);
    const otherwise = isNonNullType(type) ? 'bail()' : '"null"';
    this.functions.set(
      -id,
      `function ${name}f(${name}, c, w) { return ${name} === null || ${name} === undefined ? ${otherwise} : ${code}; }`,
    );
    return `${name}f(${value}, c, w)`;
  }

  private presentCode(type: GraphQLOutputType, field: ShapeField, value: string): string {
    if (isListType(type)) return this.listCode(type.ofType, field, value);
    if (isLeafType(type)) return this.leafCode(type, value);
    for (const shape of field.below.values()) this.shape(shape);
    const guard = (code: string): string => `(typeof ${value} === "object" && !Array.isArray(${value}) ? ${code} : bail())`;
    if (isObjectType(type)) {
      const shape = field.below.get(type.name)!;
      return guard(`p${shape.id}(${value}, c, w)`);
    }
    const cases = [...field.below]
      .map(([name, shape]) => `${value}.__typename === ${safeName(name)} ? p${shape.id}(${value}, c, w) : `)
      .join('');
    return guard(`(${cases}bail())`);
  }

  private listCode(item: GraphQLOutputType, field: ShapeField, value: string): string {
    const id = (this.helpers += 1);
    const name = `l${id}`;
    const inner = this.valueCode(item, field, 'a[i]');
    const [known, keep] =
      field.below.size === 0
        ? ['', '']
        : [
            ` if (w !== null) { const k = w.get(a); if (k !== undefined && k.by === ${id}) return k.text; }`,
            ` if (w !== null) w.set(a, { by: ${id}, text: t });`,
          ];
    this.functions.set(
      -id,
      `function ${name}(a, c, w) { if (!Array.isArray(a)) bail();${known} let t = "["; for (let i = 0; i < a.length; i++) t += (i === 0 ? "" : ",") + ${inner}; t += "]";${keep} return t; }`,
    );
    return `${name}(${value}, c, w)`;
  }

  private leafCode(type: GraphQLLeafType, value: string): string {
    if (isEnumType(type)) {
      safeName(type.name);
      const set = `E_${type.name}`;
      this.scope[set] = new Set(type.getValues().map((v) => v.name));
      return `(${set}.has(${value}) ? J(${value}) : bail())`;
    }
    switch (type.name) {
      case 'String':
        return `(typeof ${value} === "string" ? J(${value}) : bail())`;
      case 'ID':
        return `(typeof ${value} === "string" ? J(${value}) : Number.isInteger(${value}) ? '"' + ${value} + '"' : bail())`;
      case 'Int':
        return `(Number.isInteger(${value}) && ${value} <= 2147483647 && ${value} >= -2147483648 ? "" + ${value} : bail())`;
      case 'Float':
        return `(typeof ${value} === "number" && Number.isFinite(${value}) ? J(${value}) : bail())`;
      case 'Boolean':
        return `(${value} === true ? "true" : ${value} === false ? "false" : bail())`;
      default:
        return `J(${value})`;
    }
  }
}
