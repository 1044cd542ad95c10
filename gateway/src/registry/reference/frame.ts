import type { Locale } from '@thidua/server/process';
import type { Contract } from '../contracts/contract.js';
import { html, type Html } from './html.js';
import { word } from './words.js';

export interface Look {
  readonly locale: Locale;
  /** Absent = as the system prefers. */
  readonly theme?: 'light' | 'dark';
}

export interface Frame {
  readonly look: Look;
  readonly title: string;
  readonly contracts: readonly Contract[];
  /** Contract in view; null on the page of all. */
  readonly contract: Contract | null;
  readonly page: 'contracts' | 'reference' | 'changes';
  readonly body: Html;
}

const MARK = html`<svg viewBox="0 0 30 30" aria-hidden="true" class="mark">
  <rect width="30" height="30" rx="6" />
  <path class="m1" d="M10 7.5h4.5c5 0 8 2.9 8 7.5s-3 7.5-8 7.5H10z" />
  <path class="m2" d="M6 15h9.5" />
</svg>`;

/** A page of reference: no inline style, no inline script, so that the strictest policy of content holds. */
export function framed({ look, title, contracts, contract, page, body }: Frame): string {
  const { locale, theme } = look;
  const tabs = contracts.map(
    ({ id, name }) =>
      html`<a href="/graph/${id}/" ${id === contract?.id ? html`aria-current="page"` : null}>${locale === 'en' ? name.en : name.vi}</a>`,
  );
  return html`<!doctype html>
    <html lang="${locale}" ${theme ? html`data-theme="${theme}"` : null}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · Thi Đua</title>
        <link rel="icon" href="/mark.svg" />
        <link rel="stylesheet" href="/ceremony/tokens.css" />
        <link rel="stylesheet" href="/graph/assets/reference.css" />
        <script src="/graph/assets/reference.js" defer></script>
      </head>
      <body>
        <a class="skip" href="#main">${word('skip', locale)}</a>
        <header class="bar">
          <a class="brand" href="/graph/">${MARK}<b>${word('graph', locale)}</b></a>
          <nav class="tabs" aria-label="${word('contracts', locale)}">${tabs}</nav>
        </header>
        ${contract ? subNav(contract, page, locale) : null}
        <main id="main" tabindex="-1">${body}</main>
      </body>
    </html> `.text;
}

function subNav({ id }: Contract, page: Frame['page'], locale: Locale): Html {
  const current = (name: Frame['page']): Html | null => (name === page ? html`aria-current="page"` : null);
  return html`<nav class="sub" aria-label="${id}">
    <a href="/graph/${id}/" ${current('reference')}>${word('reference', locale)}</a
    ><a href="/graph/${id}/changes" ${current('changes')}>${word('changes', locale)}</a
    ><a href="/graph/${id}/schema.graphql">${word('schema', locale)}</a><a href="/graph/explorer/">${word('explorer', locale)}</a>
  </nav>`;
}
