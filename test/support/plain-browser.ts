import { DEMO_PASSWORD } from './host-bench.js';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly url: string;
}

/** Just enough of a browser to sign in: keeps cookies per host name (as browsers do, whatever the port) and follows redirects. */
export class PlainBrowser {
  readonly cookies = new Map<string, string>();
  /** Every byte that came back, to look for what must not be in it. */
  readonly received: string[] = [];

  constructor(readonly origin: string) {}

  async open(address: string, init: RequestInit = {}, hops = 12): Promise<Answer> {
    const url = new URL(address, this.origin);
    const response = await fetch(url, { ...init, redirect: 'manual', headers: { accept: 'text/html', cookie: this.#cookieHeader(url.hostname), ...(init.headers as Record<string, string>) } });
    this.#keep(url.hostname, response);
    const text = await response.text();
    this.received.push(JSON.stringify([...response.headers]), text);
    const location = response.headers.get('location');
    if (location && hops > 0) return this.open(new URL(location, url).href, {}, hops - 1);
    return { status: response.status, headers: response.headers, text, url: url.href };
  }

  /** Signs a demo account in through the provider's own form. */
  async signIn(account: string): Promise<Answer> {
    const form = await this.open('/auth/login?to=/viec');
    return this.open(form.url, { method: 'POST', body: new URLSearchParams({ account, password: DEMO_PASSWORD }) });
  }

  async csrf(): Promise<string> {
    const { text } = await this.open('/session', { headers: { accept: 'application/json' } });
    return (JSON.parse(text) as { csrf: string }).csrf;
  }

  /** A request as a script of our own page would send it. */
  async post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    return this.open(path, {
      method: 'POST',
      body: typeof body === 'string' ? body : JSON.stringify(body),
      headers: { accept: 'application/json', 'content-type': 'application/json', 'sec-fetch-site': 'same-origin', 'x-thidua-csrf': await this.csrf(), ...headers },
    });
  }

  #cookieHeader(hostname: string): string {
    return [...this.cookies].filter(([key]) => key.startsWith(`${hostname} `)).map(([key, value]) => `${key.slice(hostname.length + 1)}=${value}`).join('; ');
  }

  #keep(hostname: string, response: Response): void {
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      const value = pair.slice(at + 1);
      const key = `${hostname} ${pair.slice(0, at)}`;
      if (value) this.cookies.set(key, value);
      else this.cookies.delete(key);
    }
  }
}
