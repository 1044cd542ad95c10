import { Allow, type Refusal, type RequestContext } from '@thidua/server';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { recordPosting, RecordPostingInput, RecordPostingResult, type PostingRecorded } from './record-posting.js';

@Resolver()
export class RecordPostingResolver {
  @Mutation(() => RecordPostingResult, { description: 'Điều động: kết thúc vị trí cũ ngày hôm trước và mở vị trí mới (R-018).' })
  @Allow('person:move')
  recordPosting(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => RecordPostingInput) input: RecordPostingInput,
  ): Promise<PostingRecorded | Refusal> {
    return recordPosting(ctx, input);
  }
}
