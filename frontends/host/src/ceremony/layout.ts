import type { Locale, Theme } from '../http/preferences.js';
import { type Html, html } from './html.js';

export interface Look {
  readonly locale: Locale;
  readonly theme: Theme;
  readonly person: string;
}

/** Picks the text of the page's language. */
export function say(look: { readonly locale: Locale }, vi: string, en: string): string {
  return look.locale === 'en' ? en : vi;
}

/** The frame of a ceremony page: no script, no link to anything a module has made. */
export function layout(look: Look, title: string, body: Html): string {
  const theme = look.theme === 'system' ? html`` : html` data-theme="${look.theme}"`;
  return html`<!doctype html>
    <html lang="${look.locale}" ${theme}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · Thi Đua</title>
        <link rel="stylesheet" href="/ceremony/tokens.css" />
        <link rel="stylesheet" href="/ceremony/ceremony.css" />
      </head>
      <body>
        <a class="skip" href="#main">${say(look, 'Tới nội dung chính', 'Skip to content')}</a>
        <header class="bar">
          <a class="brand" href="/viec"
            >${MARK}<span
              ><b>Thi Đua</b
              ><span class="meta"
                >${say(look, 'Trang riêng của tỉnh, không chạy mã của Sở', 'The province’s own page, no department code')}</span
              ></span
            ></a
          >
          <span class="who">${look.person}</span>
        </header>
        <main id="main" tabindex="-1">${body}</main>
      </body>
    </html>`.text;
}

/**
 * Hidden fields of every form here. Language and theme travel with it, because a form of a page with an opaque origin is sent
 * without cookies.
 */
export function formState(look: Look, token: string): Html {
  return html`<input type="hidden" name="token" value="${token}" /><input type="hidden" name="lang" value="${look.locale}" /><input
      type="hidden"
      name="theme"
      value="${look.theme}"
    />`;
}

const MARK = html`<svg viewBox="0 0 30 30" aria-hidden="true" class="mark">
  <rect width="30" height="30" rx="6" />
  <path class="m1" d="M10 7.5h4.5c5 0 8 2.9 8 7.5s-3 7.5-8 7.5H10z" />
  <path class="m2" d="M6 15h9.5" />
</svg>`;

const SHAPES = {
  lock: html`<rect x="5" y="10.5" width="14" height="10" rx="1.5" /><path d="M8 10.5V8a4 4 0 0 1 8 0v2.5" />`,
  check: html`<path d="m5 12.5 4.5 4.5L19 7" />`,
  warn: html`<path d="M12 4 2.8 19.5h18.4z" /><path d="M12 10v4.5m0 2.5v.1" />`,
  clock: html`<circle cx="12" cy="12" r="8.5" /><path d="M12 7v5l3.5 2" />`,
  sign: html`<path d="M3 19h18M5 15c3-1 9-12 11-11s-5 9-7 11c2-2 3-2 3.5-1s1.5 1.5 3.5-.5" />`,
} as const;

export function icon(name: keyof typeof SHAPES): Html {
  return html`<svg class="i" viewBox="0 0 24 24" aria-hidden="true">${SHAPES[name]}</svg>`;
}

export interface Message {
  readonly kind: 'ok' | 'warn' | 'info';
  readonly title: string;
  readonly lines: readonly string[];
}

/** A page that only says something and leads back. */
export function messagePage(look: Look, message: Message): string {
  const lines = message.lines.map((line) => html`<p>${line}</p>`);
  const shape = message.kind === 'ok' ? 'check' : message.kind === 'warn' ? 'warn' : 'clock';
  return layout(
    look,
    message.title,
    html`<section class="card result ${message.kind}" role="status">
      <h1>${icon(shape)}${message.title}</h1>
      ${lines}
      <p class="foot"><a class="btn" href="/viec">${say(look, 'Về việc của tôi', 'Back to my work')}</a></p>
    </section>`,
  );
}
