import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type Provider from 'oidc-provider';
import type { Interaction } from 'oidc-provider';
import type { Account } from './accounts.js';
import { pageHeaders } from './page-headers.js';
import type { LoginView } from './pages.js';
import { expiredPage, loginPage } from './pages.js';
import { readForm } from './request-body.js';
import type { Language } from './texts.js';
import { languageOf } from './texts.js';
import type { LoginThrottle } from './throttle.js';

export interface LoginParts {
  provider: Provider;
  accounts: ReadonlyMap<string, Account>;
  password: string;
  throttle: LoginThrottle;
  /** Where an expired sign-in sends people: the host. */
  home: string;
}

/** `GET` shows the form of a running sign-in, `POST` checks it and hands the person back to the application. */
export async function handleLogin(parts: LoginParts, request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
  let interaction: Interaction;
  try {
    interaction = await parts.provider.interactionDetails(request, response);
  } catch {
    return send(response, 400, expiredPage(languageOf(url.searchParams.get('lang')), parts.home));
  }
  const language = languageOf(url.searchParams.get('lang') ?? interaction.params['ui_locales']);
  if (request.method !== 'POST') return show(parts, response, interaction, language, url);
  const form = await readForm(request);
  await submit(parts, request, response, interaction, language, form);
}

function show(parts: LoginParts, response: ServerResponse, interaction: Interaction, language: Language, url: URL): void {
  const account =
    confirmedAccount(interaction) ??
    url.searchParams.get('account') ??
    interaction.params['login_hint'] ??
    interaction.session?.accountId ??
    '';
  render(parts, response, interaction, { language, account }, 200);
}

async function submit(
  parts: LoginParts,
  request: IncomingMessage,
  response: ServerResponse,
  interaction: Interaction,
  language: Language,
  form: URLSearchParams,
): Promise<void> {
  const key = (form.get('account') ?? '').trim().toUpperCase();
  const password = form.get('password') ?? '';
  const again = (status: number, error: LoginView['error']): void =>
    render(parts, response, interaction, { language, account: key, error }, status);
  if (!key || !password) return again(400, { key: 'missing' });
  const expected = confirmedAccount(interaction);
  if (expected && expected.toUpperCase() !== key) return again(403, { key: 'other', vars: { account: expected } });
  const who = `${request.socket.remoteAddress ?? ''} ${key}`;
  const wait = parts.throttle.waitSeconds(who);
  if (wait > 0) {
    response.setHeader('retry-after', String(wait));
    return again(429, { key: 'throttled', vars: { minutes: String(Math.ceil(wait / 60)) } });
  }
  const account = parts.accounts.get(key);
  if (!same(password, parts.password) || !account) {
    parts.throttle.failed(who);
    return again(401, { key: 'wrong' });
  }
  parts.throttle.succeeded(who);
  const login = { accountId: account.key, remember: false, amr: ['pwd'] };
  await parts.provider.interactionFinished(request, response, { login }, { mergeWithLastSubmission: false });
}

/** The account a step-up is about: the application named it and it is the one signed in. */
function confirmedAccount(interaction: Interaction): string | undefined {
  const signedIn = interaction.session?.accountId;
  return signedIn && interaction.params['login_hint']?.toUpperCase() === signedIn.toUpperCase() ? signedIn : undefined;
}

function render(
  parts: LoginParts,
  response: ServerResponse,
  interaction: Interaction,
  view: Pick<LoginView, 'language' | 'account' | 'error'>,
  status: number,
): void {
  const accounts = [...parts.accounts.values()];
  const html = loginPage({
    ...view,
    action: `/interaction/${interaction.uid}`,
    accounts,
    named: accounts.filter((account) => !account.key.includes('-')),
    confirming: confirmedAccount(interaction) !== undefined,
  });
  const application = interaction.params['redirect_uri'];
  send(response, status, html, application ? [new URL(application).origin] : []);
}

function send(response: ServerResponse, status: number, html: string, formTargets: string[] = []): void {
  response.writeHead(status, pageHeaders(formTargets)).end(html);
}

/** Compares without telling by the time taken how much was right. */
export function same(given: string, expected: string): boolean {
  const digest = (value: string): Buffer => createHash('sha256').update(value).digest();
  return timingSafeEqual(digest(given), digest(expected));
}
