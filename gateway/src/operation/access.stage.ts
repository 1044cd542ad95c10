import { say } from '../http/problem.js';
import { denialOf, type AccessTable } from './access.rules.js';
import { refusal, signInFirst } from './refusal.js';
import type { Stage } from './stage.js';

/** Default deny, before any subgraph hears of the operation. */
export const accessStage = (table: AccessTable): Stage => ({
  name: 'access',
  admit({ operation, context }) {
    const denial = denialOf(table, operation.facts, context.actor);
    if (!denial) return;
    if (denial.signIn) throw signInFirst(context, denial.fields);
    throw refusal(403, 'FORBIDDEN', say(context.locale, 'Vai trò hiện tại không có quyền này.', 'Your role does not allow this.'), {
      fields: denial.fields,
    });
  },
});
