import { fault, loader, type RequestContext } from '@thidua/server';
import { LocalRegulationEntity } from '../local-regulation/local-regulation.entity.js';
import { AuthorityEntity, AwardTypeEntity, RuleSetEntity } from './award-type.entity.js';

/** The catalogue as it stands in the database: small, so a request reads it once and whole. */
export interface Catalogue {
  types: AwardTypeEntity[];
  ruleSets: RuleSetEntity[];
  authorities: AuthorityEntity[];
  regulations: LocalRegulationEntity[];
}

export function catalogueOf(ctx: RequestContext): Promise<Catalogue> {
  const whole = loader<string, Catalogue>(ctx, 'awards/catalogue', async (keys) => {
    const [types, ruleSets, authorities, regulations] = await Promise.all([
      ctx.db.find(AwardTypeEntity, { order: { position: 'ASC' } }),
      ctx.db.find(RuleSetEntity, { order: { validFrom: 'ASC' } }),
      ctx.db.find(AuthorityEntity),
      ctx.db.find(LocalRegulationEntity),
    ]);
    return keys.map(() => ({ types, ruleSets, authorities, regulations }));
  });
  return whole.load('all');
}

/** @throws BAD_USER_INPUT when the catalogue has no such code */
export async function awardTypeOf(ctx: RequestContext, code: string): Promise<AwardTypeEntity> {
  const type = (await catalogueOf(ctx)).types.find((candidate) => candidate.code === code);
  if (type) return type;
  throw fault('BAD_USER_INPUT', ctx.t(`Danh mục không có mã “${code}”.`, `The catalogue has no code “${code}”.`), { field: 'award' });
}
