import type { OrganisationEvaluationFacts, PersonEvaluationFacts } from '@thidua/contracts';
import type { RequestContext } from '@thidua/server';
import { blocksNomination, type PetitionFact } from '../eligibility/predicates/petition.predicates.js';
import type { NominationEntity } from '../nomination/nomination.entity.js';

/**
 * Lines whose nominee has a denunciation or complaint under verification today (L-07): nothing is decided meanwhile, also
 * when it came in after the vote. Asked of evaluations in one call per kind of nominee. @throws UNAVAILABLE
 */
export async function linesUnderVerification(ctx: RequestContext, lines: readonly NominationEntity[]): Promise<Set<string>> {
  const blocked = await Promise.all(
    (['Person', 'Organisation'] as const).map(async (typeName) => {
      const own = lines.filter((line) => line.nomineeType === typeName);
      if (own.length === 0) return [];
      const ids = own.map((line) => line.nomineeId);
      const facts = await ctx.peers.entities<PersonEvaluationFacts | OrganisationEvaluationFacts>(
        'evaluations',
        typeName,
        ids,
        'evaluationFacts',
      );
      return own.filter((_, index) => ((facts[index]?.petitions ?? []) as PetitionFact[]).some(blocksNomination));
    }),
  );
  return new Set(blocked.flat().map((line) => line.id));
}
