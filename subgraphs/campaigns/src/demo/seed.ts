import { naturalId, type PlanConfirmed } from '@thidua/contracts';
import { demoProvince, type DemoOrganisation, type DemoProvince } from '@thidua/dev/demo';
import { fileStore, type Transaction } from '@thidua/server';
import { BodyNameEntity } from '../body/body-name.entity.js';
import { bodyKey, isCentral, placeKey } from '../body/body-name.rules.js';
import { campaignIdentity } from '../campaign/campaign-identity.rules.js';
import { readKnownCampaigns } from '../campaign/campaign-register.js';
import { openLateTasks } from '../duty/late-duties.js';
import { extractedTargets } from '../import/extracted-target.rules.js';
import { printedNumber, storePlan } from '../import/store-plan.js';
import { openObligation, PlanObligationEntity } from '../plan/obligation.js';
import { openSignTask } from '../plan/plan-tasks.js';
import { reserveNumber } from '../plan/number-register.js';
import type { PlanState } from '../plan/plan.types.js';
import { parsePlan } from '../plan-import/parse-plan.rules.js';
import type { PlanExtract } from '../plan-import/plan-extract.js';
import { demoPlans, type DemoPlan } from './demo-plans.js';
import { seedDrives, seedRuleOnlyDocuments } from './demo-registers.js';
import { seedRegistrations, seedStudy } from './study.demo.js';

const org = (key: string): string => naturalId('organisation', key);

/**
 * The campaigns of the demo province (data-volumes §4). `before-plan`: SKHCN has received 01/CT-UBND and has no plan for 2025 yet (J-01).
 * `no-plans`: nobody has brought a plan in yet, the registers are empty (J-15).
 */
export async function seedDemo(tx: Transaction, fixture: string): Promise<void> {
  const province = demoProvince();
  await seedBodyNames(tx, province);
  if (fixture === 'no-plans') {
    await seedRuleOnlyDocuments(tx);
    await seedStudy(tx);
    return;
  }
  const before = fixture === 'before-plan';
  const plans = demoPlans(province).filter((plan) => !(before && plan.year === 2025 && departmentOf(province, plan.issuerKey) === 'SKHCN'));
  for (const plan of plans) await seedPlan(tx, province, plan);
  await seedRuleOnlyDocuments(tx);
  await seedDrives(tx);
  await seedDutyProgress(tx);
  await seedObligations(tx, before);
  await seedStudy(tx);
  await seedRegistrations(tx);
  await openLateTasks(tx);
}

function departmentOf(province: DemoProvince, key: string): string | null {
  return province.organisations.find((body) => body.key === key)?.departmentKey ?? null;
}

/** Names, short names and aliases under which documents print the bodies; units inside their department. */
async function seedBodyNames(tx: Transaction, province: DemoProvince): Promise<void> {
  const provinces = new Map(
    province.organisations.filter((body) => body.kind === 'PROVINCE').map((body) => [body.key, placeKey(body.shortName)]),
  );
  const rows = new Map<string, object>();
  for (const body of province.organisations) {
    for (const printed of [body.name, body.shortName, ...body.aliases]) addName(rows, body, printed, provinces);
  }
  await tx.manager.insert(BodyNameEntity, [...rows.values()] as never);
}

function addName(rows: Map<string, object>, body: DemoOrganisation, printed: string, provinces: ReadonlyMap<string, string>): void {
  const { name } = bodyKey(printed);
  const inside = body.relation !== null ? org(body.departmentKey ?? '') : (provinces.get(body.provinceKey ?? '') ?? '');
  const key = `${name}|${isCentral(name) ? '' : inside}`;
  if (rows.has(key)) return;
  const department = body.departmentKey ? org(body.departmentKey) : null;
  rows.set(key, {
    nameKey: name,
    placeKey: isCentral(name) ? '' : inside,
    organisationId: body.id,
    departmentId: department,
    isGuest: body.provinceKey !== null && body.provinceKey !== 'TNH',
  });
}

