import { request, type IncomingMessage } from 'node:http';
import { EventReader } from '../sse.reader.js';

export interface StreamEvent {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests read answers of many shapes
  data: any;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- so do they of extensions
  errors?: { message: string; path?: (string | number)[]; extensions: Record<string, any> }[];
  extensions?: { position?: string };
  id?: string;
}

/** A stream as its reader sees it. */
export interface Stream {
  /** The next event; null = complete, or the line is gone. */
  next(): Promise<StreamEvent | null>;
  pause(): void;
  resume(): void;
  close(): void;
}

/** Opens a stream of events. @throws with status and answer when it does not open */
export async function openStream(url: string, body: object, headers: Record<string, string> = {}): Promise<Stream> {
  const sent = request(url, {
    method: 'POST',
    agent: false,
    headers: { 'content-type': 'application/json', accept: 'text/event-stream', ...headers },
  });
  sent.end(JSON.stringify(body));
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    sent.once('response', resolve);
    sent.once('error', reject);
  });
  response.setEncoding('utf8');
  if (response.statusCode !== 200) throw new Error(`${response.statusCode} ${await textOf(response)}`);
  sent.on('error', () => undefined);
  return new Reading(response);
}

class Reading implements Stream {
  readonly #events: (StreamEvent | null)[] = [];
  readonly #reader = new EventReader();
  #wake: () => void = () => undefined;

  constructor(private readonly response: IncomingMessage) {
    response.on('data', (chunk: string) => {
      for (const { event, data, id } of this.#reader.read(chunk)) {
        if (event === 'complete') this.#take(null);
        else if (event === 'next') this.#take({ ...(JSON.parse(data) as StreamEvent), ...(id === null ? {} : { id }) });
      }
    });
    response.on('close', () => this.#take(null));
    response.on('error', () => undefined);
  }

  async next(): Promise<StreamEvent | null> {
    while (this.#events.length === 0) await new Promise<void>((resolve) => (this.#wake = resolve));
    return this.#events[0] === null ? null : this.#events.shift()!;
  }

  pause(): void {
    this.response.pause();
  }

  resume(): void {
    this.response.resume();
  }

  close(): void {
    this.response.destroy();
  }

  #take(event: StreamEvent | null): void {
    this.#events.push(event);
    this.#wake();
  }
}

async function textOf(response: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of response as AsyncIterable<string>) text += chunk;
  return text;
}
