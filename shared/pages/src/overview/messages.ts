const vi = {
  meta: '{people} người · {units} phòng, đơn vị · năm {year}',
  targets: 'Chỉ tiêu có nguy cơ', allTargets: 'Tất cả chỉ tiêu', noRisk: 'Không chỉ tiêu nào đang thiếu', noRiskHint: '{total} chỉ tiêu của năm {year} đều đạt hoặc đang chờ số liệu.', noTargets: 'Chưa có chỉ tiêu cho năm {year}.',
  nominations: 'Đề nghị khen thưởng', allNominations: 'Danh sách đề nghị', noNominations: 'Chưa có đề nghị nào của năm {year}',
  waiting: 'chờ tiếp nhận, thẩm định', inCouncil: 'đang ở Hội đồng', returned: 'trả bổ sung', draft: 'bản nháp', voted: 'đã thông qua, chờ quyết định', decided: 'đã có quyết định',
  duties: 'Nhiệm vụ được giao', noDuties: 'Không có việc nào đang mở', noDutiesHint: 'Việc được giao trong kế hoạch sẽ hiện ở đây, theo hạn.', noDate: 'chưa đặt hạn',
  plans: 'Kế hoạch gần đây', allPlans: 'Tất cả kế hoạch', noPlans: 'Chưa có kế hoạch năm {year}', noPlansHint: 'Bắt đầu bằng cách nhập bản kế hoạch đã có.', importPlan: 'Nhập kế hoạch',
  sessions: 'Phiên họp Hội đồng', allSessions: 'Tất cả phiên họp', noSessions: 'Chưa có phiên họp nào trong năm {year}', rounds: '{open} đang bỏ phiếu · {closed}/{total} mục đã kiểm phiếu',
};
const en: typeof vi = {
  meta: '{people} people · {units} divisions and units · {year}',
  targets: 'Targets at risk', allTargets: 'All targets', noRisk: 'No target is short', noRiskHint: 'All {total} targets of {year} are met or waiting for data.', noTargets: 'No targets for {year} yet.',
  nominations: 'Nominations', allNominations: 'List of nominations', noNominations: 'No nomination of {year} yet',
  waiting: 'to be received or appraised', inCouncil: 'with the council', returned: 'returned for completion', draft: 'draft', voted: 'passed, decision to come', decided: 'decided',
  duties: 'Assigned duties', noDuties: 'No open duty', noDutiesHint: 'Duties assigned by plans appear here by due date.', noDate: 'no due date',
  plans: 'Recent plans', allPlans: 'All plans', noPlans: 'No plan of {year} yet', noPlansHint: 'Start by importing a plan you already have.', importPlan: 'Import a plan',
  sessions: 'Council sessions', allSessions: 'All sessions', noSessions: 'No session in {year} yet', rounds: '{open} voting · {closed} of {total} items counted',
};
export const overviewMessages = { vi, en };
