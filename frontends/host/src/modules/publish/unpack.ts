import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Transform } from 'node:stream';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { Parser, type ReadEntry } from 'tar';
import { PlatformFault } from '../platform.fault.js';

export interface ArchiveLimits {
  /** Of the archive as sent. */
  readonly packedBytes: number;
  readonly totalBytes: number;
  readonly fileBytes: number;
  readonly files: number;
}

const NAME = /^[\w@+~-][\w@+~.-]*(?:\/[\w@+~-][\w@+~.-]*)*$/;
const NAME_LENGTH = 200;
const BYTES_AROUND_FILE = 4096;

/**
 * Writes the files of a `tar.gz` into an empty folder while it arrives; nothing but plain files with plain names gets out of it.
 * @throws PlatformFault 413 beyond a limit, 422 for links, devices, names that climb out or stand twice, and for what is no archive.
 */
export async function unpack(archive: Readable, folder: string, limits: ArchiveLimits): Promise<void> {
  const writing: Promise<void>[] = [];
  // Headers and folders weigh too: an archive of nothing else must end as well.
  const most = limits.totalBytes + limits.files * BYTES_AROUND_FILE;
  const reader = new EntryReader(folder, limits);
  let failure: Error | null = null;
  const parser = new Parser({ strict: true, gzip: false, brotli: false, zstd: false } as ConstructorParameters<typeof Parser>[0]);
  const stop = (error: Error): void => {
    failure ??= error;
    parser.abort(failure);
  };
  parser.on('entry', (entry: ReadEntry) => {
    try {
      if (failure) return void entry.resume();
      const path = reader.accept(entry);
      if (path === null) return void entry.resume();
      const chunks: Buffer[] = [];
      entry.on('data', (chunk: Buffer) => chunks.push(chunk));
      // A file that is cut off never ends: only whole ones are written, and only those are waited for.
      entry.on('end', () => {
        const written = reader.write(path, Buffer.concat(chunks));
        written.catch(stop);
        writing.push(written);
      });
    } catch (error) {
      entry.resume();
      stop(error as Error);
    }
  });
  try {
    await pipeline(kept(archive), counted(limits.packedBytes), createGunzip(), async (unpacked: AsyncIterable<Buffer>) => {
      // Entries are read as they come, so that the parser never has to hold anything back.
      let size = 0;
      for await (const chunk of unpacked) {
        if (failure) throw failure;
        size += chunk.length;
        if (size > most) throw tooLarge(`Giải nén ra hơn ${limits.totalBytes} byte.`, `Unpacks to more than ${limits.totalBytes} bytes.`);
        parser.write(chunk);
      }
      parser.end();
      if (failure) throw failure;
    });
    await Promise.all(writing);
  } catch (error) {
    await Promise.allSettled(writing);
    throw asFault(archive.errored ?? failure ?? error);
  }
  if (reader.count === 0) throw bad('Tệp nén không có tệp nào.', 'The archive holds no file.');
}

class EntryReader {
  readonly #names = new Set<string>();
  #total = 0;
  count = 0;

  constructor(
    private readonly folder: string,
    private readonly limits: ArchiveLimits,
  ) {}

  /** @returns the file's path inside the release; null for a folder, which needs no place of its own. */
  accept(entry: ReadEntry): string | null {
    const path = entry.path.replace(/^\.\//, '');
    if (entry.type === 'Directory') {
      if (path !== '' && path !== '.' && !NAME.test(path.replace(/\/$/, ''))) throw forbidden(entry.path);
      return null;
    }
    if (entry.type !== 'File' && entry.type !== 'OldFile')
      throw bad(`“${entry.path}” là liên kết hoặc tệp đặc biệt.`, `“${entry.path}” is a link or a special file.`, entry.path);
    if (!NAME.test(path) || path.length > NAME_LENGTH) throw forbidden(entry.path);
    const name = path.toLowerCase();
    if (this.#names.has(name)) throw bad(`“${path}” có hai lần.`, `“${path}” stands twice.`, path);
    this.#names.add(name);
    this.count += 1;
    this.#total += entry.size;
    const { files, fileBytes, totalBytes } = this.limits;
    if (this.count > files) throw tooLarge(`Nhiều hơn ${files} tệp.`, `More than ${files} files.`);
    if (entry.size > fileBytes) throw tooLarge(`“${path}” lớn hơn ${fileBytes} byte.`, `“${path}” has more than ${fileBytes} bytes.`);
    if (this.#total > totalBytes) throw tooLarge(`Giải nén ra hơn ${totalBytes} byte.`, `Unpacks to more than ${totalBytes} bytes.`);
    return path;
  }

  async write(path: string, bytes: Uint8Array): Promise<void> {
    const target = join(this.folder, path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, bytes, { flag: 'wx' });
  }
}

/** Stopping in the middle must not close the connection: the one who sends is to be told why. */
async function* kept(archive: Readable): AsyncGenerator<Buffer> {
  for await (const chunk of archive.iterator({ destroyOnReturn: false })) yield chunk as Buffer;
}

function counted(limit: number): Transform {
  let size = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      if (size > limit) done(tooLarge(`Tệp nén lớn hơn ${limit} byte.`, `The archive has more than ${limit} bytes.`));
      else done(null, chunk);
    },
  });
}

function forbidden(path: string): PlatformFault {
  return bad(`Tên tệp “${path}” không được phép.`, `The file name “${path}” is not allowed.`, path);
}

function bad(vi: string, en: string, file?: string): PlatformFault {
  return new PlatformFault(422, 'BAD_ARCHIVE', { vi, en }, [{ rule: 'archive', message: { vi, en }, ...(file ? { file } : {}) }]);
}

function tooLarge(vi: string, en: string): PlatformFault {
  return new PlatformFault(413, 'TOO_LARGE', { vi, en });
}

function asFault(error: unknown): unknown {
  if (error instanceof PlatformFault) return error;
  const code = String((error as NodeJS.ErrnoException).code ?? '');
  if (code.startsWith('Z_') || code.startsWith('TAR_') || code === 'EEXIST' || code === 'ENOTDIR' || code === 'EISDIR')
    return bad('Không phải tệp tar.gz nguyên vẹn.', 'This is no whole tar.gz archive.');
  return error;
}
