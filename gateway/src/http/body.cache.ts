import { Recent } from './recent.js';

/** Longer bodies are parsed every time. */
const LONGEST = 16 * 1024;
const CAPACITY = 2 * 1024 * 1024;

/** Parsed bodies by their text: portals and programs ask the same again and again. What is given out is never changed. */
export class BodyCache {
  readonly #recent = new Recent<object>(CAPACITY);

  /** @throws SyntaxError when it is no JSON */
  parse(raw: Buffer): unknown {
    const text = raw.toString('utf8');
    if (text.length > LONGEST) return JSON.parse(text) as unknown;
    const there = this.#recent.get(text);
    if (there) return there;
    const made = JSON.parse(text) as unknown;
    if (typeof made === 'object' && made !== null) this.#recent.set(text, made);
    return made;
  }
}
