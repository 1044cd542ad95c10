import { fault, mutate, newId, refuse, type ObjectScope, type Refusal, type RequestContext, type Transaction } from '@thidua/server';
import { In, Not } from 'typeorm';
import { awardTypeOf, catalogueOf } from '../award-type/award-type.loader.js';
import type { AwardTypeEntity } from '../award-type/award-type.entity.js';
import { assessFacts } from '../eligibility/eligibility.service.js';
import { regulationAt } from '../local-regulation/regulation.rules.js';
import { workingDaysAfter } from '../local-regulation/working-days.rules.js';
import { partsOf } from './dossier.rules.js';
import { scopeOf } from './nomination.access.js';
import { DossierPartEntity, NominationEntity, NominationState } from './nomination.entity.js';
import type {
  AppraiseNominationInput,
  CreateNominationInput,
  NominationActInput,
  ReturnNominationInput,
  UpdateNominationInput,
} from './nomination.input.js';
import { nominationLoader } from './nomination.loader.js';
import { moveNomination, pathOf, recordStep } from './nomination.steps.js';
import { EDITABLE, type NominationAction } from './nomination.states.js';
import { closeTask, openTask, taskIds } from './nomination.tasks.js';
import { organisationPlace, personPlace, type NomineePlace } from './nominee.facts.js';
import { requireNomination, wrongState } from './submission.service.js';

type Saved = NominationEntity | Refusal;

function suits(type: AwardTypeEntity, isPerson: boolean): boolean {
  return type.recipients.includes(isPerson ? 'individual' : 'collective');
}

/** A unit head or the office proposes a person or a collective; once per award and year. */
export async function createNomination(ctx: RequestContext, input: CreateNominationInput): Promise<Saved> {
  const isPerson = Boolean(input.personId);
  const nomineeId = input.personId ?? input.organisationId;
  if (!nomineeId || (input.personId && input.organisationId)) {
    throw fault('BAD_USER_INPUT', ctx.t('Chọn đúng một người hoặc một tập thể.', 'Give exactly one of personId and organisationId.'), {
      field: 'personId',
    });
  }
  const type = await awardTypeOf(ctx, input.award);
  const place = isPerson ? await personPlace(ctx, nomineeId) : await organisationPlace(ctx, nomineeId);
  const scope: ObjectScope = { departmentId: place.departmentId, unitId: place.unitId };
  return mutate(
    ctx,
    { operation: 'createNomination', input, permission: 'nomination:create', scope },
    async (tx) => {
      if (!suits(type, isPerson)) {
        return refuse(
          ctx,
          'WRONG_RECIPIENT',
          `“${type.name}” không dành cho ${isPerson ? 'cá nhân' : 'tập thể'}.`,
          `“${type.nameEn}” is not for ${isPerson ? 'individuals' : 'collectives'}.`,
          {
            remedy: ['Chọn danh hiệu hoặc hình thức khác.', 'Choose another award.'],
            field: 'award',
          },
        );
      }
      if (input.year > Number(ctx.today().slice(0, 4))) return yearToCome(ctx, input.year);
      const twin = await tx.manager.findOneBy(NominationEntity, {
        awardCode: type.code,
        year: input.year,
        nomineeId,
        state: Not(In(['WITHDRAWN'])) as never,
      });
      if (twin) return duplicate(ctx, twin, type);
      return insertNomination(tx, ctx, { input, type, place, nomineeId, isPerson });
    },
    (saved) => requireNomination(ctx, saved.id),
  );
}

function yearToCome(ctx: RequestContext, year: number): Refusal {
  return refuse(ctx, 'YEAR_TO_COME', `Năm ${year} chưa tới.`, `The year ${year} is yet to come.`, {
    remedy: ['Chọn năm nay hoặc năm trước.', 'Choose this year or an earlier one.'],
    field: 'year',
  });
}

function duplicate(ctx: RequestContext, twin: NominationEntity, type: AwardTypeEntity): Refusal {
  return refuse(
    ctx,
    'ALREADY_NOMINATED',
    `${twin.nomineeName} đã được đề nghị “${type.name}” năm ${twin.year}.`,
    `${twin.nomineeName} is already nominated for “${type.nameEn}” in ${twin.year}.`,
    {
      remedy: ['Mở hồ sơ đã có, hoặc rút hồ sơ đó trước.', 'Open the existing nomination, or withdraw it first.'],
      field: 'nominee',
    },
  );
}

interface NewNomination {
  input: CreateNominationInput;
  type: AwardTypeEntity;
  place: NomineePlace;
  nomineeId: string;
  isPerson: boolean;
}

