import type { GraphQLFormattedError } from 'graphql';
import type { Executed } from '../operation/stage.js';

/** An event as its readers get it: text made once, however many they are. */
export class Told {
  /** The payload as JSON. */
  readonly text: string;
  #frame: Buffer | null = null;

  constructor(
    { data, extensions }: Pick<Executed, 'data' | 'extensions'>,
    errors: readonly GraphQLFormattedError[],
    /** Where to go on after it; null where the subgraph has no positions. */
    readonly position: string | null,
    readonly at: number = Date.now(),
  ) {
    const more = position === null ? extensions : { ...extensions, position };
    const text = `{${errors.length > 0 ? `"errors":${JSON.stringify(errors)},` : ''}"data":${data}${more ? `,"extensions":${JSON.stringify(more)}` : ''}}`;
    text.charCodeAt(0); // one flat string, at once
    this.text = text;
  }

  /** As a server-sent event. JSON has no line breaks in it. */
  get frame(): Buffer {
    this.#frame ??= Buffer.from(`event: next\n${this.position === null ? '' : `id: ${this.position}\n`}data: ${this.text}\n\n`);
    return this.#frame;
  }
}
