import { Allow, CacheControl, type RequestContext } from '@thidua/server';
import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { AwardTypeEntity, RuleSetEntity } from './award-type.entity.js';
import { catalogueOf } from './award-type.loader.js';

@Resolver(() => AwardTypeEntity)
export class AwardTypeResolver {
  @Query(() => [AwardTypeEntity], { description: 'Danh mục danh hiệu và hình thức (R-222…R-226).' })
  @Allow('award:read')
  @CacheControl({ maxAge: 3_600, scope: 'PUBLIC' })
  async awardTypes(@Ctx() ctx: RequestContext): Promise<AwardTypeEntity[]> {
    return (await catalogueOf(ctx)).types;
  }

  @Query(() => AwardTypeEntity, { nullable: true })
  @Allow('award:read')
  @CacheControl({ maxAge: 3_600, scope: 'PUBLIC' })
  async awardType(@Arg('code', () => String) code: string, @Ctx() ctx: RequestContext): Promise<AwardTypeEntity | null> {
    return (await catalogueOf(ctx)).types.find((type) => type.code === code) ?? null;
  }

  @FieldResolver(() => [String], { description: 'Người có thẩm quyền quyết định, theo ngôn ngữ của yêu cầu (R-228).' })
  async decidingAuthorities(@Root() type: AwardTypeEntity, @Ctx() ctx: RequestContext): Promise<string[]> {
    const { authorities } = await catalogueOf(ctx);
    return type.authorities.map((code) => {
      const known = authorities.find((authority) => authority.code === code);
      return known ? ctx.t(known.name, known.nameEn) : code;
    });
  }

  @FieldResolver(() => [RuleSetEntity])
  async ruleSets(@Root() type: AwardTypeEntity, @Ctx() ctx: RequestContext): Promise<RuleSetEntity[]> {
    return (await catalogueOf(ctx)).ruleSets.filter((ruleSet) => ruleSet.awardCode === type.code);
  }
}
