import type { GraphQLFormattedError } from 'graphql';

/**
 * `data` of an answer whose text is ready. Apollo Server carries it through its pipeline as any object; `stringifyAnswer`
 * puts the text into the response without parsing it. Plugins that look inside get the parsed value from `toJSON`.
 */
export class ReadyData {
  /** The whole answer as it is sent when there is nothing but data. */
  readonly answer: string;

  constructor(text: string) {
    const answer = `{"data":${text}}`;
    // Makes one flat string of it, at once: a rope of thousands of pieces is what the collector would copy again and again.
    answer.charCodeAt(0);
    this.answer = answer;
  }

  toJSON(): unknown {
    return (JSON.parse(this.answer) as { data: unknown }).data;
  }
}

export interface Result {
  data?: unknown;
  errors?: readonly GraphQLFormattedError[];
  extensions?: Record<string, unknown>;
}

/** Apollo Server's `stringifyResult`: the ready text where there is one. */
export function stringifyAnswer(result: Result): string {
  const { data, errors, extensions } = result;
  if (!(data instanceof ReadyData)) return JSON.stringify(result);
  const isExtended = extensions && Object.keys(extensions).length > 0;
  if (!errors?.length && !isExtended) return data.answer;
  const head = errors?.length ? `{"errors":${JSON.stringify(errors)},` : '{';
  return isExtended ? `${head}${data.answer.slice(1, -1)},"extensions":${JSON.stringify(extensions)}}` : head + data.answer.slice(1);
}
