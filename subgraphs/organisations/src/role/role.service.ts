import type { RoleCode } from '@thidua/contracts';
import { fault, mutate, newId, refuse, type Refusal, type RequestContext, type Transaction } from '@thidua/server';
import { personLoader } from '../person/person.loader.js';
import { RoleGrantEntity, ClientEntity } from './role-grant.entity.js';
import { roleGrantLoader, scopeOf } from './role.loader.js';
import { RoleGranted, RoleRevoked } from './role.result.js';
import { conflictOf, dayBefore, isRole, roleFitsSubject, scopeKindOf } from './role.rules.js';
import type { GrantRoleInput, RevokeRoleInput } from './role.input.js';
import { OrganisationEntity } from '../organisation/organisation.entity.js';

interface Subject {
  subjectKind: 'person' | 'client';
  subjectId: string;
}

/** Tells the gateway to forget what it holds about a subject. */
export async function emitGrantsChanged(tx: Transaction, subject: Subject & { sub: string | null }): Promise<void> {
  await tx.emit('organisations.grants.changed.v1', {
    subjectKind: subject.subjectKind,
    subjectId: subject.subjectId,
    sub: subject.sub ?? subject.subjectId,
  });
}

async function subjectOf(ctx: RequestContext, input: GrantRoleInput): Promise<(Subject & { sub: string | null }) | null> {
  if (Boolean(input.personId) === Boolean(input.client))
    throw fault('BAD_USER_INPUT', ctx.t('Hãy cho một trong hai: personId hoặc client.', 'Give either personId or client.'), {
      field: 'personId',
    });
  if (input.personId) {
    const person = await personLoader(ctx).load(input.personId);
    return person ? { subjectKind: 'person', subjectId: person.id, sub: person.subject } : null;
  }
  const client = await ctx.db.findOneBy(ClientEntity, { key: input.client as string });
  return client ? { subjectKind: 'client', subjectId: client.key, sub: client.key } : null;
}

/** Gives a dated role in a scope (J-14, R-019). Nobody grants to himself; single offices have one holder at a time. */
export async function grantRole(ctx: RequestContext, input: GrantRoleInput): Promise<RoleGranted | Refusal> {
  return mutate(
    ctx,
    { operation: 'grantRole', input, permission: 'role:grant', scope: {} },
    async (tx) => {
      const subject = await subjectOf(ctx, input);
      if (!subject)
        return refuse(ctx, 'UNKNOWN_SUBJECT', 'Không có người hoặc hệ thống này.', 'There is no such person or client.', {
          field: 'personId',
        });
      if (!isRole(input.role))
        return refuse(ctx, 'UNKNOWN_ROLE', `Không có vai trò “${input.role}”.`, `There is no role “${input.role}”.`, { field: 'role' });
      if (subject.subjectId === ctx.actor.id) {
        return refuse(ctx, 'SELF_GRANT', 'Không tự giao vai trò cho mình.', 'Nobody grants a role to himself.', {
          remedy: ['Nhờ quản trị viên khác thực hiện.', 'Ask another administrator.'],
        });
      }
      const refusal = await refusalOf(ctx, tx, {
        ...subject,
        role: input.role,
        scopeId: input.scopeId,
        validFrom: input.from,
        validTo: input.to ?? null,
      });
      if (refusal) return refusal;
      return insertGrant(ctx, tx, subject, input, input.role);
    },
    async ({ id }) => Object.assign(new RoleGranted(), { grant: await roleGrantLoader(ctx).load(id) }),
  );
}

async function insertGrant(
  ctx: RequestContext,
  tx: Transaction,
  subject: Subject & { sub: string | null },
  input: GrantRoleInput,
  role: RoleCode,
): Promise<{ id: string }> {
  const id = newId();
  const scopeKind = scopeKindOf(role);
  await tx.manager.insert(RoleGrantEntity, {
    id,
    subjectKind: subject.subjectKind,
    subjectId: subject.subjectId,
    role,
    scopeKind,
    scopeId: input.scopeId,
    departmentId: await departmentOfScope(ctx, scopeKind, input.scopeId),
    validFrom: input.from,
    validTo: input.to ?? null,
    version: 1,
  });
  await tx.audit({ entity: 'RoleGrant', id, to: `${role}@${input.scopeId}` });
  await emitGrantsChanged(tx, subject);
  return { id };
}