async function insertNomination(
  tx: Transaction,
  ctx: RequestContext,
  { input, type, place, nomineeId, isPerson }: NewNomination,
): Promise<{ id: string }> {
  const id = newId();
  await tx.manager.insert(NominationEntity, {
    id,
    version: 1,
    awardCode: type.code,
    year: input.year,
    nomineeType: isPerson ? 'Person' : 'Organisation',
    nomineeId,
    nomineeName: place.name,
    departmentId: place.departmentId,
    unitId: place.unitId,
    unitName: place.unitName,
    provinceId: place.provinceId,
    state: NominationState.DRAFT,
    ground: input.ground,
    achievement: input.achievement.normalize('NFC'),
    warningTexts: [],
    proposedById: ctx.actor.id,
    proposedByName: ctx.actor.name,
    createdAt: tx.now,
  });
  await tx.manager.insert(
    DossierPartEntity,
    partsOf(type.code).map((part, position) => ({ nominationId: id, ...part, present: false, note: null, position })),
  );
  await recordStep(tx, ctx, id, '', 'DRAFT', null);
  await tx.emit('awards.nomination.created.v1', {
    nominationId: id,
    awardCode: type.code,
    year: input.year,
    nomineeId,
    departmentId: place.departmentId,
    entity: { typeName: 'Nomination', id },
    change: 'CREATED',
    visibility: { kind: 'DEPARTMENT', id: place.departmentId },
  });
  return { id };
}

/** Text and dossier, as long as the proposer holds the dossier. */
export async function updateNomination(ctx: RequestContext, input: UpdateNominationInput): Promise<Saved> {
  const nomination = await requireNomination(ctx, input.id);
  return mutate(
    ctx,
    { operation: 'updateNomination', input, permission: 'nomination:create', scope: await scopeOf(ctx, nomination) },
    async (tx) => {
      if (!EDITABLE.includes(nomination.state)) return wrongState(ctx, nomination);
      for (const [row, part] of (input.parts ?? []).entries()) {
        const changed = await tx.manager.update(
          DossierPartEntity,
          { nominationId: nomination.id, code: part.code },
          { present: part.present, note: part.note ?? null },
        );
        if (changed.affected !== 1) {
          return refuse(ctx, 'UNKNOWN_PART', `Hồ sơ không có thành phần “${part.code}”.`, `The dossier has no part “${part.code}”.`, {
            field: 'parts',
            row: row + 1,
          });
        }
      }
      await tx.change(NominationEntity, nomination, input.version, {
        achievement: (input.achievement ?? nomination.achievement).normalize('NFC'),
      });
      await tx.audit({ entity: 'Nomination', id: nomination.id, from: nomination.state, to: nomination.state });
      return { id: nomination.id };
    },
    (saved) => requireNomination(ctx, saved.id),
  );
}

interface ActRules {
  operation: string;
  permission: 'nomination:submit' | 'nomination:appraise';
  actions: NominationAction[];
  reason?: string | null;
  /** Asked in the transaction before the move. */
  guard?: (tx: Transaction) => Promise<Refusal | null>;
  patch?: (tx: Transaction) => Promise<Partial<NominationEntity>>;
  after?: (tx: Transaction) => Promise<void>;
}

async function act(
  ctx: RequestContext,
  nomination: NominationEntity,
  input: { clientMutationId: string; version: number },
  rules: ActRules,
): Promise<Saved> {
  return mutate(
    ctx,
    { operation: rules.operation, input, permission: rules.permission, scope: await scopeOf(ctx, nomination) },
    async (tx) => {
      if (!pathOf(nomination.state, rules.actions)) return wrongState(ctx, nomination);
      const refusal = await rules.guard?.(tx);
      if (refusal) return refusal;
      await moveNomination(tx, ctx, nomination, input.version, {
        actions: rules.actions,
        reason: rules.reason ?? null,
        patch: (await rules.patch?.(tx)) ?? {},
      });
      await rules.after?.(tx);
      return { id: nomination.id };
    },
    (saved) => requireNomination(ctx, saved.id),
  );
}

export async function withdrawNomination(ctx: RequestContext, input: NominationActInput): Promise<Saved> {
  const nomination = await requireNomination(ctx, input.id);
  return act(ctx, nomination, input, {
    operation: 'withdrawNomination',
    permission: 'nomination:submit',
    actions: ['withdraw'],
    reason: input.reason ?? null,
    after: async (tx) => {
      await closeTask(tx, taskIds.appraise(nomination.id));
      await closeTask(tx, taskIds.complete(nomination.id));
    },
  });
}

