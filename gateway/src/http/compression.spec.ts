import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { compressed, COMPRESSION_FROM, encodingOf } from './compression.js';

describe('packing of answers', () => {
  const long = '{"data":"ố"}'.repeat(COMPRESSION_FROM / 10);

  it('packs what is long, as the caller takes it, and gives back the same text', async () => {
    const [brotli, zipped] = await Promise.all([compressed(long, 'gzip, deflate, br'), compressed(long, 'gzip')]);
    expect([brotli?.encoding, brotliDecompressSync(brotli!.bytes).toString()]).toEqual(['br', long]);
    expect([zipped?.encoding, gunzipSync(zipped!.bytes).toString()]).toEqual(['gzip', long]);
    expect(brotli!.bytes.length).toBeLessThan(long.length / 10);
  });

  it('leaves what is short, and what a caller wants as it is', () => {
    expect([compressed('{"data":null}', 'br'), compressed(long, undefined), compressed(long, 'identity')]).toEqual([null, null, null]);
  });

  it.each([
    ['br;q=0, gzip', 'gzip'],
    ['gzip;q=0.5, br;q=0.4', 'gzip'],
    ['*', 'br'],
    ['*;q=0', null],
    ['deflate', null],
    ['GZIP', 'gzip'],
  ])('reads %s as %s', (header, encoding) => expect(encodingOf(header)).toBe(encoding));
});
