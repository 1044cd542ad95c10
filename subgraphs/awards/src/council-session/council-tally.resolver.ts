import { can, Live, permit, type RequestContext } from '@thidua/server';
import { Arg, Ctx, ID, Resolver } from 'type-graphql';
import { CouncilSessionEntity } from './council-session.entity.js';
import { ROUND_VOTED, TALLY_EVENTS, VOTES_GRID_MS } from './council-tally.events.js';
import { requireSession, sessionScope } from './session.service.js';

/** A session as this caller may see it. @throws NOT_FOUND, FORBIDDEN */
async function visibleSession(ctx: RequestContext, id: string): Promise<CouncilSessionEntity> {
  const session = await requireSession(ctx, id);
  permit(ctx, 'session:read', sessionScope(session));
  return session;
}

/** That somebody has voted is told to whoever sees the count while the round is open, and to nobody else. */
const mayCount = (ctx: RequestContext, session: CouncilSessionEntity): boolean => can(ctx, 'round:manage', sessionScope(session)) !== null;

@Resolver()
export class CouncilTallyResolver {
  /** Its fields have the rules they have in a question: who may not see how many have voted does not see it here either. */
  @Live<{ session: string }, CouncilSessionEntity>(() => CouncilSessionEntity, {
    access: 'session:read',
    description:
      'Diễn biến phiên họp: bao nhiêu người đã bỏ phiếu, vòng nào mở, đóng. Không bao giờ có lựa chọn hay tên người bỏ. Phiếu được báo gộp theo mốc 10 giây.',
    admit: ({ session }, ctx) => visibleSession(ctx, session),
    wants: (event, { session }, ctx, visible) =>
      TALLY_EVENTS.has(event.name) && event.payload['sessionId'] === session && (event.name !== ROUND_VOTED || mayCount(ctx, visible)),
    pace: (event) => (event.name === ROUND_VOTED ? VOTES_GRID_MS : 0),
  })
  councilTally(@Arg('session', () => ID) session: string, @Ctx() ctx: RequestContext): Promise<CouncilSessionEntity> {
    return visibleSession(ctx, session);
  }
}