/** Receipt fixes the rule set by its date (rules §0): the stored facts are judged again by the rules of today. */
export async function receiveNomination(ctx: RequestContext, input: NominationActInput): Promise<Saved> {
  const nomination = await requireNomination(ctx, input.id);
  return act(ctx, nomination, input, {
    operation: 'receiveNomination',
    permission: 'nomination:appraise',
    actions: ['receive'],
    reason: input.reason ?? null,
    patch: async (tx) => {
      const receivedOn = ctx.today();
      const stored = await tx.manager.findOne(NominationEntity, { where: { id: nomination.id }, select: { id: true, facts: true } });
      const assessment = stored?.facts
        ? await assessFacts(ctx, { awardCode: nomination.awardCode, year: nomination.year, facts: stored.facts, receivedOn })
        : null;
      const { regulations } = await catalogueOf(ctx);
      const days = regulationAt(regulations, 'appraisal.days', {
        awardCode: nomination.awardCode,
        departmentId: nomination.departmentId,
        date: receivedOn,
      });
      return {
        receivedOn,
        dueDate: days ? workingDaysAfter(receivedOn, Number(days.value)) : null,
        ...(assessment ? { assessment, ruleSetId: assessment.ruleSet.id } : {}),
      };
    },
  });
}

/** Back to the proposer for completion, with the reason; the history keeps both versions' steps (R-235). */
export async function returnNomination(ctx: RequestContext, input: ReturnNominationInput): Promise<Saved> {
  const nomination = await requireNomination(ctx, input.id);
  return act(ctx, nomination, input, {
    operation: 'returnNomination',
    permission: 'nomination:appraise',
    actions: ['return'],
    reason: input.reason,
    guard: async () => (input.reason.trim() === '' ? reasonMissing(ctx, 'reason') : null),
    after: (tx) => tellProposer(ctx, tx, nomination),
  });
}

function reasonMissing(ctx: RequestContext, field: string): Refusal {
  return refuse(ctx, 'REASON_MISSING', 'Chưa nêu lý do.', 'A reason is missing.', {
    remedy: ['Nêu một lần tất cả những gì cần bổ sung.', 'Name everything that is missing at once.'],
    field,
  });
}

async function tellProposer(ctx: RequestContext, tx: Transaction, nomination: NominationEntity): Promise<void> {
  await closeTask(tx, taskIds.appraise(nomination.id));
  const proposer = nomination.submittedById ?? nomination.proposedById;
  if (!proposer) return;
  const award = await awardTypeOf(ctx, nomination.awardCode);
  await openTask(tx, {
    taskId: taskIds.complete(nomination.id),
    kind: 'NOMINATION_RETURNED',
    vars: { award: award.name, nominee: nomination.nomineeName },
    dueDate: null,
    link: `/nominations/${nomination.id}`,
    assignee: { personId: proposer },
  });
}

const VERDICTS: Record<string, 'agree' | 'refuse' | 'return' | undefined> = { AGREE: 'agree', REFUSE: 'refuse', RETURN: 'return' };

/** The opinion of the standing body: agree sends it to the council, refuse ends it, return asks for more. */
export async function appraiseNomination(ctx: RequestContext, input: AppraiseNominationInput): Promise<Saved> {
  const nomination = await requireNomination(ctx, input.id);
  const last = VERDICTS[input.verdict];
  if (!last)
    throw fault('BAD_USER_INPUT', ctx.t('Kết luận là AGREE, REFUSE hoặc RETURN.', 'verdict is AGREE, REFUSE or RETURN.'), {
      field: 'verdict',
    });
  const actions: NominationAction[] = nomination.state === 'RECEIVED' ? ['appraise', last] : [last];
  return act(ctx, nomination, input, {
    operation: 'appraiseNomination',
    permission: 'nomination:appraise',
    actions,
    reason: input.opinion,
    guard: async () => {
      if (nomination.nomineeId === ctx.actor.id) {
        return refuse(ctx, 'OWN_DOSSIER', 'Không được thẩm định hồ sơ của chính mình.', 'Nobody appraises his own dossier.', {
          remedy: ['Giao người khác thẩm định.', 'Let somebody else appraise it.'],
        });
      }
      return input.opinion.trim() === '' ? reasonMissing(ctx, 'opinion') : null;
    },
    patch: async () => ({ appraisalOpinion: input.opinion }),
    after: (tx) => (last === 'return' ? tellProposer(ctx, tx, nomination) : closeTask(tx, taskIds.appraise(nomination.id))),
  });
}

/** For `__resolveReference`. */
export function nominationReference(ctx: RequestContext, id: string): Promise<NominationEntity | null> {
  return nominationLoader(ctx).load(id);
}
