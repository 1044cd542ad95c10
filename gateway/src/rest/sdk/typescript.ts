import type { Facade } from '../openapi.js';
import type { JsonSchema } from '../json.schema.js';

/** Declarations of a client's operations: one method each, typed by what it takes and gives. */
export function declarations({ operations, components, client }: Facade): string {
  const inputs = [...components].map(([name, schema]) => `${comment(schema.description, '')}export type ${name} = ${typeOf(schema, '')};`);
  const types = operations.flatMap(({ name, variables, data }) => [
    `export type ${capital(name)}Variables = ${typeOf(variables, '')};`,
    `export type ${capital(name)}Data = ${typeOf(data, '')};`,
  ]);
  const methods = operations.map(({ name, summary, variables }) => {
    const given = (variables.required ?? []).length > 0 ? 'variables' : 'variables?';
    return `${comment(summary, '  ')}  ${camel(name)}(${given}: ${capital(name)}Variables, options?: CallOptions): Promise<Answer<${capital(name)}Data>>;`;
  });
  return [
    "import type { Answer, CallOptions, ClientOptions } from './runtime.js';",
    "export { GraphFault, type Answer, type CallOptions, type ClientOptions, type GraphError } from './runtime.js';",
    '',
    ...inputs,
    ...types,
    '',
    `/** Operations that ${client} registered. */`,
    `export interface Client {\n${methods.join('\n')}\n}`,
    '',
    'export declare function createClient(options: ClientOptions): Client;',
    '',
  ].join('\n');
}

/** A JSON Schema as a TypeScript type. */
export function typeOf(schema: JsonSchema, indent: string): string {
  if (schema.$ref) return schema.$ref.split('/').at(-1)!;
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  if (schema.anyOf) return schema.anyOf.map((one) => typeOf(one, indent)).join(' | ');
  if (schema.type === 'array') return `ReadonlyArray<${typeOf(schema.items ?? {}, indent)}>`;
  if (schema.type === 'object') return objectType(schema, indent);
  if (schema.type === 'integer') return 'number';
  return schema.type ?? 'unknown';
}

function objectType({ properties = {}, required = [] }: JsonSchema, indent: string): string {
  const inner = `${indent}  `;
  const lines = Object.entries(properties).map(
    ([name, schema]) =>
      `${comment(schema.description, inner)}${inner}readonly ${name}${required.includes(name) ? '' : '?'}: ${typeOf(schema, inner)};`,
  );
  return lines.length > 0 ? `{\n${lines.join('\n')}\n${indent}}` : 'Readonly<Record<string, never>>';
}

const comment = (text: string | undefined, indent: string): string =>
  text ? `${indent}/** ${text.replaceAll('*/', '*\\/').replaceAll(/\s+/g, ' ').trim()} */\n` : '';

const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
/** Name of the method for an operation. */
export const camel = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);
