/** Kinds of inbox tasks and their titles: a verb first, the reason after the dot. `{name}` are the event's vars. */
export const TASKS: Record<string, { vi: string; en: string }> = {
  PLAN_ANSWER: {
    vi: 'Ban hành kế hoạch theo {document} · nhận ngày {received}',
    en: 'Issue a plan in answer to {document} · received {received}',
  },
  PLAN_SIGN: { vi: 'Ký kế hoạch “{title}”', en: 'Sign the plan “{title}”' },
  DUTY_LATE: { vi: 'Hoàn thành nhiệm vụ quá hạn · {text}', en: 'Finish an overdue duty · {text}' },
  DUTY_DUE: { vi: 'Thực hiện nhiệm vụ · {text}', en: 'Carry out a duty · {text}' },
  TARGET_AT_RISK: { vi: 'Xem chỉ tiêu có nguy cơ không đạt · {text}', en: 'Look at a target at risk · {text}' },
  RATING_MISSING: { vi: 'Xếp loại {count} người của {unit}', en: 'Rate {count} people of {unit}' },
  NOMINATION_APPRAISE: { vi: 'Thẩm định đề nghị {award} · {nominee}', en: 'Appraise a nomination for {award} · {nominee}' },
  NOMINATION_RETURNED: { vi: 'Bổ sung hồ sơ bị trả lại · {nominee}, {award}', en: 'Complete a returned dossier · {nominee}, {award}' },
  COUNCIL_VOTE: { vi: 'Bỏ phiếu kín · {award}, {session}', en: 'Vote by secret ballot · {award}, {session}' },
  SESSION_INVITE: { vi: 'Đọc hồ sơ và dự họp Hội đồng · {session}', en: 'Read the dossiers and attend the council · {session}' },
  SESSION_PREPARE: { vi: 'Chuẩn bị phiên họp Hội đồng · {session}', en: 'Prepare the council session · {session}' },
  DECISION_SIGN: { vi: 'Ký quyết định khen thưởng · {award}, {count} trường hợp', en: 'Sign the award decision · {award}, {count} cases' },
};

export function taskTitle(kind: string, vars: Record<string, string | number>, locale: 'vi' | 'en'): string {
  const template = TASKS[kind]?.[locale];
  if (!template) return kind;
  return template.replace(/\{(\w+)\}/g, (_, name: string) => String(vars[name] ?? ''));
}
