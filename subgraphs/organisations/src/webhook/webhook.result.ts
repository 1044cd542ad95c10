import { refusalUnion } from '@thidua/server';
import { Field, ID, ObjectType } from 'type-graphql';
import { WebhookEntity } from './webhook.entity.js';

@ObjectType()
export class WebhookSaved {
  @Field(() => WebhookEntity) webhook: WebhookEntity;
  @Field(() => String, { nullable: true, description: 'Khóa để kiểm tra chữ ký (whsec_…); chỉ có khi vừa tạo hoặc vừa đổi khóa.' })
  secret: string | null;
}
@ObjectType()
export class WebhookRemoved {
  @Field(() => ID) id: string;
}

export const SaveWebhookResult = refusalUnion('SaveWebhookResult', WebhookSaved);
export const RemoveWebhookResult = refusalUnion('RemoveWebhookResult', WebhookRemoved);
