import { can, connectQuery, fault, mutate, Refusal, refuse, type ConnectionArgs, type Page, type RequestContext } from '@thidua/server';
import { belongsTo, isService, reads } from '../visibility.js';
import { InitiativeEntity } from './initiative.entity.js';
import { InitiativeRecognised, type RecogniseInitiativeInput } from './initiative.inputs.js';
import { authorsLoader, initiativeLoader, initiativesOfPersonLoader } from './initiative.loader.js';
import { INITIATIVE_STATES } from './initiative.states.js';

/** What is not recognised yet is seen by its authors, its department and the province only. */
const seesUnrecognised = (ctx: RequestContext, departmentId: string): boolean =>
  isService(ctx) || belongsTo(ctx, departmentId) || can(ctx, 'initiative:read', { departmentId }) !== null;

export async function initiativesOfPerson(ctx: RequestContext, personId: string, year: number | null): Promise<InitiativeEntity[] | null> {
  if (!reads(ctx, 'initiative:read')) return null;
  const authored = await initiativesOfPersonLoader(ctx).load(personId);
  return authored
    .map(({ initiative }) => initiative)
    .filter(
      (row) =>
        (year === null || row.year === year) &&
        (row.state === 'RECOGNISED' ||
          personId === ctx.actor.id ||
          (ctx.actor.kind !== 'client' && seesUnrecognised(ctx, row.departmentId))),
    );
}

export function listInitiatives(
  ctx: RequestContext,
  filter: { organisation?: string | null; year?: number | null },
  args: ConnectionArgs,
): Promise<Page<InitiativeEntity>> {
  const query = ctx.db.createQueryBuilder(InitiativeEntity, 'i');
  const departments = ctx.actor.roles.flatMap((claim) =>
    claim.scopeKind === 'DEPARTMENT' ? [claim.scopeId] : claim.departmentId ? [claim.departmentId] : [],
  );
  const province = isService(ctx) || (ctx.actor.kind === 'person' && can(ctx, 'initiative:read', {}) !== null);
  if (!province) {
    query.where(
      `(i.state = 'RECOGNISED' or i.department_id = any(:departments) or exists (select 1 from initiative_author a where a.initiative_id = i.id and a.person_id::text = :self))`,
      { departments, self: ctx.actor.id },
    );
  }
  if (filter.organisation) query.andWhere('i.department_id = :organisation', { organisation: filter.organisation });
  if (filter.year) query.andWhere('i.year = :year', { year: filter.year });
  return connectQuery(query, args, [
    { sql: 'i.year', direction: 'DESC', of: (row) => String(row.year), cast: 'int' },
    { sql: 'i.title', direction: 'ASC', of: (row) => row.title },
    { sql: 'i.id', direction: 'ASC', of: (row) => row.id, cast: 'uuid' },
  ]);
}

/** the decision of recognition. Shares must make 100 and no member recognises his own. */
export async function recogniseInitiative(ctx: RequestContext, input: RecogniseInitiativeInput): Promise<InitiativeRecognised | Refusal> {
  const initiative = await initiativeLoader(ctx).load(input.id);
  if (!initiative) throw fault('NOT_FOUND', ctx.t('Không có sáng kiến này.', 'There is no such initiative.'), { field: 'id' });
  const authors = await authorsLoader(ctx).load(input.id);
  return mutate(
    ctx,
    { operation: 'recogniseInitiative', input, permission: 'initiative:recognise', scope: { departmentId: initiative.departmentId } },
    async (tx) => {
      const state = INITIATIVE_STATES.move(initiative.state, 'recognise');
      if (!state) return refuse(ctx, 'WRONG_STATE', 'Sáng kiến đã có kết luận.', 'The initiative is already settled.', { field: 'id' });
      if (authors.some((author) => author.personId === ctx.actor.id)) {
        return refuse(ctx, 'OWN_INITIATIVE', 'Không công nhận sáng kiến của chính mình.', 'Nobody recognises his own initiative.', {
          field: 'id',
          remedy: ['Người khác có thẩm quyền ghi quyết định.', 'Somebody else with authority records it.'],
        });
      }
      if (authors.reduce((sum, author) => sum + author.percent, 0) !== 100) {
        return refuse(ctx, 'SHARES_NOT_100', 'Tổng tỷ lệ đóng góp của các tác giả phải là 100.', 'The authors’ shares must make 100.', {
          field: 'authors',
          remedy: ['Sửa tỷ lệ trong đơn yêu cầu công nhận.', 'Correct the shares in the application.'],
        });
      }
      if (input.decidedOn > ctx.today())
        return refuse(ctx, 'DECISION_TO_COME', 'Ngày quyết định ở tương lai.', 'The decision’s date is in the future.', {
          field: 'decidedOn',
          remedy: ['Nhập ngày ký quyết định.', 'Enter the day it was signed.'],
        });
      await tx.change(InitiativeEntity, initiative, input.version, {
        state,
        decisionNumber: input.decisionNumber.trim(),
        decidedOn: input.decidedOn,
        influenceScope: 'BASE',
      });
      await tx.audit({ entity: 'Initiative', id: input.id, from: initiative.state, to: state, reason: input.decisionNumber.trim() });
      await tx.emit('evaluations.initiative.recognised.v1', {
        initiativeId: input.id,
        authorIds: authors.map((author) => author.personId),
        year: initiative.year,
        entity: { typeName: 'Initiative', id: input.id },
        change: 'UPDATED',
        visibility: { kind: 'PROVINCE' },
      });
      return { id: input.id };
    },
    async ({ id }) => Object.assign(new InitiativeRecognised(), { initiative: await initiativeLoader(ctx).load(id) }),
  );
}
