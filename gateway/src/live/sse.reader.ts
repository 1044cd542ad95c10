/** One server-sent event. Comments (heartbeats) are events without a name and without data. */
export interface ServerEvent {
  readonly event: string;
  readonly data: string;
  readonly id: string | null;
}

/** An event may have this many characters; a stream that sends more is no stream of ours. */
const LONGEST = 16 * 1024 * 1024;

/** Reads server-sent events from chunks of text as they come: lines end with LF, CR LF or CR, wherever a chunk is cut. */
export class EventReader {
  #rest = '';

  /** Events that are complete with this chunk. @throws Error when one is too long */
  read(chunk: string): ServerEvent[] {
    // A CR at the very end may be half of a CR LF: it waits for the next chunk.
    const text = this.#rest + chunk;
    const isCut = text.endsWith('\r');
    const blocks = (isCut ? text.slice(0, -1) : text).replaceAll(/\r\n?/g, '\n').split('\n\n');
    this.#rest = blocks.pop()! + (isCut ? '\r' : '');
    if (this.#rest.length > LONGEST) throw new Error(`an event of more than ${LONGEST} characters`);
    return blocks.filter((block) => block !== '').map(eventOf);
  }
}

function eventOf(block: string): ServerEvent {
  let event = '';
  let id: string | null = null;
  const data: string[] = [];
  for (const line of block.split('\n')) {
    const colon = line.indexOf(':');
    if (colon === 0) continue;
    const name = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(line[colon + 1] === ' ' ? colon + 2 : colon + 1);
    if (name === 'event') event = value;
    else if (name === 'data') data.push(value);
    else if (name === 'id' && !value.includes('\0')) id = value;
  }
  return { event, data: data.join('\n'), id };
}
