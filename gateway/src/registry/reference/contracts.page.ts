import type { Contract } from '../contracts/contract.js';
import { framed, type Look } from './frame.js';
import { html } from './html.js';
import { word } from './words.js';

/** The door: which graph is for whom. */
export function contractsPage(look: Look, contracts: readonly Contract[]): string {
  const { locale } = look;
  const cards = contracts.map(
    ({ id, name, about }) =>
      html`<li class="card">
        <h2><a href="/graph/${id}/">${locale === 'en' ? name.en : name.vi}</a></h2>
        <p>${locale === 'en' ? about.en : about.vi}</p>
        <p class="links">
          <a href="/graph/${id}/changes">${word('changes', locale)}</a> <a href="/graph/${id}/schema.graphql">${word('schema', locale)}</a>
        </p>
      </li>`,
  );
  const body = html`<div class="head">
      <h1>${word('graph', locale)}</h1>
      <p><a href="/graph/explorer/">${word('explorer', locale)}</a></p>
    </div>
    <ul class="cards">
      ${cards}
    </ul>`;
  return framed({ look, title: word('graph', locale), contracts, contract: null, page: 'contracts', body });
}
