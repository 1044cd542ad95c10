import type { Locale } from '@thidua/server/process';
import type { Contract } from '../contracts/contract.js';
import type { HistoryEntry } from '../store/history.store.js';
import { framed, type Look } from './frame.js';
import { html, type Html } from './html.js';
import { levelName, word } from './words.js';

export interface ChangesPage {
  readonly look: Look;
  readonly contracts: readonly Contract[];
  readonly contract: Contract;
  readonly history: readonly HistoryEntry[];
}

/** What changed in the graph of one audience, newest first. */
export function changesPage({ look, contracts, contract, history }: ChangesPage): string {
  const { locale } = look;
  const title = `${word('changes', locale)}: ${locale === 'en' ? contract.name.en : contract.name.vi}`;
  const entries = history.map((entry) => entryHtml(entry, locale));
  const body = html`<div class="head"><h1>${title}</h1></div>
    ${
      entries.length > 0
        ? html`<ol class="log">
            ${entries}
          </ol>`
        : html`<p>${word('noChanges', locale)}</p>`
    }`;
  return framed({ look, title, contracts, contract, page: 'changes', body });
}

function entryHtml({ version, subgraph, at, isActive, changes }: HistoryEntry, locale: Locale): Html {
  const day = new Intl.DateTimeFormat('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh', day: '2-digit', month: '2-digit', year: 'numeric' }).format(
    new Date(at),
  );
  const lines = changes.map(
    ({ level, coordinate, vi, en }) =>
      html`<li class="${level}">
        <span class="chip ${level}">${levelName(level, locale)}</span>
        <span data-coordinate="${coordinate}">${locale === 'en' ? en : vi}</span>
      </li>`,
  );
  return html`<li>
    <h2>${word('version', locale)} ${version}${isActive ? html` <span class="chip ok">${word('inUse', locale)}</span>` : null}</h2>
    <p class="meta"><time datetime="${at}">${day}</time>${subgraph ? html` · ${subgraph}` : null}</p>
    ${
      lines.length > 0
        ? html`<ul class="changes">
            ${lines}
          </ul>`
        : html`<p>${word('first', locale)}</p>`
    }
  </li>`;
}
