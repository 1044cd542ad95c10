import type { OrganisationAwardFacts, OrganisationStaffFacts, OrganisationStudyFacts, TaskClosed, TaskOpened } from '@thidua/contracts';
import { bindTransaction, createContext, newId, type RequestContext, type SubgraphRuntime } from '@thidua/server';
import { IsNull, MoreThanOrEqual } from 'typeorm';
import { OrganisationRef } from '../references/stubs.js';
import { judgementOf } from './judgement.service.js';
import { TargetEntity } from './target.entity.js';

const FIRST = 5_000;
const RETRY = 15_000;
const EVERY = 60 * 60_000;

/** Looks through the targets that are near their cut-off, soon after the start and then hourly; while a peer is away it tries again. */
export async function watchRisks(runtime: SubgraphRuntime): Promise<() => Promise<void>> {
  let timer: NodeJS.Timeout;
  let stopped = false;
  const round = async (): Promise<void> => {
    const pause = await reviewRisks(runtime).then(
      () => EVERY,
      () => RETRY,
    );
    if (!stopped) timer = setTimeout(() => void round(), pause).unref();
  };
  timer = setTimeout(() => void round(), FIRST).unref();
  return async () => {
    stopped = true;
    clearTimeout(timer);
  };
}

/** Opens a task for each target that has become at risk and closes those of targets that no longer are. @returns opened and closed. */
export async function reviewRisks(
  runtime: Pick<SubgraphRuntime, 'dataSource' | 'clock' | 'peers'>,
): Promise<{ opened: number; closed: number }> {
  const { dataSource, clock, peers } = runtime;
  const ctx = createContext({
    actor: { kind: 'service', id: 'evaluations', name: 'evaluations', roles: [] },
    db: dataSource.manager,
    clock,
    peers,
  });
  const targets = await dataSource.manager.find(TargetEntity, { where: { cutOff: MoreThanOrEqual(ctx.today()) }, order: { id: 'ASC' } });
  const near = targets.filter((target) => daysBetween(ctx.today(), target.cutOff) <= target.warnDays);
  const facts = await factsOfSubjects(ctx, [...new Set(near.map((target) => target.subjectId))]);
  let [opened, closed] = [0, 0];
  for (const row of near) {
    const judgement = await judgementOf(ctx, Object.assign(new TargetEntity(), row, { given: facts.get(row.subjectId) }));
    const asks = judgement.word === 'NOT_YET'; // what is final cannot be put right any more
    if (asks && !row.riskTaskId) opened += await openTask(ctx, row);
    if (!asks && judgement.status !== 'NO_DATA' && row.riskTaskId) closed += await closeTask(ctx, row, row.riskTaskId);
  }
  return { opened, closed };
}

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

async function factsOfSubjects(ctx: RequestContext, ids: string[]): Promise<Map<string, OrganisationRef>> {
  if (ids.length === 0) return new Map();
  const [staff, study, awards] = await Promise.all([
    ctx.peers.entities<OrganisationStaffFacts>('organisations', 'Organisation', ids, 'staffFacts'),
    ctx.peers.entities<OrganisationStudyFacts>('campaigns', 'Organisation', ids, 'studyFacts'),
    ctx.peers.entities<OrganisationAwardFacts>('awards', 'Organisation', ids, 'awardFacts'),
  ]);
  return new Map(
    ids.map((id, i) => [
      id,
      Object.assign(new OrganisationRef(), { id, staffFacts: staff[i], studyFacts: study[i], awardFacts: awards[i] }),
    ]),
  );
}

/** The guarded update keeps two replicas from opening the same task twice. */
function openTask(ctx: RequestContext, target: TargetEntity): Promise<number> {
  return act(ctx, async (tx) => {
    const taskId = newId();
    const updated = await tx.manager.update(TargetEntity, { id: target.id, riskTaskId: IsNull() }, { riskTaskId: taskId });
    if (updated.affected !== 1) return 0;
    const task: TaskOpened = {
      taskId,
      kind: 'TARGET_AT_RISK',
      vars: { text: target.text },
      dueDate: target.cutOff,
      link: `/targets/${target.id}`,
      assignee: { role: 'DEPARTMENT_OFFICE', scopeId: target.departmentId ?? target.subjectId },
    };
    await tx.emit('evaluations.task.opened.v1', task);
    return 1;
  });
}

function closeTask(ctx: RequestContext, target: TargetEntity, taskId: string): Promise<number> {
  return act(ctx, async (tx) => {
    const updated = await tx.manager.update(TargetEntity, { id: target.id, riskTaskId: taskId }, { riskTaskId: null });
    if (updated.affected !== 1) return 0;
    await tx.emit<TaskClosed>('evaluations.task.closed.v1', { taskId });
    return 1;
  });
}

const act = <T>(ctx: RequestContext, work: (tx: ReturnType<typeof bindTransaction>) => Promise<T>): Promise<T> =>
  ctx.db.transaction((manager) => work(bindTransaction(manager, { actor: ctx.actor, now: ctx.now(), operation: 'reviewRisks' })));
