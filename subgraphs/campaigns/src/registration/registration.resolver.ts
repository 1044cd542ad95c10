import { can, grouped, loader, type RequestContext } from '@thidua/server';
import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { In } from 'typeorm';
import { CampaignEntity } from '../campaign/campaign.entity.js';
import { campaignLoader } from '../campaign/campaign.loader.js';
import { PersonRef } from '../references/stubs.js';
import { RegistrationEntity } from './registration.entity.js';

const registrationsLoader = (ctx: RequestContext) =>
  loader<string, RegistrationEntity[]>(ctx, 'registrations', async (ids) => {
    const rows = await ctx.db.find(RegistrationEntity, { where: { personId: In([...ids]) }, order: { year: 'DESC', awardCode: 'ASC' } });
    return grouped(ids, rows, (row) => row.personId);
  });

@Resolver(() => PersonRef)
export class PersonRegistrationsResolver {
  /** One's own, and those of people whose nominations one may read. */
  @FieldResolver(() => [RegistrationEntity], { nullable: true })
  async registrations(
    @Ctx() ctx: RequestContext,
    @Root() person: PersonRef,
    @Arg('year', () => Int, { nullable: true }) year?: number | null,
  ): Promise<RegistrationEntity[]> {
    const rows = await registrationsLoader(ctx).load(person.id);
    return rows.filter(
      (row) =>
        (year ?? row.year) === row.year &&
        can(ctx, 'nomination:read', { personId: row.personId, unitId: row.unitId, departmentId: row.departmentId }),
    );
  }
}

@Resolver(() => RegistrationEntity)
export class RegistrationCampaignResolver {
  @FieldResolver(() => CampaignEntity, { nullable: true })
  campaign(@Ctx() ctx: RequestContext, @Root() registration: RegistrationEntity): Promise<CampaignEntity | null> {
    return registration.campaignId ? campaignLoader(ctx).load(registration.campaignId) : Promise.resolve(null);
  }
}
