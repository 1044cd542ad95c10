import type { GraphQLSchema } from 'graphql';
import type { ClientOperation } from './client.operations.js';
import type { Components, JsonSchema } from './json.schema.js';
import { formOf, type OperationForm } from './operation.form.js';

/** Everything an integrator registered, as it can be called. */
export interface Facade {
  readonly client: string;
  /** Number of the graph it was made for. */
  readonly version: number;
  readonly operations: readonly OperationForm[];
  readonly components: Components;
}

export function facadeOf(client: string, version: number, schema: GraphQLSchema, operations: Iterable<ClientOperation>): Facade {
  const components: Components = new Map();
  const forms = [...operations].flatMap((operation) => formOf(schema, operation, components) ?? []);
  return { client, version, operations: forms, components };
}

const ERROR: JsonSchema = {
  type: 'object',
  properties: {
    message: { type: 'string' },
    path: { type: 'array', items: { anyOf: [{ type: 'string' }, { type: 'integer' }] } },
    extensions: { type: 'object', properties: { code: { type: 'string' } } },
  },
  required: ['message'],
};
const REFUSALS = {
  '400': 'Biến không hợp lệ. / Variables are not valid.',
  '401': 'Thiếu hoặc sai mã truy cập. / No or bad token.',
  '403': 'Không có quyền. / Not allowed.',
  '404': 'Hệ thống này chưa đăng ký thao tác ấy. / This client registered no such operation.',
  '429': 'Vượt hạn mức; xem retry-after. / Beyond the quota; see retry-after.',
};

/** OpenAPI 3.1 of a client's registered operations: each is `POST /rest/<name>` with its variables as body. */
export function openApi({ client, version, operations, components }: Facade): Record<string, unknown> {
  const errors: JsonSchema = { type: 'array', items: ERROR };
  return {
    openapi: '3.1.0',
    info: {
      title: `Thi Đua · ${client}`,
      version: String(version),
      description: 'Thao tác đã đăng ký của hệ thống tích hợp. / Registered operations of an integrator.',
    },
    servers: [{ url: '/' }],
    security: [{ token: [] }],
    paths: Object.fromEntries(operations.map((form) => [`/rest/${form.name}`, { post: pathOf(form, errors) }])),
    components: {
      schemas: Object.fromEntries(components),
      securitySchemes: { token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    },
  };
}

function pathOf({ name, summary, variables, data }: OperationForm, errors: JsonSchema): Record<string, unknown> {
  const json = (schema: JsonSchema): Record<string, unknown> => ({ content: { 'application/json': { schema } } });
  const answer: JsonSchema = { type: 'object', properties: { data: { anyOf: [data, { type: 'null' }] }, errors } };
  const refused: JsonSchema = { type: 'object', properties: { errors }, required: ['errors'] };
  return {
    operationId: name,
    summary,
    requestBody: { required: (variables.required ?? []).length > 0, ...json(variables) },
    responses: {
      '200': {
        description: 'Dữ liệu; phần không lấy được là null, lý do ở errors. / Data; what could not be had is null, the reason in errors.',
        ...json(answer),
      },
      ...Object.fromEntries(Object.entries(REFUSALS).map(([status, description]) => [status, { description, ...json(refused) }])),
    },
  };
}
