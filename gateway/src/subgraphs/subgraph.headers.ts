import { HEADERS, READS_HEADER } from '@thidua/contracts';
import type { GatewayContext } from '../graph/graph.engine.js';
import type { Assert } from './assertions.js';

const CONTENT = ['content-type', 'application/json', 'accept', 'application/json'] as const;

interface Made {
  word: Promise<string>;
  /** Null while the word is being signed. */
  headers: readonly string[] | null;
}

/** Tells a subgraph who asks and in which language. The same array for the same caller: what is made of it is kept with it. */
export type HeadersOf = (service: string, context: GatewayContext) => readonly string[] | Promise<readonly string[]>;

/** @param assert null = the gateway alone: nothing is asserted. @param reads ask what answers rest on */
export function subgraphHeaders(assert: Assert | null, reads = false): HeadersOf {
  const asking = reads ? [READS_HEADER, '1'] : [];
  if (!assert) {
    const plain = { vi: [...CONTENT, 'accept-language', 'vi'], en: [...CONTENT, 'accept-language', 'en'] };
    return (_service, { locale }) => plain[locale];
  }
  const made = new WeakMap<GatewayContext['actor'], Map<string, Made>>();
  return (service, { actor, locale }) => {
    let own = made.get(actor);
    if (!own) made.set(actor, (own = new Map()));
    const key = `${locale} ${service}`;
    const word = assert(service, actor);
    const known = own.get(key);
    if (known?.word === word && known.headers) return known.headers;
    const entry: Made = { word, headers: null };
    own.set(key, entry);
    return word.then((text) => (entry.headers ??= [...CONTENT, 'accept-language', locale, HEADERS.assertion, text, ...asking]));
  };
}
