import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AwsClient } from 'aws4fetch';
import { checkedFolder, type ModuleStorage } from './module-storage.js';
import { scratchFolder } from './scratch.js';

export interface S3Settings {
  /** Address of the service, such as `https://s3.example.vn`; the bucket follows in the path. */
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** Written last: a folder without it was not finished and does not exist. */
const WHOLE = '.whole';
const TIMEOUT_MS = 30_000;
/** So long an object that is not there is not asked for again: anybody may ask for any name. */
const MISSING_MS = 5_000;
const MISSING_AT_MOST = 10_000;

/**
 * Releases in an S3-compatible store, read through a folder of this machine: a file is fetched once and then served from disk.
 * Releases never change, so that what was fetched stays right.
 */
export class S3Storage implements ModuleStorage {
  readonly scratch: string;
  readonly #client: AwsClient;
  readonly #fetching = new Map<string, Promise<boolean>>();
  readonly #missing = new Map<string, number>();

  constructor(
    private readonly settings: S3Settings,
    private readonly cache: string,
  ) {
    this.scratch = scratchFolder(cache);
    this.#client = new AwsClient({
      accessKeyId: settings.accessKeyId,
      secretAccessKey: settings.secretAccessKey,
      region: settings.region,
      service: 's3',
      retries: 2,
    });
  }

  async put(folder: string, staged: string): Promise<void> {
    const target = checkedFolder(folder);
    try {
      if ((await this.#send('HEAD', `${target}/${WHOLE}`)) !== null) return;
      for (const file of await filesOf(staged)) await this.#send('PUT', `${target}/${file}`, await readFile(join(staged, file)));
      await this.#send('PUT', `${target}/${WHOLE}`, Buffer.from('1'));
      this.#missing.clear();
      const near = join(this.cache, target);
      await mkdir(dirname(near), { recursive: true });
      await rename(staged, near).catch(() => undefined);
    } finally {
      await rm(staged, { recursive: true, force: true });
    }
  }

  async get(folder: string, file: string): Promise<string | null> {
    const path = join(this.cache, checkedFolder(folder));
    if (await exists(join(path, file))) return path;
    const key = `${folder}/${file}`;
    if ((this.#missing.get(key) ?? 0) > Date.now()) return null;
    const running = this.#fetching.get(key) ?? this.#fetch(key).finally(() => this.#fetching.delete(key));
    this.#fetching.set(key, running);
    return (await running) ? path : null;
  }

  async list(prefix: string): Promise<string[]> {
    const found: string[] = [];
    for (let token: string | null = ''; token !== null;) {
      const query = new URLSearchParams({ 'list-type': '2', prefix, ...(token ? { 'continuation-token': token } : {}) });
      const xml = String(await this.#send('GET', `?${query}`));
      for (const [, key] of xml.matchAll(/<Key>([^<]+)<\/Key>/g))
        if (key?.endsWith(`/${WHOLE}`)) found.push(key.slice(0, -WHOLE.length - 1));
      token = /<NextContinuationToken>([^<]+)</.exec(xml)?.[1] ?? null;
    }
    return found.toSorted();
  }

  /** The mark goes first: a removal that is cut off leaves no half folder that looks whole. */
  async remove(folder: string): Promise<void> {
    const target = checkedFolder(folder);
    await this.#send('DELETE', `${target}/${WHOLE}`);
    const query = new URLSearchParams({ 'list-type': '2', prefix: `${target}/` });
    for (let left = true; left;) {
      const keys = [...String(await this.#send('GET', `?${query}`)).matchAll(/<Key>([^<]+)<\/Key>/g)].map(([, key]) => key ?? '');
      for (const key of keys) await this.#send('DELETE', key);
      left = keys.length > 0;
    }
    await rm(join(this.cache, target), { recursive: true, force: true });
  }

  /** Brings one file and its compressed twins into the folder of this machine. */
  async #fetch(key: string): Promise<boolean> {
    const bytes = await this.#send('GET', key);
    if (bytes === null) {
      if (this.#missing.size >= MISSING_AT_MOST) this.#missing.clear();
      this.#missing.set(key, Date.now() + MISSING_MS);
      return false;
    }
    for (const suffix of ['.br', '.gz']) {
      const twin = await this.#send('GET', key + suffix);
      if (twin !== null) await this.#keep(key + suffix, twin);
    }
    await this.#keep(key, bytes);
    return true;
  }

  async #keep(key: string, bytes: Buffer): Promise<void> {
    const path = join(this.cache, key);
    const unfinished = join(this.scratch, randomUUID());
    await mkdir(dirname(path), { recursive: true });
    await mkdir(this.scratch, { recursive: true });
    await writeFile(unfinished, bytes);
    await rename(unfinished, path);
  }

  /** @returns the body; null for 404. @throws for every other failure. */
  async #send(method: string, key: string, body?: Buffer): Promise<Buffer | null> {
    const { endpoint, bucket } = this.settings;
    const path = key.startsWith('?') ? key : `/${key.split('/').map(encodeURIComponent).join('/')}`;
    const response = await this.#client.fetch(`${endpoint.replace(/\/$/, '')}/${bucket}${path}`, {
      method,
      signal: AbortSignal.timeout(TIMEOUT_MS),
      ...(body ? { body: new Uint8Array(body) } : {}),
    });
    if (response.status === 404) return null;
    if (!response.ok) throw new Error(`The store of modules answered ${response.status} to ${method} ${key}`);
    return Buffer.from(await response.arrayBuffer());
  }
}

async function filesOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .toSorted();
}

function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
