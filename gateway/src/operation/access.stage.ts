import type { AssertedActor } from '@thidua/contracts';
import { say } from '../http/problem.js';
import { denialOf, type AccessTable } from './access.rules.js';
import type { KnownOperation } from './known-operation.js';
import { refusal, signInFirst } from './refusal.js';
import type { Stage } from './stage.js';

/** Default deny, before any subgraph hears of the operation. */
export const accessStage = (table: AccessTable): Stage => {
  /** What a caller may is asked again and again; what he may not, seldom. */
  const allowed = new WeakMap<AssertedActor, WeakSet<KnownOperation>>();
  return {
    name: 'access',
    admit({ operation, context }) {
      if (allowed.get(context.actor)?.has(operation)) return;
      const denial = denialOf(table, operation.facts, context.actor);
      if (!denial) {
        const own = allowed.get(context.actor) ?? new WeakSet();
        allowed.set(context.actor, own.add(operation));
        return;
      }
      if (denial.signIn) throw signInFirst(context, denial.fields);
      throw refusal(403, 'FORBIDDEN', say(context.locale, 'Vai trò hiện tại không có quyền này.', 'Your role does not allow this.'), {
        fields: denial.fields,
      });
    },
  };
};
