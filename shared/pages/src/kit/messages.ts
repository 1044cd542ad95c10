/** Words several pages share. */
const vi = {
  nav: {
    overview: 'Tổng quan Sở', plans: 'Văn bản, kế hoạch', campaigns: 'Phong trào, đợt thi đua', targets: 'Chỉ tiêu thi đua',
    nominations: 'Đề nghị khen thưởng', council: 'Thẩm định, họp Hội đồng', decisions: 'Quyết định, trao tặng',
  },
  common: {
    path: 'Đường dẫn', year: 'Năm', state: 'Trạng thái', all: 'Tất cả', noName: 'chưa có', none: 'Không có', open: 'Mở', back: 'Quay lại', confirm: 'Xác nhận', reason: 'Lý do',
    due: 'hạn {date}', overdue: 'quá hạn {date}', people: '{n} người', notFound: 'Không tìm thấy mục này, hoặc bạn không được xem.',
  },
  verdict: { PASS: 'Đạt', FAIL: 'Không đạt', REVIEW: 'Chờ xác nhận', NO_DATA: 'Không có dữ liệu' },
  eligible: { PASS: 'Đủ điều kiện', FAIL: 'Không đủ điều kiện', REVIEW: 'Chờ xác nhận', NO_DATA: 'Thiếu dữ liệu' },
  planState: { DRAFT: 'Bản nháp', IMPORTED: 'Bản nháp', AWAITING_SIGNATURE: 'Chờ ký', ISSUED: 'Đã ban hành', SUPERSEDED: 'Đã thay thế' },
  sessionState: { SCHEDULED: 'Chưa tới', OPEN: 'Đang họp', CLOSED: 'Đã kiểm phiếu', MINUTED: 'Có biên bản' },
  level: { NATIONAL: 'Cả nước', PROVINCE: 'Tỉnh', DEPARTMENT: 'Sở', UNIT: 'Phòng, đơn vị', UNION: 'Công đoàn, đoàn thể', UNKNOWN: 'Chưa rõ cấp' },
  campaignKind: { REGULAR: 'Thường xuyên', THEMATIC: 'Theo chuyên đề', DRIVE: 'Theo đợt' },
};
const en: typeof vi = {
  nav: {
    overview: 'Department overview', plans: 'Documents and plans', campaigns: 'Campaigns and drives', targets: 'Emulation targets',
    nominations: 'Nominations', council: 'Appraisal and council', decisions: 'Decisions and conferral',
  },
  common: {
    path: 'Path', year: 'Year', state: 'State', all: 'All', noName: 'not yet', none: 'None', open: 'Open', back: 'Back', confirm: 'Confirm', reason: 'Reason',
    due: 'due {date}', overdue: 'overdue since {date}', people: '{n} people', notFound: 'Not found, or not yours to see.',
  },
  verdict: { PASS: 'Met', FAIL: 'Not met', REVIEW: 'To be confirmed', NO_DATA: 'No data' },
  eligible: { PASS: 'Eligible', FAIL: 'Not eligible', REVIEW: 'To be confirmed', NO_DATA: 'Data missing' },
  planState: { DRAFT: 'Draft', IMPORTED: 'Draft', AWAITING_SIGNATURE: 'Awaiting signature', ISSUED: 'Issued', SUPERSEDED: 'Superseded' },
  sessionState: { SCHEDULED: 'Not yet', OPEN: 'In session', CLOSED: 'Counted', MINUTED: 'Minuted' },
  level: { NATIONAL: 'National', PROVINCE: 'Province', DEPARTMENT: 'Department', UNIT: 'Division', UNION: 'Union and youth', UNKNOWN: 'Level unknown' },
  campaignKind: { REGULAR: 'Regular', THEMATIC: 'Thematic', DRIVE: 'Drive' },
};
export const kitMessages = { vi, en };
