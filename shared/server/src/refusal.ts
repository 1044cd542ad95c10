import { createUnionType, Directive, Field, Int, ObjectType, type ClassType } from 'type-graphql';
import type { Locale, RequestContext } from './context.js';

/** The business says no: what, why, and what the person can do about it. Returned, never thrown. */
@Directive('@shareable')
@ObjectType({ description: 'Nghiệp vụ từ chối: lý do và cách xử lý. The business says no, with a reason a person can act on.' })
export class Refusal {
  @Field(() => String, { description: 'Stable code.' }) reason: string;
  @Field(() => String) message: string;
  @Field(() => String, { nullable: true }) remedy: string | null;
  @Field(() => String, { nullable: true }) field: string | null;
  @Field(() => Int, { nullable: true }) row: number | null;
}

export interface RefusalOptions {
  remedy?: [vi: string, en: string];
  field?: string;
  row?: number;
}

/** Makes a refusal in the request's language. Returned from a `mutate` work function it rolls everything back. */
export function refuse(
  ctx: { locale: Locale } | RequestContext,
  reason: string,
  vi: string,
  en: string,
  options: RefusalOptions = {},
): Refusal {
  const pick = (pair: [string, string]): string => (ctx.locale === 'en' ? pair[1] : pair[0]);
  return Object.assign(new Refusal(), {
    reason,
    message: pick([vi, en]),
    remedy: options.remedy ? pick(options.remedy) : null,
    field: options.field ?? null,
    row: options.row ?? null,
  });
}

/** The result of a mutation: its success class or a refusal. Success values must be instances of their class. */
export function refusalUnion<T extends object>(name: string, success: ClassType<T>): T | Refusal {
  return createUnionType({ name, types: () => [success, Refusal] as const }) as T | Refusal;
}
