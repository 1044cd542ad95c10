import type { Account } from './accounts.js';
import type { Language, TextKey } from './texts.js';
import { text } from './texts.js';

/** What the sign-in form shows. */
export interface LoginView {
  language: Language;
  /** Address of the form without query. */
  action: string;
  accounts: Account[];
  /** Accounts worth a click, shown below the form. */
  named: Account[];
  account: string;
  /** Set when the person must confirm themselves: the account cannot be changed. */
  confirming: boolean;
  error?: { key: TextKey; vars?: Record<string, string> };
}

/** Text for HTML content and quoted attributes. */
export function escapeHtml(value: string): string {
  return value.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function page(language: Language, title: string, body: string, scripts = ''): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} · Thi Đua</title>
<link rel="stylesheet" href="/assets/identity.css">
<link rel="icon" href="/assets/mark.svg" type="image/svg+xml">${scripts}
</head>
<body>
<main class="sheet">
<header class="brand">
<img src="/assets/mark.svg" width="44" height="44" alt="">
<p><strong>${text(language, 'platform')}</strong><span>${text(language, 'province')}</span></p>
</header>
${body}
</main>
</body>
</html>`;
}

/** The sign-in form; works without any script. */
export function loginPage(view: LoginView): string {
  const t = (key: TextKey, vars?: Record<string, string>): string => escapeHtml(text(view.language, key, vars));
  const title = view.confirming ? 'confirmTitle' : 'title';
  const other = view.language === 'vi' ? 'en' : 'vi';
  const focusAccount = view.account ? '' : ' autofocus';
  const error = view.error ? `<p class="error" role="alert" id="error">${t(view.error.key, view.error.vars)}</p>` : '';
  const describedBy = view.error ? ' aria-invalid="true" aria-describedby="error"' : '';
  return page(
    view.language,
    text(view.language, title),
    `<h1>${t(title)}</h1>
<p class="lead">${t(view.confirming ? 'confirmLead' : 'lead')}</p>
${error}
<form method="post" action="${escapeHtml(view.action)}?lang=${view.language}">
<label for="account">${t('account')}</label>
<input id="account" name="account" list="accounts" value="${escapeHtml(view.account)}" autocomplete="username" autocapitalize="characters" spellcheck="false" required maxlength="60" placeholder="${t('accountHint')}"${view.confirming ? ' readonly' : focusAccount}${describedBy}>
<datalist id="accounts">${view.accounts.map(option).join('')}</datalist>
<label for="password">${t('password')}</label>
<input id="password" name="password" type="password" autocomplete="current-password" required maxlength="200"${view.account ? ' autofocus' : ''}${describedBy}>
<button type="submit">${t('submit')}</button>
</form>
${view.confirming ? '' : demoList(view, t)}
<footer><a href="${escapeHtml(view.action)}?lang=${other}" lang="${other}" hreflang="${other}">${t('otherLanguage')}</a></footer>`,
  );
}

function option(account: Account): string {
  const office = [account.jobTitle, account.department].filter(Boolean).join(', ');
  return `<option value="${escapeHtml(account.key)}">${escapeHtml(`${account.name} · ${office}`)}</option>`;
}

function demoList(view: LoginView, t: (key: TextKey) => string): string {
  const rows = view.named.map((account) => {
    const address = `${view.action}?lang=${view.language}&account=${encodeURIComponent(account.key)}`;
    const office = [account.jobTitle, account.department].filter(Boolean).join(', ');
    return `<li><a href="${escapeHtml(address)}"><b>${escapeHtml(account.key)}</b><span>${escapeHtml(account.name)}<small>${escapeHtml(office)}</small></span></a></li>`;
  });
  return `<details><summary>${t('demoAccounts')}</summary><p class="note">${t('demoNote')}</p><ul>${rows.join('')}</ul></details>`;
}

/** Asks nothing: the script presses the button, without scripts the person does. */
export function logoutPage(language: Language, form: string): string {
  return page(
    language,
    text(language, 'logoutTitle'),
    `<h1>${text(language, 'logoutTitle')}</h1>
<p class="lead">${text(language, 'logoutLead')}</p>
${form}
<button type="submit" form="op.logoutForm" name="logout" value="yes" id="logout">${text(language, 'logoutSubmit')}</button>`,
    '\n<script src="/assets/logout.js" defer></script>',
  );
}

export function signedOutPage(language: Language): string {
  return page(
    language,
    text(language, 'signedOut'),
    `<h1>${text(language, 'signedOut')}</h1><p class="lead">${text(language, 'signedOutLead')}</p>`,
  );
}

export function errorPage(language: Language, reason: string, reference: string): string {
  return page(
    language,
    text(language, 'errorTitle'),
    `<h1>${text(language, 'errorTitle')}</h1>
<p class="lead">${text(language, 'errorLead')} <code>${escapeHtml(reference)}</code></p>
<p class="note" lang="en">${escapeHtml(reason)}</p>`,
  );
}

export function expiredPage(language: Language, home: string): string {
  return page(
    language,
    text(language, 'errorTitle'),
    `<h1>${text(language, 'errorTitle')}</h1>
<p class="lead">${text(language, 'expired')}</p>
<p><a class="button" href="${escapeHtml(home)}">${text(language, 'title')}</a></p>`,
  );
}
