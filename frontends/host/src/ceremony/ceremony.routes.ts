import { type Exchange, header, HttpFault, readBody, redirect, send } from '../http/exchange.js';
import { localeOf, themeOf } from '../http/preferences.js';
import { serveFile } from '../http/static-files.js';
import type { SessionGuard } from '../session/session.guard.js';
import type { Session } from '../session/session.store.js';
import { type BallotFlow, ballotPurpose, type Visit } from './ballot.flow.js';
import { requireOwnNavigation, setCeremonyHeaders } from './ceremony.guard.js';
import type { FormTokens } from './form-token.store.js';
import { type Look, messagePage, say } from './layout.js';
import { type SignFlow, signPurpose } from './sign.flow.js';

const PAGE = /^\/(ballot|sign)\/([\w-]{1,64})$/;
const ASSET = /^\/ceremony\/([\w-]+\.(?:css|woff2))$/;
const FORM_LIMIT = 128 * 1024;

export interface CeremonyParts {
  readonly guard: SessionGuard;
  readonly tokens: FormTokens;
  readonly ballot: BallotFlow;
  readonly sign: SignFlow;
  /** Where a style or font of these pages lies: `[folder, file]`. */
  readonly asset: (name: string) => readonly [string, string] | null;
}

/** `/ballot/<round>` and `/sign/<decision>`: pages of the host itself, where no module code runs. */
export class CeremonyRoutes {
  constructor(private readonly parts: CeremonyParts) {}

  /** @returns false when the address is not a ceremony's. */
  async handle(exchange: Exchange): Promise<boolean> {
    const { pathname } = exchange.url;
    const asset = ASSET.exec(pathname);
    if (asset?.[1]) return this.#asset(exchange, asset[1]);
    const page = PAGE.exec(pathname);
    if (!page?.[1] || !page[2]) return false;
    requireOwnNavigation(exchange);
    setCeremonyHeaders(exchange);
    if (exchange.request.method === 'POST') await this.#submit(exchange, page[1], page[2]);
    else if (exchange.request.method === 'GET') await this.#open(exchange, page[1], page[2]);
    else throw new HttpFault(405, 'METHOD', 'Not allowed here');
    return true;
  }

  async #open(exchange: Exchange, kind: string, id: string): Promise<void> {
    const session = await this.parts.guard.session(exchange);
    if (!session) return redirect(exchange, `/auth/login?to=/${kind}/${id}`);
    const flow = kind === 'ballot' ? this.parts.ballot : this.parts.sign;
    send(exchange, 200, 'text/html; charset=utf-8', await flow.open(this.#visit(exchange, session, id)));
  }

  async #submit(exchange: Exchange, kind: string, id: string): Promise<void> {
    if (!/^application\/x-www-form-urlencoded\b/.test(header(exchange.request, 'content-type') ?? '')) {
      throw new HttpFault(415, 'NOT_A_FORM', 'Send the form of this page');
    }
    const form = new URLSearchParams((await readBody(exchange.request, FORM_LIMIT)).toString('utf8'));
    const session = await this.parts.tokens.take(form.get('token') ?? '', kind === 'ballot' ? ballotPurpose(id) : signPurpose(id));
    const look = formLook(form);
    if (!session) return this.#stale(exchange, look);
    const flow = kind === 'ballot' ? this.parts.ballot : this.parts.sign;
    send(
      exchange,
      200,
      'text/html; charset=utf-8',
      await flow.submit({ session, look: { ...look, person: session.name }, requestId: exchange.requestId, id }, form),
    );
  }

  #visit(exchange: Exchange, session: Session, id: string): Visit {
    const look = { locale: localeOf(exchange.request), theme: themeOf(exchange.request), person: session.name };
    return { session, look, requestId: exchange.requestId, id };
  }

  #stale(exchange: Exchange, look: Look): void {
    const page = messagePage(look, {
      kind: 'warn',
      title: say(look, 'Biểu mẫu đã hết hiệu lực', 'This form is no longer valid'),
      lines: [
        say(
          look,
          'Mỗi biểu mẫu gửi được một lần, trong 30 phút. Hãy mở lại trang từ Việc của tôi.',
          'Each form can be sent once, within 30 minutes. Open the page again from My work.',
        ),
      ],
    });
    send(exchange, 403, 'text/html; charset=utf-8', page);
  }

  async #asset(exchange: Exchange, name: string): Promise<boolean> {
    const place = this.parts.asset(name);
    if (!place) return false;
    return serveFile(exchange, place[0], place[1], { immutable: false, anyOrigin: true });
  }
}

function formLook(form: URLSearchParams): Look {
  const theme = form.get('theme');
  return { locale: form.get('lang') === 'en' ? 'en' : 'vi', theme: theme === 'light' || theme === 'dark' ? theme : 'system', person: '' };
}
