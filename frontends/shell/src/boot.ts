import { CONTRACT_VERSION, type Registry } from '@thidua/contracts/web';

/** Who is signed in, as the host tells the browser. No token is in it. */
export interface BootSession {
  readonly signedIn: boolean;
  readonly csrf: string;
  readonly person: { readonly sub: string; readonly name: string } | null;
  /** Business instant when the page was made; null = the real clock. */
  readonly clock: string | null;
}

export interface Boot {
  readonly session: BootSession;
  readonly registry: Registry;
}

const NOBODY: BootSession = { signedIn: false, csrf: 'anonymous', person: null, clock: null };

/** What the host put into the page; asked for when the page came without it (development server). */
export async function readBoot(): Promise<Boot> {
  const text = document.getElementById('boot')?.textContent;
  if (text) return JSON.parse(text) as Boot;
  const [session, registry] = await Promise.all([
    getJson<BootSession>('/session').catch(() => NOBODY),
    getJson<Registry>('/registry.json').catch(() => ({ contract: CONTRACT_VERSION, modules: [] })),
  ]);
  return { session, registry };
}

async function getJson<T>(url: string): Promise<T> {
  const response = await fetch(url, { headers: { accept: 'application/json' } });
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return (await response.json()) as T;
}