async function seedPlan(tx: Transaction, province: DemoProvince, plan: DemoPlan): Promise<void> {
  const read = parsePlan(plan.text);
  const extract = plan.synthetic ? await withKnownCampaigns(tx, read) : read;
  const issuer = province.organisations.find((body) => body.key === plan.issuerKey);
  const departmentId = issuer?.departmentKey ? org(issuer.departmentKey) : null;
  const body = { organisationId: org(plan.issuerKey), departmentId, isGuest: issuer?.provinceKey !== 'TNH' };
  const id = naturalId('plan', plan.key);
  const file = await fileStore(tx.manager).put(Buffer.from(plan.text, 'utf8'), {
    name: plan.fileName,
    mime: 'text/plain; charset=utf-8',
    ownerId: tx.actor.id,
  });
  await storePlan(tx.manager, {
    id,
    extract,
    text: plan.text,
    fileId: file.id,
    fileName: plan.fileName,
    issuer: body,
    unitId: plan.unitKey ? org(plan.unitKey) : null,
    state: plan.state as PlanState,
    year: plan.year,
    merges: [],
    now: tx.now,
    natural: true,
  });
  const { sequence, symbol } = extract.documentNumberParts ?? { sequence: null, symbol: '' };
  if (sequence && extract.date)
    await reserveNumber(tx.manager, { issuerId: body.organisationId, year: extract.date.year, symbol }, sequence);
  if (plan.state === 'AWAITING_SIGNATURE' && departmentId) await openSignTask(tx, { id, title: extract.title, departmentId });
  const event: PlanConfirmed = {
    planId: id,
    issuerId: body.organisationId,
    departmentId,
    year: plan.year,
    number: printedNumber(extract),
    title: extract.title,
    targets: extractedTargets(extract.targets),
  };
  await tx.emit('campaigns.plan.confirmed.v1', {
    ...event,
    entity: { typeName: 'Plan', id },
    change: 'CREATED',
    visibility: { kind: 'PROVINCE' },
  });
}

/** Invented plans take part in campaigns that exist; they start none. */
async function withKnownCampaigns(tx: Transaction, extract: PlanExtract): Promise<PlanExtract> {
  const named = extract.campaigns.filter((mention) => !mention.own && !mention.group);
  const known = await readKnownCampaigns(
    tx.manager,
    named.map((mention) => campaignIdentity(mention, extract).key),
  );
  return { ...extract, campaigns: named.filter((mention) => known.has(campaignIdentity(mention, extract).key)) };
}

/** 70 % done, 20 % open, 10 % late: every fifth duty without a day is open, every other one due at the end of the year, and none of those due on 30/11 is done. */
async function seedDutyProgress(tx: Transaction): Promise<void> {
  await tx.manager.query(
    `with numbered as (select d.id, d.due_date, row_number() over (partition by d.due_date order by d.plan_id, d.assignment_id, d.position) as n from duty d)
     update duty set done_at = $1 from numbered n where n.id = duty.id
       and case when n.due_date is null then n.n % 5 <> 0 when n.due_date = '2025-12-31' then n.n % 2 = 0 else n.due_date < '2025-11-01' end`,
    [tx.now],
  );
}

/** 01/CT-UBND obliges every department to answer with a plan. */
async function seedObligations(tx: Transaction, before: boolean): Promise<void> {
  const [document] = (await tx.manager.query(`select id from legal_document where number = '01/CT-UBND' and not is_guest`)) as {
    id: string;
  }[];
  if (!document) return;
  const obligation = (key: string): Omit<PlanObligationEntity, 'planId'> => ({
    id: naturalId('plan-obligation', `${key}/01-CT-UBND`),
    documentId: document.id,
    departmentId: org(key),
    year: 2025,
    receivedOn: '2025-01-09',
    dueDate: '2025-02-28',
    taskId: `plan-answer:${key}:01-CT-UBND`,
  });
  if (before) await openObligation(tx, obligation('SKHCN'), '01/CT-UBND');
  const answered = [...(before ? [] : [['SKHCN', '000'] as const]), ['STC', '002'] as const];
  await tx.manager.insert(
    PlanObligationEntity,
    answered.map(([key, plan]) => ({ ...obligation(key), planId: naturalId('plan', plan) })) as never,
  );
}
