import type { RequestContext } from '@thidua/server';
import { recipientWords } from '../import/recipient-words.js';
import { warningMessage } from '../import/warning-messages.js';
import type { ImportWarning } from '../plan-import/plan-extract.js';
import type { RecipientLine } from '../plan-import/recipients.rules.js';
import type { PlanWarning, Recipient } from './plan.types.js';

/** A warning in the reader's language. */
export function toWarning(ctx: RequestContext, warning: ImportWarning): PlanWarning {
  return {
    code: warning.code,
    message: warningMessage(warning, ctx.locale),
    section: warning.section,
    start: warning.start,
    end: warning.end,
    severity: warning.severity,
  };
}

export function toRecipient(ctx: RequestContext, line: RecipientLine): Recipient {
  return {
    text: line.text,
    kind: line.kind.toUpperCase().replaceAll('-', '_'),
    expandsTo: line.expandsTo.map((name) => recipientWords(name, ctx.locale)),
    flagged: line.kind === 'other' || line.kind === 'as-above',
  };
}
