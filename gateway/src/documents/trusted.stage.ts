import { say } from '../http/problem.js';
import { refusal } from '../operation/refusal.js';
import type { Stage } from '../operation/stage.js';
import { worksOnGraph } from '../registry/registry.access.js';

/** `enforce` = people and the public ask registered documents only; `open` = they may also ask by text. */
export type TrustedDocuments = 'enforce' | 'open';

/** What stands beside a refusal so that its reader knows what to do. */
const REMEDY = {
  vi: 'Gửi «documentId» của một thao tác đã đăng ký; hệ thống tích hợp dùng khoá của mình để hỏi tự do.',
  en: 'Send the `documentId` of a registered operation; an integrator asks freely with a key of its own.',
};

/**
 * Keeps free text to clients and to those who publish schemas: any other stolen session, or a script in a page, can ask nothing that no
 * release has shipped.
 */
export const trustedStage: Stage = {
  name: 'documents',
  admit({ via, context: { actor, locale } }) {
    if (via === 'document' || actor.kind === 'client' || actor.kind === 'service' || worksOnGraph(actor)) return;
    const message = say(
      locale,
      'Chỉ những thao tác đã đăng ký được chạy ở đây; câu hỏi này được gửi dưới dạng văn bản.',
      'Only registered operations run here; this one was sent as text.',
    );
    throw refusal(403, 'FORBIDDEN', message, { reason: 'DOCUMENT_REQUIRED', remedy: say(locale, REMEDY.vi, REMEDY.en) });
  },
};