async function refusalOf(ctx: RequestContext, tx: Transaction, wanted: Parameters<typeof conflictOf>[0]): Promise<Refusal | null> {
  if (wanted.validTo && wanted.validTo < wanted.validFrom)
    return refuse(ctx, 'DATES_REVERSED', 'Ngày kết thúc trước ngày bắt đầu.', 'The end is before the start.', { field: 'to' });
  if (!roleFitsSubject(wanted.role, wanted.subjectKind))
    return refuse(ctx, 'ROLE_NOT_FOR_SUBJECT', 'Vai trò này không dành cho đối tượng này.', 'This role is not for this kind of subject.', {
      field: 'role',
    });
  const misfit = await scopeMisfit(ctx, wanted.role, wanted.scopeId, wanted.subjectId);
  if (misfit) return misfit;
  await tx.manager.query(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [`role:${wanted.role}:${wanted.scopeId}`]);
  const conflict = conflictOf(wanted, await tx.manager.findBy(RoleGrantEntity, { role: wanted.role, scopeId: wanted.scopeId }));
  if (conflict === 'ALREADY_GRANTED')
    return refuse(ctx, conflict, 'Đã có vai trò này trong thời gian đó.', 'The role is already held in that period.', { field: 'role' });
  if (conflict === 'OFFICE_TAKEN') {
    return refuse(ctx, conflict, 'Chức vụ này đang có người giữ trong thời gian đó.', 'Somebody holds this office in that period.', {
      field: 'from',
      remedy: ['Kết thúc vai trò của người hiện tại trước.', 'End the present holder’s role first.'],
    });
  }
  return null;
}

/** A role fits one kind of scope; organisations also need the right kind of body. */
async function scopeMisfit(ctx: RequestContext, role: RoleCode, scopeId: string, subjectId: string): Promise<Refusal | null> {
  const kind = scopeKindOf(role);
  const scope = await scopeOf(ctx, kind, scopeId);
  const body = scope instanceof OrganisationEntity ? scope : null;
  const fits =
    kind === 'SELF'
      ? scopeId === subjectId
      : kind === 'UNIT'
        ? Boolean(body?.relation)
        : kind === 'DEPARTMENT' || kind === 'PROVINCE'
          ? body?.kind === kind
          : scope !== null;
  return fits
    ? null
    : refuse(ctx, 'SCOPE_MISMATCH', 'Phạm vi không phù hợp với vai trò.', 'The scope does not fit the role.', { field: 'scopeId' });
}

async function departmentOfScope(ctx: RequestContext, kind: string, scopeId: string): Promise<string | null> {
  if (kind === 'SELF' || kind === 'PROVINCE' || kind === 'BLOC') return null;
  const scope = await scopeOf(ctx, kind as 'UNIT', scopeId);
  return (scope as { departmentId?: string | null } | null)?.departmentId ?? null;
}

/** Ends a role; what was done under it stays attributed to it. */
export async function revokeRole(ctx: RequestContext, input: RevokeRoleInput): Promise<RoleRevoked | Refusal> {
  return mutate(
    ctx,
    { operation: 'revokeRole', input, permission: 'role:grant', scope: {} },
    async (tx) => {
      const grant = await roleGrantLoader(ctx).load(input.id);
      if (!grant) return refuse(ctx, 'UNKNOWN_GRANT', 'Không có lần giao vai trò này.', 'There is no such grant.', { field: 'id' });
      if (grant.validTo && grant.validTo <= input.lastDay)
        return refuse(ctx, 'ALREADY_ENDED', 'Vai trò đã kết thúc trước ngày này.', 'The role ended before this day.', { field: 'lastDay' });
      const earliest = dayBefore(grant.validFrom);
      if (input.lastDay < earliest)
        return refuse(ctx, 'BEFORE_START', 'Ngày này trước khi vai trò bắt đầu.', 'This is before the role began.', { field: 'lastDay' });
      await tx.change(RoleGrantEntity, grant, input.version, { validTo: input.lastDay });
      await tx.audit({
        entity: 'RoleGrant',
        id: grant.id,
        from: `${grant.role}@${grant.scopeId}`,
        to: `ENDED ${input.lastDay}`,
        reason: input.reason,
      });
      const sub = grant.subjectKind === 'person' ? ((await personLoader(ctx).load(grant.subjectId))?.subject ?? null) : grant.subjectId;
      await emitGrantsChanged(tx, { subjectKind: grant.subjectKind, subjectId: grant.subjectId, sub });
      return { id: grant.id };
    },
    async ({ id }) => Object.assign(new RoleRevoked(), { grant: await roleGrantLoader(ctx).load(id) }),
  );
}
