import type { DecisionSigned } from '@thidua/contracts';
import { fault, mutate, newId, permitCeremony, refuse, type Refusal, type RequestContext, type Transaction } from '@thidua/server';
import { AwardEntity } from '../award/award.entity.js';
import { certificateCode } from '../award/certificate-code.rules.js';
import { NominationEntity } from '../nomination/nomination.entity.js';
import { moveNomination } from '../nomination/nomination.steps.js';
import { closeTask, taskIds } from '../nomination/nomination.tasks.js';
import { DecisionEntity, DecisionState } from './decision.entity.js';
import type { SignDecisionInput } from './decision.input.js';
import { decisionLoader } from './decision.loader.js';
import { signingCapacity, usedInitiatives } from './decision.rules.js';

/**
 * Signs a decision on the host's own page: the number comes from the register of the body, year and symbol, the lines become
 * award rows with their department frozen, the nominations are decided. All of it or nothing; a second click finds it signed.
 */
export async function signDecision(ctx: RequestContext, input: SignDecisionInput): Promise<DecisionEntity | Refusal> {
  const decision = await decisionLoader(ctx).load(input.id);
  if (!decision) throw fault('NOT_FOUND', ctx.t('Không có quyết định này.', 'There is no such decision.'), { id: input.id });
  permitCeremony(ctx, 'SIGNATURE');
  return mutate(
    ctx,
    { operation: 'signDecision', input, permission: 'decision:sign', scope: { departmentId: decision.departmentId } },
    async (tx) => {
      const current = await tx.manager.findOneOrFail(DecisionEntity, { where: { id: input.id }, lock: { mode: 'pessimistic_write' } });
      if (current.state !== DecisionState.DRAFT) {
        return refuse(
          ctx,
          'ALREADY_SIGNED',
          `Quyết định đã ký, số ${current.number}/${current.symbol}.`,
          `The decision is already signed, number ${current.number}/${current.symbol}.`,
          {
            remedy: ['Không cần ký lại.', 'There is nothing more to sign.'],
          },
        );
      }
      const lines = await tx.manager.find(NominationEntity, { where: { decisionId: current.id }, order: { nomineeName: 'ASC' } });
      const number = await nextNumber(tx, current, ctx.today());
      await tx.change(DecisionEntity, current, input.version, {
        state: DecisionState.ISSUED,
        number,
        date: ctx.today(),
        signerId: ctx.actor.id,
        signerName: ctx.actor.name,
        signerCapacity: capacityOf(ctx, current.departmentId),
      });
      await tx.audit({ entity: 'Decision', id: current.id, from: 'DRAFT', to: 'ISSUED' });
      const awards = await insertAwards(tx, current, lines);
      for (const line of lines)
        await moveNomination(tx, ctx, line, line.version, { actions: ['decide'], reason: `${number}/${current.symbol}` });
      await announce(tx, current, number, awards);
      await closeTask(tx, taskIds.sign(current.id));
      return { id: current.id };
    },
    async (saved) => (await decisionLoader(ctx).load(saved.id)) as DecisionEntity,
  );
}

function capacityOf(ctx: RequestContext, departmentId: string): string {
  return signingCapacity(
    ctx.actor.roles.map((claim) => ({
      role: claim.role,
      departmentId: claim.departmentId ?? (claim.scopeKind === 'DEPARTMENT' ? claim.scopeId : null),
    })),
    departmentId,
  );
}

/** Next number of the register; the row stays locked until the transaction ends, so two at once never share one. */
export async function nextNumber(
  tx: Transaction,
  decision: Pick<DecisionEntity, 'departmentId' | 'symbol'>,
  today: string,
): Promise<string> {
  const [row] = (await tx.manager.query(
    `insert into decision_register (department_id, year, symbol, last_number) values ($1, $2, $3, 1)
     on conflict (department_id, year, symbol) do update set last_number = decision_register.last_number + 1 returning last_number`,
    [decision.departmentId, Number(today.slice(0, 4)), decision.symbol],
  )) as { last_number: number }[];
  return String(row?.last_number);
}

/** Rows of the register of awards from the lines of a decision; what earned the title is marked as used (L-15). */
export async function insertAwards(tx: Transaction, decision: DecisionEntity, lines: NominationEntity[]): Promise<AwardEntity[]> {
  const awards = lines.map((line) => {
    const id = newId();
    return Object.assign(new AwardEntity(), {
      id,
      awardCode: line.awardCode,
      year: line.year,
      nomineeType: line.nomineeType,
      nomineeId: line.nomineeId,
      recipientName: line.nomineeName,
      departmentId: line.departmentId,
      unitId: line.unitId,
      provinceId: line.provinceId,
      decisionId: decision.id,
      nominationId: line.id,
      status: 'IN_FORCE',
      countsForMerit: line.ground === 'MERIT',
      certificateCode: certificateCode(id),
    });
  });
  await tx.manager.insert(AwardEntity, awards);
  const used = awards.flatMap((award) => {
    const line = lines.find((candidate) => candidate.id === award.nominationId);
    return usedInitiatives(line?.assessment?.checks ?? []).map((initiativeId) => ({ initiativeId, award }));
  });
  for (const { initiativeId, award } of used) {
    await tx.manager.query(
      'insert into initiative_use (initiative_id, award_code, nominee_id, award_id) values ($1, $2, $3, $4) on conflict do nothing',
      [initiativeId, award.awardCode, award.nomineeId, award.id],
    );
  }
  return awards;
}

async function announce(tx: Transaction, decision: DecisionEntity, number: string, awards: AwardEntity[]): Promise<void> {
  const payload: DecisionSigned = {
    decisionId: decision.id,
    number: `${number}/${decision.symbol}`,
    organisationId: decision.departmentId,
    awardCode: decision.awardCode,
    year: decision.year,
    lines: awards
      .filter((award) => award.nomineeType === 'Person' || award.nomineeType === 'Organisation')
      .map((award) => ({
        awardId: award.id,
        nomineeId: award.nomineeId,
        nomineeType: award.nomineeType as 'Person',
        nomineeName: award.recipientName,
      })),
  };
  await tx.emit('awards.decision.signed.v1', {
    ...payload,
    entity: { typeName: 'Decision', id: decision.id },
    change: 'CREATED',
    visibility: { kind: 'PROVINCE' },
  });
}
