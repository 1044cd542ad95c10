import { decodeJwt } from 'jose';
import type { HostBench } from './host-bench.js';
import { PlainBrowser } from './plain-browser.js';

interface Held {
  readonly role: string;
  readonly scope: string;
}

/** Who may do what to modules here; the accounts are those of the demo, the roles are of this test. */
const PEOPLE: Readonly<Record<string, { department: string; roles: readonly Held[] }>> = {
  LAN: { department: 'X1', roles: [{ role: 'DEVELOPER', scope: 'X1' }] },
  HUY: { department: 'X2', roles: [{ role: 'DEVELOPER', scope: 'X2' }] },
  SON: { department: 'TINH', roles: [{ role: 'ADMINISTRATOR', scope: 'TINH' }] },
  THU: { department: 'X3', roles: [{ role: 'CLERK', scope: 'X3' }] },
};

export interface RegistryPeople {
  /** Developer of X1. */
  readonly lan: PlainBrowser;
  /** Developer of X2. */
  readonly huy: PlainBrowser;
  /** Administrator of the province. */
  readonly son: PlainBrowser;
  /** Clerk of X3, who has nothing to do with modules. */
  readonly thu: PlainBrowser;
}

/** Signs four people in and lets the graph say who they are. */
export async function registryPeople(bench: HostBench): Promise<RegistryPeople> {
  const browsers = await Promise.all(
    Object.keys(PEOPLE).map(async (account) => {
      const browser = new PlainBrowser(bench.url);
      await browser.signIn(account);
      const { text } = await browser.open('/session', { headers: { accept: 'application/json' } });
      return { account, browser, subject: (JSON.parse(text) as { person: { sub: string } }).person.sub };
    }),
  );
  bench.graph.on('HostViewerPermissions', ({ headers }) => {
    const subject = decodeJwt(String(headers.authorization).replace('Bearer ', '')).sub;
    const person = PEOPLE[browsers.find((one) => one.subject === subject)?.account ?? ''];
    if (!person) return { data: { viewer: null } };
    const roles = person.roles.map(({ role, scope }) => ({ role, scope: { id: scope, code: scope } }));
    return { data: { viewer: { permissions: [], person: { id: `person-${subject}` }, department: { code: person.department }, roles } } };
  });
  const of = (account: string): PlainBrowser => browsers.find((one) => one.account === account)!.browser;
  return { lan: of('LAN'), huy: of('HUY'), son: of('SON'), thu: of('THU') };
}
