import { Live, type LiveMoment, type RequestContext } from '@thidua/server';
import { Ctx, Field, ID, Int, ObjectType, Resolver, Root } from 'type-graphql';
import { INBOX_CHANGED, inboxEventOf, isInInboxOf } from '../projection/inbox-events.js';
import { InboxItem, inboxNow } from '../projection/inbox.js';

@ObjectType({ description: 'Việc của người hỏi vừa thay đổi.' })
export class InboxChange {
  @Field(() => Int, { description: 'Số việc đang chờ, lúc này.' }) totalCount: number;
  @Field(() => [InboxItem], { description: 'Việc mới tới và vẫn đang chờ.' }) opened: InboxItem[];
  @Field(() => [ID], { description: 'Việc đã rời danh sách.' }) closed: string[];
}

@Resolver()
export class InboxLiveResolver {
  @Live(() => InboxChange, {
    access: 'signed-in',
    description: 'Báo khi việc của người hỏi thay đổi. Sự kiện đầu nói số việc lúc này.',
    wants: (event, _args, ctx) => event.name === INBOX_CHANGED && isInInboxOf(ctx.actor, inboxEventOf(event).assignee),
  })
  async inboxChanged(@Root() moment: LiveMoment, @Ctx() ctx: RequestContext): Promise<InboxChange> {
    const last = new Map(moment.events.map((event) => [inboxEventOf(event).taskId, inboxEventOf(event)]));
    const opened = [...last.values()].filter((event) => event.step === 'OPENED' && isInInboxOf(ctx.actor, event.assignee));
    const { totalCount, items } = await inboxNow(
      ctx,
      opened.map((event) => event.taskId),
    );
    const open = new Set(items.map((item) => item.id));
    return Object.assign(new InboxChange(), { totalCount, opened: items, closed: [...last.keys()].filter((id) => !open.has(id)) });
  }
}
