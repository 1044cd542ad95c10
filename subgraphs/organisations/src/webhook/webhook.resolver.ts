import { Allow, type Refusal, type RequestContext } from '@thidua/server';
import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { WebhookEntity } from './webhook.entity.js';
import { CreateWebhookInput, WebhookInput } from './webhook.input.js';
import { RemoveWebhookResult, SaveWebhookResult, type WebhookRemoved, type WebhookSaved } from './webhook.result.js';
import { createWebhook, pauseWebhook, removeWebhook, renewWebhookSecret, resumeWebhook, webhooksOf } from './webhook.service.js';

@Resolver(() => WebhookEntity)
export class WebhookResolver {
  @Query(() => [WebhookEntity], { description: 'Các địa chỉ nhận của hệ thống đang hỏi (tối đa mười).' })
  @Allow('changes:read')
  webhooks(@Ctx() ctx: RequestContext): Promise<WebhookEntity[]> {
    return webhooksOf(ctx);
  }

  @Mutation(() => SaveWebhookResult, { description: 'Đăng ký một địa chỉ nhận thay đổi.' })
  @Allow('changes:read')
  createWebhook(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => CreateWebhookInput) input: CreateWebhookInput,
  ): Promise<WebhookSaved | Refusal> {
    return createWebhook(ctx, input);
  }

  @Mutation(() => SaveWebhookResult, { description: 'Tạm ngừng gửi.' })
  @Allow('changes:read')
  pauseWebhook(@Ctx() ctx: RequestContext, @Arg('input', () => WebhookInput) input: WebhookInput): Promise<WebhookSaved | Refusal> {
    return pauseWebhook(ctx, input);
  }

  @Mutation(() => SaveWebhookResult, { description: 'Gửi tiếp từ thay đổi đã nhận cuối cùng.' })
  @Allow('changes:read')
  resumeWebhook(@Ctx() ctx: RequestContext, @Arg('input', () => WebhookInput) input: WebhookInput): Promise<WebhookSaved | Refusal> {
    return resumeWebhook(ctx, input);
  }

  @Mutation(() => SaveWebhookResult, { description: 'Đổi khóa kiểm tra chữ ký.' })
  @Allow('changes:read')
  renewWebhookSecret(@Ctx() ctx: RequestContext, @Arg('input', () => WebhookInput) input: WebhookInput): Promise<WebhookSaved | Refusal> {
    return renewWebhookSecret(ctx, input);
  }

  @Mutation(() => RemoveWebhookResult, { description: 'Bỏ một địa chỉ nhận.' })
  @Allow('changes:read')
  removeWebhook(@Ctx() ctx: RequestContext, @Arg('input', () => WebhookInput) input: WebhookInput): Promise<WebhookRemoved | Refusal> {
    return removeWebhook(ctx, input);
  }
}
