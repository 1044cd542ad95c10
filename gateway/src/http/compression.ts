import { promisify } from 'node:util';
import { brotliCompress, constants, gzip, type BrotliOptions, type ZlibOptions } from 'node:zlib';

/** Shorter answers fit into a few packets: packing them costs more than it saves. In characters of the text. */
export const COMPRESSION_FROM = 8 * 1024;

type Encoding = 'br' | 'gzip';
export interface Packed {
  encoding: Encoding;
  bytes: Buffer;
}

/** Cheap levels: most of the gain for a tenth of the work. */
const BROTLI: BrotliOptions = {
  params: { [constants.BROTLI_PARAM_QUALITY]: 3, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT },
};
const GZIP: ZlibOptions = { level: 2 };
const pack: Record<Encoding, (body: string) => Promise<Buffer>> = {
  br: (body) => promisify<string, BrotliOptions, Buffer>(brotliCompress)(body, BROTLI),
  gzip: (body) => promisify<string, ZlibOptions, Buffer>(gzip)(body, GZIP),
};

/** The body packed in a thread of its own, as the caller takes it; null = as it is (short, or the caller takes none). */
export function compressed(body: string, acceptEncoding: string | undefined): Promise<Packed> | null {
  if (body.length < COMPRESSION_FROM || !acceptEncoding) return null;
  const encoding = encodingOf(acceptEncoding);
  return encoding && pack[encoding](body).then((bytes) => ({ encoding, bytes }));
}

const known = new Map<string, Encoding | null>();
const KNOWN_LIMIT = 100;

/** brotli before gzip where both are equally welcome; `q=0` = not welcome. */
export function encodingOf(acceptEncoding: string): Encoding | null {
  const there = known.get(acceptEncoding);
  if (there !== undefined) return there;
  const quality = new Map<string, number>();
  for (const part of acceptEncoding.toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map((text) => text.trim());
    const q = parameters.find((text) => text.startsWith('q='));
    quality.set(name, q ? Number(q.slice(2)) || 0 : 1);
  }
  const of = (name: Encoding): number => quality.get(name) ?? quality.get('*') ?? 0;
  const best: Encoding = of('gzip') > of('br') ? 'gzip' : 'br';
  const made = of(best) > 0 ? best : null;
  if (known.size >= KNOWN_LIMIT) known.clear();
  known.set(acceptEncoding, made);
  return made;
}
