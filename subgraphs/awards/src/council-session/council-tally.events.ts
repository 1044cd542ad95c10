/** A member of a round has voted: not who, not what. `{ roundId, sessionId }` */
export const ROUND_VOTED = 'awards.round.voted.v1';
/** Opened, attendance taken, a conflict declared. `{ sessionId }` */
export const SESSION_CHANGED = 'awards.session.changed.v1';

/** What moves the picture of a session. */
export const TALLY_EVENTS: ReadonlySet<string> = new Set([
  ROUND_VOTED,
  SESSION_CHANGED,
  'awards.round.opened.v1',
  'awards.round.closed.v1',
]);

/**
 * Votes are told on marks ten seconds apart, those of one mark together: the count must not move at the moment at which
 * somebody in the room puts his telephone down (docs/decisions/0001-ballot.md).
 */
export const VOTES_GRID_MS = 10_000;
