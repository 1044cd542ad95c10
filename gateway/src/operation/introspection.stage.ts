import { signInFirst } from './refusal.js';
import type { Stage } from './stage.js';

/** @param isPublic whether who is not signed in may introspect */
export const introspectionStage = (isPublic: boolean): Stage => ({
  name: 'introspection',
  admit({ operation, context }) {
    if (operation.facts.introspects && !isPublic && context.actor.kind === 'public') throw signInFirst(context, ['__schema']);
  },
});
