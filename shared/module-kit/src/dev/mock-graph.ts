import { createHash } from 'node:crypto';
import {
  buildSchema,
  execute,
  type ExecutionResult,
  getNamedType,
  getNullableType,
  GraphQLError,
  type GraphQLFieldResolver,
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  isEnumType,
  isListType,
  isScalarType,
  parse,
  validate,
} from 'graphql';

/** Examples by type of the graph, taken in turn; fields they lack are made up. */
export type Examples = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

interface Made {
  readonly __typename: string;
  /** Where in the answer it stands: the same place gets the same values in every answer. */
  readonly __place: string;
  readonly [field: string]: unknown;
}

const ROWS = 4;

/**
 * A graph without a server: every field of the schema answers with a value of its type, the same one each time. Examples make
 * it speak of real things. It knows no rules: what it accepts, the real graph may refuse.
 */
export class MockGraph {
  readonly #schema: GraphQLSchema;

  constructor(
    sdl: string,
    private readonly examples: () => Examples,
  ) {
    this.#schema = buildSchema(sdl, { assumeValidSDL: true });
  }

  async answer(query: string, variables: Readonly<Record<string, unknown>>, operationName?: string): Promise<ExecutionResult> {
    const document = parse(query);
    const errors = validate(this.#schema, document);
    if (errors.length > 0)
      return { errors: errors.map((error) => new GraphQLError(error.message, { extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } })) };
    return execute({
      schema: this.#schema,
      document,
      variableValues: variables,
      ...(operationName ? { operationName } : {}),
      fieldResolver: this.#resolve,
      typeResolver: (value) => (value as Made).__typename,
    });
  }

  readonly #resolve: GraphQLFieldResolver<unknown, unknown> = (source, args, _context, info) => {
    const made = source as Made | undefined;
    const place = `${made?.__place ?? ''}/${info.fieldName}`;
    const given = made?.[info.fieldName];
    if (given !== undefined) return this.#completed(given, info.returnType, place);
    return this.#make(info.returnType, place, args as Record<string, unknown>);
  };

  /** What an example leaves out is made up, to any depth. */
  #completed(given: unknown, type: GraphQLOutputType, place: string): unknown {
    if (Array.isArray(given)) return given.map((item, at) => this.#completed(item, type, `${place}/${at}`));
    if (typeof given !== 'object' || given === null || isScalarType(getNamedType(type))) return given;
    return { __typename: this.#concrete(type), ...given, __place: place };
  }

  #make(type: GraphQLOutputType, place: string, args: Readonly<Record<string, unknown>>): unknown {
    const inner = getNullableType(type);
    if (isListType(inner)) return Array.from({ length: ROWS }, (_unused, at) => this.#make(inner.ofType, `${place}/${at}`, {}));
    const named = getNamedType(inner);
    if (isEnumType(named)) return pick(named.getValues(), place).value;
    if (isScalarType(named)) return scalar(named.name, place);
    return this.#connection(this.#concrete(named), place, args) ?? this.#object(this.#concrete(named), place);
  }

  /** Pages agree with themselves: `totalCount` counts `nodes`, and a search finds what it names. */
  #connection(name: string, place: string, args: Readonly<Record<string, unknown>>): Made | null {
    const item = /^(\w+)Connection$/.exec(name)?.[1];
    if (!item) return null;
    const rows = this.examples()[item]?.length ?? ROWS;
    const all = Array.from({ length: rows }, (_unused, at) => this.#object(item, `${place}/nodes/${at}`));
    const search = typeof args['search'] === 'string' ? plain(args['search']) : '';
    const nodes = search
      ? all.filter((node) => Object.values(node).some((value) => typeof value === 'string' && plain(value).includes(search)))
      : all;
    const edges = nodes.map((node, at) => ({ __typename: `${item}Edge`, __place: `${place}/edges/${at}`, node, cursor: String(at) }));
    const pageInfo = { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null };
    return { __typename: name, __place: place, nodes, edges, totalCount: nodes.length, pageInfo };
  }

  #object(name: string, place: string): Made {
    const examples = this.examples()[name] ?? [];
    const at = Number(/(\d+)$/.exec(place)?.[1] ?? number(place));
    const example = examples.length > 0 ? examples[at % examples.length] : undefined;
    return { id: `${name.toLowerCase()}-${example ? at % examples.length : number(place)}`, ...example, __typename: name, __place: place };
  }

  /** Of a union the answer that is no refusal. */
  #concrete(type: GraphQLOutputType): string {
    const named = getNamedType(type);
    if (!isAbstractType(named)) return named.name;
    const possible = this.#schema.getPossibleTypes(named);
    return (possible.find(({ name }) => !/Refus/.test(name)) ?? possible[0])?.name ?? named.name;
  }
}

/** A small number that depends on the place alone. */
function number(place: string): number {
  return createHash('sha1').update(place).digest().readUInt16BE(0) % 100;
}

const pick = <Item>(items: readonly Item[], place: string): Item => items[number(place) % items.length]!;

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll(/[đĐ]/g, 'd').toLowerCase();

const WORDS: readonly [RegExp, readonly string[]][] = [
  [/fullName|personName|signerName|memberName/, ['Nguyễn Thị Mai', 'Trần Văn Bình', 'Lê Minh Hòa', 'Phạm Quốc Huy']],
  [/shortName|code$/i, ['SKHCN', 'STC', 'SNV', 'UBND']],
  [/name$/i, ['Sở Khoa học và Công nghệ', 'Sở Tài chính', 'Sở Nội vụ', 'UBND tỉnh']],
  [/title$/i, ['Kế hoạch thi đua năm 2025', 'Phong trào chuyển đổi số', 'Thi đua cải cách hành chính']],
  [/period/i, ['2021 – 2025', 'năm 2025', '2023 – 2030']],
  [/url$/i, ['/']],
];

function scalar(type: string, place: string): unknown {
  const field = place.split('/').findLast((part) => !/^\d+$/.test(part)) ?? '';
  switch (type) {
    case 'Int':
      return number(place);
    case 'Float':
      return number(place) / 10;
    case 'Boolean':
      return !/^(?:has|failed|behind)/.test(field);
    case 'ID':
      return `id-${number(place)}`;
    case 'LocalDate':
      return '2025-12-15';
    case 'DateTime':
      return '2025-12-15T09:00:00+07:00';
    case 'String':
      return pick(WORDS.find(([pattern]) => pattern.test(field))?.[1] ?? [`${field} ${number(place)}`], place);
    default:
      return String(number(place));
  }
}
