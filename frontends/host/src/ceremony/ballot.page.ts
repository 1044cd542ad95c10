import { type Html, html } from './html.js';
import { formState, icon, layout, type Look, say } from './layout.js';

export type Choice = 'YES' | 'NO' | 'BLANK';
export type Choices = ReadonlyMap<string, Choice>;

export interface BallotLine {
  readonly id: string;
  readonly conflict: boolean;
  readonly conflictReason: string | null;
  readonly nomination: {
    readonly nomineeName: string;
    readonly unit: { readonly name: string } | null;
    readonly petitionNotice: string | null;
  };
}

export interface BallotRound {
  readonly id: string;
  readonly state: 'PREPARED' | 'OPEN' | 'CLOSED';
  readonly viewerMayVote: boolean;
  readonly viewerHasVoted: boolean;
  readonly closesAt: string | null;
  readonly award: { readonly name: string; readonly nameEn: string };
  readonly threshold: { readonly percent: string; readonly denominator: string };
  readonly session: { readonly title: string; readonly council: { readonly name: string } | null };
  readonly lines: readonly BallotLine[];
}

export function awardName(look: Look, round: BallotRound): string {
  return say(look, round.award.name, round.award.nameEn);
}

function head(look: Look, round: BallotRound, step: 1 | 2): Html {
  const council = round.session.council?.name;
  return html`<div class="head">
    <h1>${say(look, 'Phiếu kín', 'Secret ballot')}: ${awardName(look, round)}</h1>
    <p class="meta">${council ? `${council} · ` : ''}${round.session.title}</p>
    <ol class="steps">
      ${[say(look, 'Chọn', 'Choose'), say(look, 'Xem lại', 'Review'), say(look, 'Biên nhận', 'Receipt')].map(
        (name, index) =>
          html`<li${index + 1 === step ? html` aria-current="step"` : html``}><span class="dot">${index + 1}</span>${name}</li>`,
      )}
    </ol>
  </div>`;
}

/** First page: nothing is chosen beforehand, and what is stored stands above the first choice. */
export function choosePage(look: Look, round: BallotRound, token: string, choices: Choices): string {
  return layout(
    look,
    say(look, 'Bỏ phiếu kín', 'Secret ballot'),
    html`${head(look, round, 1)}
      <form class="card" method="post" action="/ballot/${round.id}" autocomplete="off">
        ${formState(look, token)}<input type="hidden" name="step" value="review" />
        <p class="notice">${icon('lock')}<span>${secrecy(look)}</span></p>
        <ol class="lines">
          ${round.lines.map((line) => (line.conflict ? lockedLine(look, line) : openLine(look, line, choices)))}
        </ol>
        <div class="foot">
          <p class="meta">
            ${say(look, 'Để trống một người nghĩa là phiếu trắng cho người đó.', 'Leaving a person open counts as a blank vote for that person.')}
          </p>
          <button class="btn primary" type="submit">${say(look, 'Xem lại phiếu', 'Review the ballot')}</button>
        </div>
      </form>`,
  );
}

function secrecy(look: Look): Html {
  return look.locale === 'en'
    ? html`The system records that you <b>have voted</b>, not how. Your choices are kept without your name and without the time. Results
        appear after the secretary closes the round. A ballot cannot be changed.`
    : html`Hệ thống ghi rằng bạn <b>đã bỏ phiếu</b>, không ghi bạn bỏ thế nào. Lựa chọn được lưu không kèm tên và không kèm giờ. Kết quả chỉ
        hiện sau khi thư ký đóng phiếu. Bỏ rồi không sửa được.`;
}

function about(line: BallotLine): Html {
  const notes = [line.nomination.unit?.name, line.nomination.petitionNotice].filter(Boolean).join(' · ');
  return html`<b>${line.nomination.nomineeName}</b>${notes ? html`<span class="meta">${notes}</span>` : html``}`;
}

function openLine(look: Look, line: BallotLine, choices: Choices): Html {
  const radio = (choice: Choice, label: string): Html =>
    html`<label
      ><input type="radio" name="choice.${line.id}" value="${choice}" ${choices.get(line.id) === choice ? html` checked` : html``} /><span
        >${label}</span
      ></label
    >`;
  return html`<li>
    <fieldset>
      <legend>${about(line)}</legend>
      <div class="votes">${radio('YES', say(look, 'Đồng ý', 'In favour'))}${radio('NO', say(look, 'Không đồng ý', 'Against'))}</div>
    </fieldset>
  </li>`;
}

function lockedLine(look: Look, line: BallotLine): Html {
  const reason = line.conflictReason ?? say(look, 'có xung đột lợi ích', 'conflict of interest');
  return html`<li class="locked">
    <div>${about(line)}</div>
    <p class="tag">${icon('lock')}${say(look, 'Không có trên phiếu của bạn', 'Not on your ballot')}: ${reason}</p>
  </li>`;
}

const GROUPS: readonly { choice: Choice; vi: string; en: string }[] = [
  { choice: 'YES', vi: 'Đồng ý', en: 'In favour' },
  { choice: 'NO', vi: 'Không đồng ý', en: 'Against' },
  { choice: 'BLANK', vi: 'Phiếu trắng', en: 'Blank' },
];

/** Second page: the whole ballot in words. The choices travel in the form itself; the host keeps none of them. */
export function reviewPage(look: Look, round: BallotRound, token: string, choices: Choices): string {
  const open = round.lines.filter((line) => !line.conflict);
  const hidden = open.map((line) => html`<input type="hidden" name="choice.${line.id}" value="${choices.get(line.id) ?? 'BLANK'}" />`);
  const groups = GROUPS.map((group) => {
    const names = open.filter((line) => (choices.get(line.id) ?? 'BLANK') === group.choice);
    return names.length === 0
      ? html``
      : html`<section class="group">
          <h2>${say(look, group.vi, group.en)} <span class="count">${names.length}</span></h2>
          <ul>
            ${names.map((line) => html`<li>${line.nomination.nomineeName}</li>`)}
          </ul>
        </section>`;
  });
  return layout(
    look,
    say(look, 'Xem lại phiếu', 'Review the ballot'),
    html`${head(look, round, 2)}
      <form class="card" method="post" action="/ballot/${round.id}" autocomplete="off">
        ${formState(look, token)}${hidden}
        <p class="notice warn">
          ${icon('warn')}<span
            >${say(look, 'Sau khi bỏ phiếu không xem lại, không sửa được.', 'Once cast, a ballot can be neither seen nor changed.')}</span
          >
        </p>
        <div class="groups">${groups}</div>
        <div class="foot">
          <button class="btn" type="submit" name="step" value="edit">${say(look, 'Sửa lại', 'Change')}</button>
          <button class="btn primary" type="submit" name="step" value="cast">${say(look, 'Bỏ phiếu', 'Cast the ballot')}</button>
        </div>
      </form>`,
  );
}
