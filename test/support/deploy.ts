import type { Init, PlainBrowser } from './plain-browser.js';

/** Answer of the registry of modules. */
export interface PlatformAnswer<T = Record<string, unknown>> {
  readonly status: number;
  readonly body: T & {
    readonly error?: { readonly code: string; readonly message: { readonly vi: string; readonly en: string } };
    readonly problems?: readonly { readonly rule: string; readonly file?: string; readonly operation?: string; readonly field?: string }[];
  };
}

/** A department's machine with its deploy key. */
export async function deploy<T = Record<string, unknown>>(
  host: string,
  key: string,
  method: string,
  path: string,
  body?: Buffer | object,
): Promise<PlatformAnswer<T>> {
  const isArchive = body instanceof Buffer;
  const response = await fetch(host + path, {
    method,
    headers: { authorization: `Bearer ${key}`, 'content-type': isArchive ? 'application/gzip' : 'application/json' },
    ...(body === undefined ? {} : { body: isArchive ? new Uint8Array(body) : JSON.stringify(body) }),
  });
  return { status: response.status, body: await read(response) };
}

/** A person on a page of the shell. */
export async function act<T = Record<string, unknown>>(
  browser: PlainBrowser,
  method: NonNullable<Init['method']>,
  path: string,
  body?: object,
): Promise<PlatformAnswer<T>> {
  const answer = await browser.send(method, path, body);
  return { status: answer.status, body: answer.text === '' ? ({} as never) : (JSON.parse(answer.text) as PlatformAnswer<T>['body']) };
}

async function read<T>(response: Response): Promise<PlatformAnswer<T>['body']> {
  const text = await response.text();
  return (text === '' ? {} : JSON.parse(text)) as PlatformAnswer<T>['body'];
}
