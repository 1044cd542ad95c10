import type { Transaction } from '@thidua/server';
import { CATALOGUE } from '../award-type/catalogue.js';
import { LocalRegulationEntity } from '../local-regulation/local-regulation.entity.js';
import { openTask, taskIds } from '../nomination/nomination.tasks.js';
import { seedDecisions, seedHistory } from './demo.decisions.js';
import { seedNominations, type SeededNomination } from './demo.nominations.js';
import { demoNominations } from './demo.plan.js';
import { DEMO_REGULATIONS } from './demo.regulations.js';
import { seedSessions } from './demo.sessions.js';
import { demoWorld } from './demo.world.js';

/**
 * Awards of the demo province (data-volumes §4): the history of 2023 and 2024, 185 nominations of 2025 in honest states,
 * STC decided, SNV's council in session, SKHCN in appraisal. Fixture `council-day`: SNV's session open, nobody has voted.
 */
export async function seedDemo(tx: Transaction, fixture: string): Promise<void> {
  const world = demoWorld();
  await tx.manager.insert(LocalRegulationEntity, DEMO_REGULATIONS);
  const held = await seedHistory(tx, world);
  const seeded = await seedNominations(tx, world, demoNominations(world, fixture), held);
  await seedDecisions(tx, world, seeded);
  await seedSessions(tx, world, seeded, fixture);
  await seedTasks(tx, seeded);
}

/** What waits in inboxes: sent dossiers for the office, returned ones for their proposers. */
async function seedTasks(tx: Transaction, seeded: SeededNomination[]): Promise<void> {
  for (const { row } of seeded) {
    const vars = {
      award: CATALOGUE.awardTypes.find((type) => type.code === row.awardCode)?.name ?? row.awardCode,
      nominee: row.nomineeName,
    };
    const link = `/nominations/${row.id}`;
    if (row.state === 'SUBMITTED' || row.state === 'RECEIVED') {
      await openTask(tx, {
        taskId: taskIds.appraise(row.id),
        kind: 'NOMINATION_APPRAISE',
        vars,
        dueDate: row.dueDate,
        link,
        assignee: { role: 'DEPARTMENT_OFFICE', scopeId: row.departmentId },
      });
    }
    if ((row.state === 'SUPPLEMENT' || row.state === 'RETURNED') && row.submittedById) {
      await openTask(tx, {
        taskId: taskIds.complete(row.id),
        kind: 'NOMINATION_RETURNED',
        vars,
        dueDate: null,
        link,
        assignee: { personId: row.submittedById },
      });
    }
  }
}
