import { naturalId, type TaskOpened } from '@thidua/contracts';
import { demoAchievements, demoProvince, type DemoAchievements, type DemoProvince } from '@thidua/dev/demo';
import type { Transaction } from '@thidua/server';
import type { EntityTarget, ObjectLiteral } from 'typeorm';
import { InitiativeAuthorEntity, InitiativeEntity } from '../initiative/initiative.entity.js';
import { PetitionEntity } from '../petition/petition.entity.js';
import { RatingEntity } from '../rating/rating.entity.js';
import { createTargets } from '../target/plan-confirmed.handler.js';
import { IndexRankEntity, RecognitionEntity, ReportedResultEntity } from '../target/result.entity.js';
import { SNV_2025_TARGETS } from './demo-targets.js';

const org = (key: string): string => naturalId('organisation', key);
const person = (key: string): string => naturalId('person', key);

/** The evaluations of the demo province (data-volumes §4): ratings, initiatives, petitions, and what the targets of Sở Nội vụ rest on. */
export async function seedDemo(tx: Transaction): Promise<void> {
  const province = demoProvince();
  const achievements = demoAchievements(province);
  await seedRatings(tx, achievements, province);
  await seedInitiatives(tx, achievements);
  await seedPetitions(tx, achievements, province);
  await createTargets(tx, {
    planId: naturalId('plan', 'SNV-2025'),
    issuerId: org('SNV'),
    year: 2025,
    number: null,
    title: 'Kế hoạch công tác thi đua, khen thưởng năm 2025',
    targets: [...SNV_2025_TARGETS],
  });
  await seedResults(tx);
}

async function insert<E extends ObjectLiteral>(tx: Transaction, entity: EntityTarget<E>, rows: object[]): Promise<void> {
  await tx.manager.insert(entity, rows as never);
}

async function seedRatings(tx: Transaction, { ratings }: DemoAchievements, province: DemoProvince): Promise<void> {
  const waiting = (row: DemoAchievements['ratings'][number]): boolean => row.subjectType === 'Person' && row.state === 'PROPOSED';
  await insert(
    tx,
    RatingEntity,
    ratings.map((row) => ({
      id: row.id,
      subjectType: row.subjectType,
      subjectId: row.subjectType === 'Person' ? person(row.subjectKey) : org(row.subjectKey),
      departmentId: org(row.departmentKey),
      unitId: row.unitKey ? org(row.unitKey) : null,
      year: row.year,
      grade: row.grade,
      state: row.state,
      evidence: 'Kết quả thực hiện nhiệm vụ trong năm',
      decisionNumber: row.decisionNumber,
      decidedOn: row.decidedOn,
      decidedById: row.state === 'DECIDED' ? org(row.decidedByKey) : null,
      taskId: waiting(row) ? naturalId('task', `rating/${row.subjectKey}`) : null,
      version: 1,
    })),
  );
  for (const row of ratings.filter(waiting)) {
    const unit = province.organisations.find((body) => body.key === row.unitKey);
    const task: TaskOpened = {
      taskId: naturalId('task', `rating/${row.subjectKey}`),
      kind: 'RATING_MISSING',
      vars: { count: 1, unit: unit?.name ?? '' },
      dueDate: '2025-12-18',
      link: `/people/${person(row.subjectKey)}`,
      assignee: { role: 'DEPARTMENT_DIRECTOR', scopeId: org(row.departmentKey) },
    };
    await tx.emit('evaluations.task.opened.v1', task);
  }
}

async function seedInitiatives(tx: Transaction, { initiatives }: DemoAchievements): Promise<void> {
  await insert(
    tx,
    InitiativeEntity,
    initiatives.map((row) => ({
      id: row.id,
      title: row.title,
      year: row.year,
      state: row.state,
      departmentId: org(row.departmentKey),
      influenceScope: row.influenceScope,
      decisionNumber: row.decisionNumber,
      decidedOn: row.decidedOn,
      reusedById: row.reusedByKey ? org(row.reusedByKey) : null,
      version: 1,
    })),
  );
  await insert(
    tx,
    InitiativeAuthorEntity,
    initiatives.flatMap((row) =>
      row.authors.map((author) => ({ initiativeId: row.id, personId: person(author.personKey), percent: author.percent })),
    ),
  );
}

async function seedPetitions(tx: Transaction, { petitions }: DemoAchievements, province: DemoProvince): Promise<void> {
  const departmentOf = (key: string): string | null =>
    province.people.find((p) => p.key === key)?.departmentKey ??
    province.organisations.find((body) => body.key === key)?.departmentKey ??
    null;
  await insert(
    tx,
    PetitionEntity,
    petitions.map((row) => ({
      id: row.id,
      kind: row.kind,
      state: row.state,
      receivedOn: row.receivedOn,
      subjectType: row.subjectType,
      subjectId: row.subjectType === 'Person' ? person(row.subjectKey) : org(row.subjectKey),
      departmentId: departmentOf(row.subjectKey) ? org(departmentOf(row.subjectKey)!) : null,
    })),
  );
  for (const row of petitions.filter((petition) => petition.senderName)) {
    await tx.manager.query('insert into petition_sender (petition_id, name) values ($1, $2)', [row.id, row.senderName]);
  }
}

/** A rank that stayed, one that fell, one that rose; a result of 112 %; one recognition. */
async function seedResults(tx: Transaction): Promise<void> {
  const rank = (key: string, topic: string, year: number, place: number): object => ({
    id: naturalId('index-rank', `${key}/${topic}/${year}`),
    subjectId: org(key),
    topic,
    year,
    rank: place,
    source: `Công bố chỉ số năm ${year} của UBND tỉnh`,
  });
  await insert(tx, IndexRankEntity, [
    rank('SNV', 'cai cach hanh chinh', 2024, 4),
    rank('SNV', 'cai cach hanh chinh', 2025, 4),
    rank('SNV', 'chuyen doi so', 2024, 5),
    rank('SNV', 'chuyen doi so', 2025, 7),
    rank('STC', 'cai cach hanh chinh', 2024, 6),
    rank('STC', 'cai cach hanh chinh', 2025, 3),
  ]);
  await insert(tx, RecognitionEntity, [
    {
      id: naturalId('recognition', 'SKHCN/an-ninh/2025'),
      subjectId: org('SKHCN'),
      topic: 'an toan ve an ninh trat tu',
      year: 2025,
      decisionNumber: '1893/QĐ-CAT',
      decidedOn: '2025-12-05',
      authority: 'Công an tỉnh',
    },
  ]);
  await insert(tx, ReportedResultEntity, [
    {
      id: naturalId('reported-result', 'SNV-2025/T1'),
      targetId: naturalId('target', `${naturalId('plan', 'SNV-2025')}/T1`),
      done: 112,
      given: 100,
      met: null,
      evidence: 'Báo cáo kết quả thực hiện chương trình công tác đến 10/12/2025',
      reportedOn: '2025-12-10',
      reportedBy: null,
    },
  ]);
}
