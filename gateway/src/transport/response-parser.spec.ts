import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ResponseParser, type ParsedReply } from './response-parser.js';
import { WireFailure, type FailureKind } from './wire.js';

const LIMIT = 10_000;

function parse(pieces: readonly (string | Buffer)[], end = false): ParsedReply[] {
  const replies: ParsedReply[] = [];
  const parser = new ResponseParser(LIMIT, (reply) => replies.push(reply));
  // One buffer for all reads, as the connection has it: what is kept must have been copied.
  const shared = Buffer.alloc(64 * 1024);
  for (const piece of pieces) {
    const bytes = Buffer.from(piece as string);
    bytes.copy(shared);
    parser.push(shared.subarray(0, bytes.length));
    shared.fill(0x58);
  }
  if (end) parser.end();
  return replies;
}

function failureOf(pieces: readonly string[], end = false): FailureKind | null {
  try {
    parse(pieces, end);
    return null;
  } catch (failure) {
    if (!(failure instanceof WireFailure)) throw failure;
    return failure.kind;
  }
}

const fixed = (body: string, headers = ''): string =>
  `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n${headers}Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
const chunked = (...chunks: string[]): string =>
  `HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n${chunks.map((c) => `${Buffer.byteLength(c).toString(16)}\r\n${c}\r\n`).join('')}0\r\nx-trailer: 1\r\n\r\n`;

describe('reading answers', () => {
  it('reads status, headers in any case, and a body with Vietnamese and emoji', () => {
    const [reply] = parse([fixed('{"tên":"Bình 🎉"}', 'X-SQL-Statements: 4\r\n')]);
    expect(reply).toMatchObject({ status: 200, body: '{"tên":"Bình 🎉"}', closes: false });
    expect([reply!.header('x-sql-statements'), reply!.header('x-none')]).toEqual(['4', undefined]);
  });

  it('gives the same answers however the bytes are cut, one byte at a time and several answers in one piece', () => {
    const bodies = ['{"data":{"tên":"ố"}}', '', '{"b":2}', '🎉'.repeat(50), '{}'];
    const bytes = Buffer.from(
      fixed(bodies[0]!) + fixed('') + chunked('{"b"', ':2}') + chunked(...'🎉'.repeat(50).match(/.{2}/gu)!) + fixed('{}'),
    );
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 400 }), (lengths) => {
        const pieces: Buffer[] = [];
        for (let at = 0, i = 0; at < bytes.length; i += 1) {
          const length = lengths[i % lengths.length]!;
          pieces.push(bytes.subarray(at, at + length));
          at += length;
        }
        expect(parse(pieces).map((reply) => reply.body)).toEqual(bodies);
      }),
      { numRuns: 100 },
    );
  });

  it('reads until the end where neither length nor chunks are stated, and passes over 100 Continue', () => {
    expect(parse(['HTTP/1.0 200 OK\r\n\r\n{"a"', ':1}'], true)).toMatchObject([{ body: '{"a":1}', closes: true }]);
    expect(parse(['HTTP/1.1 100 Continue\r\n\r\n', fixed('x')])).toMatchObject([{ body: 'x' }]);
    expect(parse(['HTTP/1.1 204 No Content\r\n\r\n', fixed('x', 'Connection: close\r\n')])).toMatchObject([
      { status: 204, body: '' },
      { body: 'x', closes: true },
    ]);
  });

  it.each<[string, FailureKind, string[], boolean?]>([
    ['garbage', 'malformed', ['\u0016\u0003\u0001 not http']],
    ['a head that never ends', 'malformed', [`HTTP/1.1 200 OK\r\nx: ${'a'.repeat(20_000)}`]],
    ['a content-length that is no number', 'malformed', ['HTTP/1.1 200 OK\r\ncontent-length: 5, 5\r\n\r\nhello']],
    ['a negative content-length', 'malformed', ['HTTP/1.1 200 OK\r\ncontent-length: -1\r\n\r\n']],
    ['two content-lengths', 'malformed', ['HTTP/1.1 200 OK\r\ncontent-length: 5\r\ncontent-length: 6\r\n\r\nhello']],
    [
      'a content-length beside chunks',
      'malformed',
      ['HTTP/1.1 200 OK\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n'],
    ],
    ['a coding we do not read', 'malformed', ['HTTP/1.1 200 OK\r\ntransfer-encoding: gzip, chunked\r\n\r\n']],
    ['a chunk without a size', 'malformed', ['HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n']],
    ['a chunk longer than it says', 'malformed', ['HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n2\r\nabcd\r\n']],
    ['a body longer than it says', 'malformed', ['HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nabcd']],
    ['an announced body beyond the limit', 'too-large', ['HTTP/1.1 200 OK\r\ncontent-length: 10001\r\n\r\n']],
    ['chunks beyond the limit', 'too-large', ['HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n2711\r\n']],
    ['an endless body', 'too-large', ['HTTP/1.1 200 OK\r\n\r\n', 'a'.repeat(9_000), 'a'.repeat(2_000)]],
    ['an end within the head', 'reset', ['HTTP/1.1 200'], true],
    ['an end within the body', 'reset', ['HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\nhel'], true],
    ['an end within a chunk', 'reset', ['HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\nhe'], true],
  ])('does not take %s for an answer', (_what, kind, pieces, end) => {
    expect(failureOf(pieces, end)).toBe(kind);
  });
});
