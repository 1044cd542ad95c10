import { randomUUID } from 'node:crypto';
import type { FlowParts, Visit } from './ballot.flow.js';
import { type Html, html } from './html.js';
import { DECISION, SIGN } from './sign.operations.js';
import { formState, icon, layout, type Look, messagePage, say } from './layout.js';

interface Decision {
  readonly id: string;
  readonly number: string | null;
  readonly symbol: string;
  readonly date: string | null;
  readonly state: 'DRAFT' | 'ISSUED' | 'CANCELLED';
  readonly version: number;
  readonly title: string;
  readonly text: string;
  readonly signerCapacity: string | null;
  readonly signer: { readonly fullName: string } | null;
  readonly organisation: { readonly name: string } | null;
  readonly lines: readonly { readonly id: string; readonly nomineeName: string; readonly unit: { readonly name: string } | null }[];
}

type SignResult =
  | { readonly __typename: 'DecisionSaved'; readonly decision: Pick<Decision, 'number' | 'symbol' | 'date'> }
  | { readonly __typename: 'Refusal'; readonly message: string; readonly remedy: string | null };

export function signPurpose(decisionId: string): string {
  return `sign ${decisionId}`;
}

/** Signing one decision: the signer sees the whole text that will be signed, on a page no module can change. */
export class SignFlow {
  constructor(private readonly parts: FlowParts) {}

  async open(visit: Visit): Promise<string> {
    const decision = await this.#decision(visit);
    return typeof decision === 'string' ? decision : this.#page(visit, decision, false);
  }

  async submit(visit: Visit, form: URLSearchParams): Promise<string> {
    const decision = await this.#decision(visit);
    if (typeof decision === 'string') return decision;
    // The text that was shown is the text that is signed: another version must be read first.
    if (form.get('read') !== 'yes' || form.get('version') !== String(decision.version)) return this.#page(visit, decision, true);
    const { look, session } = visit;
    const answer = await this.parts.graph.ask<{ signDecision: SignResult | null }>({
      query: SIGN,
      variables: { input: { clientMutationId: randomUUID(), id: decision.id, version: decision.version } },
      token: await this.parts.access.of(session),
      locale: look.locale,
      requestId: visit.requestId,
      ceremony: { kind: 'SIGNATURE', subject: session.subject },
    });
    const result = answer.data?.signDecision;
    if (result?.__typename === 'DecisionSaved') return messagePage(look, signed(look, decision, result.decision));
    const why = result?.__typename === 'Refusal' ? [result.message, result.remedy ?? ''] : [answer.errors?.[0]?.message ?? ''];
    return messagePage(look, { kind: 'warn', title: say(look, 'Chưa ký được', 'Not signed'), lines: why.filter(Boolean) });
  }

  async #decision(visit: Visit): Promise<Decision | string> {
    const { look } = visit;
    const answer = await this.parts.graph.ask<{ decision: Decision | null }>({
      query: DECISION,
      variables: { id: visit.id },
      token: await this.parts.access.of(visit.session),
      locale: look.locale,
      requestId: visit.requestId,
    });
    const decision = answer.data?.decision;
    if (!decision)
      return messagePage(look, {
        kind: 'warn',
        title: say(look, 'Không mở được quyết định này', 'This decision cannot be opened'),
        lines: answer.errors?.[0] ? [answer.errors[0].message] : [],
      });
    if (decision.state === 'ISSUED') return messagePage(look, signed(look, decision, decision));
    if (decision.state !== 'DRAFT')
      return messagePage(look, {
        kind: 'info',
        title: say(look, 'Quyết định đã hủy', 'The decision was cancelled'),
        lines: [decision.title],
      });
    return decision;
  }

  async #page(visit: Visit, decision: Decision, again: boolean): Promise<string> {
    const token = await this.parts.tokens.issue(visit.session, signPurpose(decision.id));
    return signPage(visit.look, decision, token, again);
  }
}

function signPage(look: Look, decision: Decision, token: string, again: boolean): string {
  const reminder = again
    ? html`<p class="notice warn">
        ${icon('warn')}<span
          >${say(look, 'Hãy đọc toàn văn bản này rồi đánh dấu “Tôi đã đọc” trước khi ký.', 'Read this text and tick “I have read it” before signing.')}</span
        >
      </p>`
    : html``;
  return layout(
    look,
    say(look, 'Ký quyết định', 'Sign a decision'),
    html`<div class="head">
        <h1>${say(look, 'Ký quyết định', 'Sign a decision')}</h1>
        <p class="meta">${decision.organisation?.name}${decision.organisation ? ' · ' : ''}${decision.title}</p>
      </div>
      ${reminder}
      <article class="card document" aria-label="${decision.title}">${paragraphs(decision.text)}</article>
      ${recipients(look, decision)}
      <form class="card" method="post" action="/sign/${decision.id}" autocomplete="off">
        ${formState(look, token)}<input type="hidden" name="version" value="${decision.version}" />
        <div class="pad">
          <p>
            ${say(look, 'Người ký', 'Signer')}:
            <b>${decision.signer?.fullName ?? look.person}</b
            >${decision.signerCapacity ? html`<span class="meta"> · ${decision.signerCapacity}</span>` : html``}
          </p>
          <p class="meta">
            ${say(look, 'Khi ký, hệ thống cấp số, ghi ngày và ban hành. Không rút lại được, chỉ hủy bằng quyết định khác.', 'Signing allocates the number and the date and issues the decision. It cannot be taken back, only cancelled by another decision.')}
          </p>
          <label class="choice"
            ><input type="checkbox" name="read" value="yes" required /><span
              >${say(look, 'Tôi đã đọc toàn văn và danh sách kèm theo', 'I have read the text and the list')}</span
            ></label
          >
        </div>
        <div class="foot">
          <a class="btn" href="/viec">${say(look, 'Để sau', 'Later')}</a
          ><button class="btn primary" type="submit">${icon('sign')}${say(look, 'Ký và ban hành', 'Sign and issue')}</button>
        </div>
      </form>`,
  );
}

function paragraphs(text: string): Html[] {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);
  return lines.map((line) => (isHeading(line) ? html`<p class="heading">${line}</p>` : html`<p>${line}</p>`));
}

/** A line the document prints in capitals: a body's name, “QUYẾT ĐỊNH:”. */
function isHeading(line: string): boolean {
  return /\p{Lu}/u.test(line) && !/\p{Ll}/u.test(line);
}

/** The list beside the text, unless the text prints everybody itself. */
function recipients(look: Look, decision: Decision): Html {
  if (decision.lines.every((line) => decision.text.includes(line.nomineeName))) return html``;
  return html`<section class="card list">
    <h2>${say(look, 'Danh sách kèm theo', 'List')} <span class="count">${decision.lines.length}</span></h2>
    <ol>
      ${decision.lines.map((line) => html`<li><b>${line.nomineeName}</b>${line.unit ? html`<span class="meta">${line.unit.name}</span>` : html``}</li>`)}
    </ol>
  </section>`;
}

function signed(look: Look, decision: Decision, issued: Pick<Decision, 'number' | 'symbol' | 'date'>) {
  const date = issued.date ? issued.date.slice(0, 10).split('-').toReversed().join('/') : '';
  const number = issued.number?.includes('/') ? issued.number : `${issued.number ?? ''}/${issued.symbol}`;
  return {
    kind: 'ok' as const,
    title: say(look, 'Quyết định đã ký và ban hành', 'The decision is signed and issued'),
    lines: [say(look, `Số ${number}${date ? `, ngày ${date}` : ''}`, `No. ${number}${date ? `, ${date}` : ''}`), decision.title],
  };
}
