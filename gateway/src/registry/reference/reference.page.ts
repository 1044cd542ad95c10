import type { Locale } from '@thidua/server/process';
import type { Contract } from '../contracts/contract.js';
import { framed, type Look } from './frame.js';
import { html, type Html } from './html.js';
import { GROUPS, type Argument, type Deprecation, type Entry, type Member } from './reference.model.js';
import { accessName, groupName, word } from './words.js';

export interface ReferencePage {
  readonly look: Look;
  readonly contracts: readonly Contract[];
  readonly contract: Contract;
  readonly entries: readonly Entry[];
}

/** Everything one audience may ask, on one page that can be searched. */
export function referencePage({ look, contracts, contract, entries }: ReferencePage): string {
  const { locale } = look;
  const { name, about } = contract;
  const title = locale === 'en' ? name.en : name.vi;
  const known = new Set(entries.map((entry) => entry.name));
  const groups = GROUPS.flatMap((group) => {
    const own = entries.filter((entry) => entry.group === group);
    return own.length > 0 ? [{ name: groupName(group, locale), group, entries: own }] : [];
  });
  const fieldCount = entries.reduce((sum, { members }) => sum + members.length, 0);
  const body = html`<div class="head">
      <h1>${title}</h1>
      <p>${locale === 'en' ? about.en : about.vi}</p>
      <p class="meta">${entries.length} ${word('types', locale)} · ${fieldCount} ${word('fields', locale)}</p>
      <search>
        <label class="find"
          ><span class="meta">${word('search', locale)}</span><input type="search" id="find" autocomplete="off" spellcheck="false"
        /></label>
      </search>
      <p class="none" id="none" role="status" hidden>${word('none', locale)}</p>
    </div>
    <div class="columns">
      <details class="contents" open>
        <summary>${word('contents', locale)}</summary>
        ${groups.map(
          ({ name: label, entries: own }) =>
            html`<h2>${label}</h2>
              <ul>
                ${own.map((entry) => html`<li data-for="${entry.name}"><a href="#${entry.name}">${entry.name}</a></li>`)}
              </ul>`,
        )}
      </details>
      <div class="entries">
        ${groups.map(
          ({ name: label, entries: own }) =>
            html`<section data-group>
              <h2>${label}</h2>
              ${own.map((entry) => entryHtml(entry, known, locale))}
            </section>`,
        )}
      </div>
    </div>`;
  return framed({ look, title: `${word('reference', locale)}: ${title}`, contracts, contract, page: 'reference', body });
}

function entryHtml({ name, description, members, interfaces }: Entry, known: ReadonlySet<string>, locale: Locale): Html {
  const faces =
    interfaces.length > 0
      ? html`<p class="meta">${word('implements', locale)} ${interfaces.map((face) => typeHtml(face, known))}</p>`
      : null;
  return html`<article id="${name}" data-entry="${name}">
    <h3><a href="#${name}">${name}</a></h3>
    ${paragraph(description)}${faces}
    <ul class="members">
      ${members.map((member) => memberHtml(name, member, known, locale))}
    </ul>
  </article>`;
}

function memberHtml(owner: string, member: Member, known: ReadonlySet<string>, locale: Locale): Html {
  const { name, type, description, args, access, deprecation, users } = member;
  const isLink = type === null && known.has(name);
  return html`<li id="${owner}.${name}" data-member="${name}">
    <p class="sign">
      <code>${isLink ? typeHtml(name, known) : html`<b>${name}</b>`}${type === null ? null : html`: ${typeHtml(type, known)}`}</code
      >${access.map((one) => html`<span class="chip" title="${word('access', locale)}">${accessName(one, locale)}</span>`)}${deprecation ? deprecationHtml(deprecation, locale) : null}
    </p>
    ${paragraph(description)}${args.length > 0 ? argumentsHtml(args, known, locale) : null}${users.length > 0 ? html`<p class="meta users">${word('users', locale)}: ${users.join(', ')}</p>` : null}
  </li>`;
}

function argumentsHtml(args: readonly Argument[], known: ReadonlySet<string>, locale: Locale): Html {
  return html`<ul class="args" aria-label="${word('arguments', locale)}">
    ${args.map(
      ({ name, type, description, default: value }) =>
        html`<li>
          <code>${name}: ${typeHtml(type, known)}${value === null ? null : html` = ${value}`}</code
          >${description ? html` <span class="meta">${description}</span>` : null}
        </li>`,
    )}
  </ul>`;
}

function deprecationHtml({ reason, until }: Deprecation, locale: Locale): Html {
  const day = until ? `, ${word('until', locale)} ${until.split('-').toReversed().join('/')}` : '';
  return html`<span class="chip warn">${word('deprecated', locale)}${day}</span><span class="meta">${reason}</span>`;
}

/** `[Person!]!` with the name as a link to its entry. */
function typeHtml(type: string, known: ReadonlySet<string>): Html {
  const [, before = '', name = '', after = ''] = /^(\[*)(\w+)([\]!]*)$/.exec(type) ?? ['', '', type];
  return html`${before}${known.has(name) ? html`<a href="#${name}">${name}</a>` : name}${after}`;
}

const paragraph = (text: string): Html | null => (text ? html`<p>${text}</p>` : null);
