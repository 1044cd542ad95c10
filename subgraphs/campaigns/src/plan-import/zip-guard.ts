import { inflateRawSync } from 'node:zlib';
import { UnreadableFile } from './unreadable.js';

/** Limits of a Word file: announced sizes are checked first, then every part is inflated under the limit. */
const MAX_PARTS = 2_000;
const MAX_INFLATED = 60 * 1024 * 1024;

interface Part {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

/** Refuses archives with macros or with more content than a document has; returns a reader of the parts that passed. */
export function guardZip(bytes: Buffer): (name: string) => string | null {
  const parts = readDirectory(bytes);
  if (parts.length === 0) throw new UnreadableFile('NOT_A_DOCUMENT');
  if (parts.length > MAX_PARTS || sum(parts) > MAX_INFLATED) throw new UnreadableFile('INFLATES_TOO_FAR');
  if (parts.some((part) => /vbaProject\.bin$|vbaData\.xml$/iu.test(part.name))) throw new UnreadableFile('MACRO_DOCUMENT');
  let left = MAX_INFLATED;
  const contents = new Map<string, Buffer>();
  for (const part of parts) {
    const content = inflate(bytes, part, left);
    left -= content.length;
    if (/\.(?:xml|rels)$/iu.test(part.name)) contents.set(part.name, content);
  }
  const types = contents.get('[Content_Types].xml')?.toString('utf8') ?? '';
  if (/macroEnabled/iu.test(types)) throw new UnreadableFile('MACRO_DOCUMENT');
  return (name) => contents.get(name)?.toString('utf8') ?? null;
}

function sum(parts: readonly Part[]): number {
  return parts.reduce((total, part) => total + part.size, 0);
}

/** The directory stands at the end of the archive; sizes are read without inflating anything. */
function readDirectory(bytes: Buffer): Part[] {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > bytes.length) return [];
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  const parts: Part[] = [];
  while (parts.length < count && at + 46 <= bytes.length && bytes.readUInt32LE(at) === 0x02014b50) {
    const [nameLength, extra, comment] = [bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30), bytes.readUInt16LE(at + 32)];
    parts.push({
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + extra + comment;
  }
  return parts;
}

/** The announced size may lie: the real one is bounded while inflating. */
function inflate(bytes: Buffer, part: Part, limit: number): Buffer {
  if (part.offset + 30 > bytes.length) throw new UnreadableFile('PROTECTED_FILE');
  const from = part.offset + 30 + bytes.readUInt16LE(part.offset + 26) + bytes.readUInt16LE(part.offset + 28);
  const packed = bytes.subarray(from, from + part.packed);
  if (part.method === 0) return packed;
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, limit) });
  } catch (error) {
    const tooFar = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    throw new UnreadableFile(tooFar ? 'INFLATES_TOO_FAR' : 'PROTECTED_FILE');
  }
}
