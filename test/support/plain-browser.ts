import { request } from 'undici';
import { DEMO_PASSWORD } from './host-bench.js';

export interface Answer {
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly text: string;
  readonly url: string;
}

export interface Init {
  readonly method?: 'GET' | 'POST' | 'HEAD' | 'PUT' | 'DELETE';
  readonly body?: string | Buffer;
  readonly headers?: Record<string, string>;
}

/** Just enough of a browser to sign in: keeps cookies per host name (as browsers do, whatever the port) and follows redirects. */
export class PlainBrowser {
  readonly cookies = new Map<string, string>();
  /** Every byte that came back, to look for what must not be in it. */
  readonly received: string[] = [];

  constructor(readonly origin: string) {}

  async open(address: string, init: Init = {}, hops = 12): Promise<Answer> {
    const url = new URL(address, this.origin);
    // The lower interface: `fetch` would add and change the very headers these tests are about.
    const response = await request(url, {
      method: init.method ?? 'GET',
      body: init.body ?? null,
      headers: { accept: 'text/html', cookie: this.#cookieHeader(url.hostname), ...init.headers },
    });
    this.#keep(url.hostname, response.headers['set-cookie']);
    const text = await response.body.text();
    this.received.push(JSON.stringify(response.headers), text);
    const location = response.headers['location'];
    if (typeof location === 'string' && hops > 0) return this.open(new URL(location, url).href, {}, hops - 1);
    return { status: response.statusCode, headers: response.headers, text, url: url.href };
  }

  /** Signs a demo account in through the provider's own form. */
  async signIn(account: string): Promise<Answer> {
    const form = await this.open('/auth/login?to=/viec');
    return this.open(form.url, {
      method: 'POST',
      body: new URLSearchParams({ account, password: DEMO_PASSWORD }).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
  }

  async csrf(): Promise<string> {
    const { text } = await this.open('/session', { headers: { accept: 'application/json' } });
    return (JSON.parse(text) as { csrf: string }).csrf;
  }

  /** A request as a script of our own page would send it. */
  async post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send('POST', path, body, headers);
  }

  async send(method: NonNullable<Init['method']>, path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    return this.open(path, {
      method,
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      headers: {
        accept: 'application/json',
        'content-type': 'application/json',
        'sec-fetch-site': 'same-origin',
        'x-thidua-csrf': await this.csrf(),
        ...headers,
      },
    });
  }

  #cookieHeader(hostname: string): string {
    return [...this.cookies]
      .filter(([key]) => key.startsWith(`${hostname} `))
      .map(([key, value]) => `${key.slice(hostname.length + 1)}=${value}`)
      .join('; ');
  }

  #keep(hostname: string, lines: string | string[] | undefined): void {
    for (const line of lines === undefined ? [] : [lines].flat()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      const value = pair.slice(at + 1);
      const key = `${hostname} ${pair.slice(0, at)}`;
      if (value) this.cookies.set(key, value);
      else this.cookies.delete(key);
    }
  }
}
