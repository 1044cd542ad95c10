import type { GraphClient } from '../graph/graph.client.js';
import type { Session } from '../session/session.store.js';
import type { AccessTokens } from '../sign-in/access.js';
import { CAST, ROUND } from './ballot.operations.js';
import { awardName, type BallotRound, type Choice, type Choices, choosePage, reviewPage } from './ballot.page.js';
import type { FormTokens } from './form-token.store.js';
import { type Look, messagePage, say } from './layout.js';
import { randomUUID } from 'node:crypto';

type CastResult =
  | { readonly __typename: 'BallotCast'; readonly receipt: string; readonly votedAt: string }
  | { readonly __typename: 'Refusal'; readonly reason: string; readonly message: string; readonly remedy: string | null };

export interface FlowParts {
  readonly graph: GraphClient;
  readonly access: AccessTokens;
  readonly tokens: FormTokens;
}

export interface Visit {
  readonly session: Session;
  readonly look: Look;
  readonly requestId: string;
  readonly id: string;
}

export function ballotPurpose(roundId: string): string {
  return `ballot ${roundId}`;
}

/** The secret ballot of one member in one round. Choices exist in the form and in the one mutation, never in the host. */
export class BallotFlow {
  constructor(private readonly parts: FlowParts) {}

  async open(visit: Visit): Promise<string> {
    const round = await this.#round(visit);
    return typeof round === 'string' ? round : this.#choose(visit, round, new Map());
  }

  /** Takes the form of either page. The session was found by the form's token. */
  async submit(visit: Visit, form: URLSearchParams): Promise<string> {
    const round = await this.#round(visit);
    if (typeof round === 'string') return round;
    const choices = readChoices(round, form);
    switch (form.get('step')) {
      case 'review':
        return reviewPage(visit.look, round, await this.parts.tokens.issue(visit.session, ballotPurpose(round.id)), choices);
      case 'cast':
        return this.#cast(visit, round, choices);
      default:
        return this.#choose(visit, round, choices);
    }
  }

  async #choose(visit: Visit, round: BallotRound, choices: Choices): Promise<string> {
    return choosePage(visit.look, round, await this.parts.tokens.issue(visit.session, ballotPurpose(round.id)), choices);
  }

  /** The round when this member may vote in it now; otherwise the page that says why not. */
  async #round(visit: Visit): Promise<BallotRound | string> {
    const { look } = visit;
    const answer = await this.parts.graph.ask<{ votingRound: BallotRound | null }>({
      query: ROUND,
      variables: { id: visit.id },
      token: await this.parts.access.of(visit.session),
      locale: look.locale,
      requestId: visit.requestId,
    });
    const round = answer.data?.votingRound;
    if (!round) return messagePage(look, missing(look, answer.errors?.[0]?.message));
    if (round.viewerHasVoted) return messagePage(look, voted(look, round));
    if (round.state !== 'OPEN') return messagePage(look, notOpen(look, round));
    if (!round.viewerMayVote) return messagePage(look, notAllowed(look));
    return round;
  }

  async #cast(visit: Visit, round: BallotRound, choices: Choices): Promise<string> {
    const { look, session } = visit;
    const answer = await this.parts.graph.ask<{ castBallot: CastResult | null }>({
      query: CAST,
      variables: {
        input: { clientMutationId: randomUUID(), roundId: round.id, choices: [...choices].map(([lineId, choice]) => ({ lineId, choice })) },
      },
      token: await this.parts.access.of(session),
      locale: look.locale,
      requestId: visit.requestId,
      ceremony: { kind: 'BALLOT', subject: session.subject },
    });
    const result = answer.data?.castBallot;
    if (result?.__typename === 'BallotCast') return messagePage(look, receipt(look, round, result));
    const why = result?.__typename === 'Refusal' ? [result.message, result.remedy ?? ''] : [answer.errors?.[0]?.message ?? ''];
    return messagePage(look, {
      kind: 'warn',
      title: say(look, 'Phiếu chưa được ghi nhận', 'The ballot was not recorded'),
      lines: why.filter(Boolean),
    });
  }
}

/** Every line that is open to this member has a choice; what is not chosen is blank. Unknown lines are ignored. */
export function readChoices(round: BallotRound, form: URLSearchParams): Map<string, Choice> {
  const open = round.lines.filter((line) => !line.conflict);
  return new Map(
    open.map((line) => {
      const value = form.get(`choice.${line.id}`);
      return [line.id, value === 'YES' || value === 'NO' ? value : 'BLANK'];
    }),
  );
}

function date(iso: string): string {
  const [year, month, day] = iso.slice(0, 10).split('-');
  return `${day}/${month}/${year}`;
}

function receipt(look: Look, round: BallotRound, cast: { receipt: string; votedAt: string }) {
  return {
    kind: 'ok' as const,
    title: say(look, 'Phiếu của bạn đã được ghi nhận', 'Your ballot has been recorded'),
    lines: [
      `${awardName(look, round)} · ${date(cast.votedAt)}`,
      say(look, `Mã biên nhận: ${cast.receipt}`, `Receipt: ${cast.receipt}`),
      say(look, 'Mã này chỉ chứng tỏ bạn đã bỏ phiếu, không cho biết bạn đã chọn gì.', 'It proves that you voted, not how.'),
    ],
  };
}

function voted(look: Look, round: BallotRound) {
  return {
    kind: 'ok' as const,
    title: say(look, 'Bạn đã bỏ phiếu', 'You have already voted'),
    lines: [
      awardName(look, round),
      say(
        look,
        'Mỗi người bỏ một phiếu. Phiếu đã bỏ không xem lại và không sửa được.',
        'One ballot each. It can be neither seen nor changed.',
      ),
    ],
  };
}

function notOpen(look: Look, round: BallotRound) {
  return {
    kind: 'info' as const,
    title:
      round.state === 'CLOSED'
        ? say(look, 'Vòng bỏ phiếu đã đóng', 'The round is closed')
        : say(look, 'Vòng bỏ phiếu chưa mở', 'The round is not open yet'),
    lines: [
      awardName(look, round),
      say(
        look,
        'Thư ký Hội đồng mở và đóng vòng bỏ phiếu trong phiên họp.',
        'The council’s secretary opens and closes it during the session.',
      ),
    ],
  };
}

function notAllowed(look: Look) {
  return {
    kind: 'info' as const,
    title: say(look, 'Bạn không bỏ phiếu trong vòng này', 'You do not vote in this round'),
    lines: [say(look, 'Chỉ ủy viên có mặt của Hội đồng bỏ phiếu.', 'Only members of the council who are present vote.')],
  };
}

function missing(look: Look, message: string | undefined) {
  return {
    kind: 'warn' as const,
    title: say(look, 'Không mở được phiếu này', 'This ballot cannot be opened'),
    lines: message ? [message] : [],
  };
}
