import { text, type Outcome } from '../assessment.types.js';
import type { PredicateInput } from '../predicate.types.js';
import { dayOf, evidence, missing } from '../wording.js';

const CLOSED = new Set(['SETTLED', 'DISMISSED', 'CLOSED', 'CONCLUDED', 'RESOLVED', 'ANSWERED', 'REJECTED', 'UNFOUNDED', 'WITHDRAWN']);
const ACCUSING = new Set(['DENUNCIATION', 'COMPLAINT']);

export interface PetitionFact {
  id: string;
  kind: string;
  state: string;
  receivedOn: string;
}

/** L-07: a denunciation or complaint still under verification. Such a nomination is suspended, not refused for good. */
export function blocksNomination(petition: PetitionFact): boolean {
  return ACCUSING.has(petition.kind) && !CLOSED.has(petition.state);
}

/** A reflection or proposal that is still open: shown as a warning, the nomination goes on. */
export function warnsOnly(petition: PetitionFact): boolean {
  return !ACCUSING.has(petition.kind) && !CLOSED.has(petition.state);
}

/**
 * L-07 for every award: FAIL while a denunciation or complaint is being verified, REVIEW while a reflection or proposal
 * is open. The sender never appears: only the state and the day it was received.
 */
export function noPetitionUnderVerification({ facts }: PredicateInput): Outcome {
  const need = text('Không có đơn tố cáo, khiếu nại đang xác minh', 'No denunciation or complaint under verification');
  const source = facts.kind === 'ORGANISATION' ? facts.collective : facts.evaluation;
  if (source === null) {
    return {
      verdict: 'NO_DATA',
      need,
      have: text('Không có dữ liệu đơn thư', 'Petition data did not answer'),
      evidence: [missing(facts.id, 'Dữ liệu đơn thư không trả lời', 'The petitions did not answer')],
    };
  }
  const petitions: PetitionFact[] = source.petitions;
  const blocking = petitions.filter(blocksNomination);
  const warning = petitions.filter(warnsOnly);
  const shown = [...blocking, ...warning];
  return {
    verdict: blocking.length > 0 ? 'FAIL' : warning.length > 0 ? 'REVIEW' : 'PASS',
    need,
    have:
      blocking.length > 0
        ? text(`${blocking.length} đơn đang xác minh`, `${blocking.length} under verification`)
        : warning.length > 0
          ? text(`${warning.length} phản ánh, kiến nghị (chỉ lưu ý)`, `${warning.length} reflection(s), note only`)
          : text('Không có', 'None'),
    evidence: shown.map((petition) =>
      evidence(
        'PETITION',
        petition.id,
        `Đơn nhận ngày ${dayOf(petition.receivedOn)}, đang xử lý`,
        `Petition received ${dayOf(petition.receivedOn)}, open`,
      ),
    ),
  };
}
