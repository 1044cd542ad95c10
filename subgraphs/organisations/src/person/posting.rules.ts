/** What a move is judged by; dates "YYYY-MM-DD". */
export interface MoveFacts {
  known: boolean;
  open: { organisationId: string; unitId: string | null; title: string; validFrom: string } | null;
  input: { organisationId: string; unitId?: string | null; title: string; from: string };
  organisation: { id: string; kind: string; isGuest: boolean; validTo: string | null } | null;
  unit: { id: string; parentId: string | null; validFrom: string | null; validTo: string | null } | null;
}

export interface MoveProblem {
  reason: string;
  vi: string;
  en: string;
  field: string;
}

/** Why a person cannot be moved like this, or null (R-018: no gap, no overlap, no change of a closed period). */
export function postingProblem({ known, open, input, organisation, unit }: MoveFacts): MoveProblem | null {
  if (!known) return { reason: 'UNKNOWN_PERSON', vi: 'Không có người này.', en: 'There is no such person.', field: 'personId' };
  if (!open)
    return { reason: 'NOT_IN_SERVICE', vi: 'Người này đã thôi công tác.', en: 'This person has left the service.', field: 'personId' };
  if (!organisation || organisation.isGuest)
    return {
      reason: 'UNKNOWN_BODY',
      vi: 'Không có cơ quan này trong tỉnh.',
      en: 'There is no such body in the province.',
      field: 'organisationId',
    };
  if (input.unitId && unit?.parentId !== organisation.id)
    return {
      reason: 'UNIT_ELSEWHERE',
      vi: 'Đơn vị không thuộc cơ quan này.',
      en: 'The unit does not belong to this body.',
      field: 'unitId',
    };
  const ended = (unit?.validTo ?? organisation.validTo ?? '9999-12-31') < input.from || (unit?.validFrom ?? '0001-01-01') > input.from;
  if (ended)
    return {
      reason: 'UNIT_NOT_IN_FORCE',
      vi: 'Đơn vị không hoạt động vào ngày này.',
      en: 'The unit is not in force on this day.',
      field: 'from',
    };
  if (input.from <= open.validFrom)
    return {
      reason: 'BEFORE_PRESENT_POSTING',
      vi: 'Ngày chuyển phải sau ngày bắt đầu vị trí hiện tại.',
      en: 'The move must come after the present posting began.',
      field: 'from',
    };
  const same = open.organisationId === input.organisationId && open.unitId === (input.unitId ?? null) && open.title === input.title;
  return same
    ? { reason: 'NOTHING_CHANGES', vi: 'Vị trí mới trùng vị trí hiện tại.', en: 'The new posting equals the present one.', field: 'unitId' }
    : null;
}
