import type { RoundPartsFragment, SessionDetailQuery } from '../generated/graphql.js';

export type SessionNode = NonNullable<SessionDetailQuery['session']>;
export type Round = RoundPartsFragment;

/** Index of the step under way: quorum, opening, voting, counting, minutes. */
export function currentStep(session: Pick<SessionNode, 'state' | 'quorum'> & { readonly rounds: readonly Pick<Round, 'state'>[] }): number {
  if (session.state === 'MINUTED') return 5;
  if (session.state === 'CLOSED') return 4;
  if (session.state === 'SCHEDULED') return session.quorum.met ? 1 : 0;
  const allClosed = session.rounds.length > 0 && session.rounds.every((round) => round.state === 'CLOSED');
  return allClosed ? 3 : 2;
}

/** The item people look at first: the one being voted, else the first not yet opened, else the last. */
export function roundToShow(rounds: readonly Round[], chosen: string | null): Round | null {
  return (
    rounds.find((round) => round.id === chosen) ??
    rounds.find((round) => round.state === 'OPEN') ??
    rounds.find((round) => round.state === 'PREPARED') ??
    rounds.at(-1) ??
    null
  );
}
