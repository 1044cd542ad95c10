import { DateTimeScalar } from '@thidua/server';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** ACTIVE is sent to; PAUSED was stopped by its owner; FAILED gave up after the last try. Both go on where they stopped. */
export type WebhookState = 'ACTIVE' | 'PAUSED' | 'FAILED';

/** An address to which the changes that one integrating system may see are sent (`Query.changes`, J-13). */
@ObjectType('Webhook', { description: 'Địa chỉ nhận thay đổi của một hệ thống tích hợp, ký theo Standard Webhooks.' })
@Entity('webhook')
export class WebhookEntity {
  @Field(() => ID) @PrimaryColumn({ type: 'uuid' }) id: string;
  /** Key of the client it belongs to. */
  @Column({ type: 'text', name: 'client_key' }) clientKey: string;
  @Field(() => String) @Column({ type: 'text' }) url: string;
  @Field(() => [String], { description: 'Chỉ các kiểu này (Plan, Decision …); rỗng là tất cả.' })
  @Column({ type: 'text', array: true, name: 'type_names' })
  typeNames: string[];
  @Field(() => String, { description: 'ACTIVE | PAUSED | FAILED' }) @Column({ type: 'text' }) state: WebhookState;
  /** Number of the last change that was received (`change_row.seq`). */
  @Field(() => ID, { description: 'Số thứ tự thay đổi cuối cùng đã nhận.' })
  @Column({ type: 'bigint' })
  position: string;
  @Field(() => Int, { description: 'Số lần gửi hỏng liên tiếp.' }) @Column({ type: 'int' }) failures: number;
  @Field(() => String, { nullable: true, description: 'Vì sao lần gửi cuối hỏng.' })
  @Column({ type: 'text', name: 'last_error', nullable: true })
  lastError: string | null;
  @Field(() => DateTimeScalar, { nullable: true })
  @Column({ type: 'timestamptz', name: 'delivered_at', nullable: true })
  deliveredAt: Date | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'Lần gửi tiếp theo sau khi hỏng.' })
  @Column({ type: 'timestamptz', name: 'next_attempt_at', nullable: true })
  nextAttemptAt: Date | null;
  @Column({ type: 'int', name: 'secret_version' }) secretVersion: number;
  @Field(() => Int) @Column({ type: 'int' }) version: number;
}
