import type { ImportWarning, WarningCode } from '../plan-import/plan-extract.js';

/** Every code in both languages; `{name}` are the warning's values. */
export const WARNING_MESSAGES: Readonly<Record<WarningCode, readonly [vi: string, en: string]>> = {
  NO_THEME: ['Kế hoạch không nêu chủ đề.', 'The plan states no theme.'],
  NO_QUANTITATIVE_TARGET: ['Kế hoạch không có chỉ tiêu định lượng.', 'The plan has no target with a number.'],
  AS_ABOVE_WITHOUT_ADDRESSEE: [
    'Nơi nhận ghi “{text}” nhưng kế hoạch không có phần Kính gửi.',
    'The recipients say “{text}” but the plan has no addressees.',
  ],
  SECTION_NUMBER_GAP: [
    'Mục {label} đứng ngay sau mục {before}: số mục bị nhảy. Nhãn được giữ như in.',
    'Section {label} follows {before}: a number is skipped. Labels are kept as printed.',
  ],
  SECTION_LABEL_REPEATED: ['Nhãn mục {label} xuất hiện hai lần.', 'Section label {label} appears twice.'],
  UNRESOLVED_ISSUER: [
    'Chưa xác định được cơ quan ban hành “{name}”. Hãy chọn cơ quan.',
    'The issuing body “{name}” is not resolved. Choose it.',
  ],
  BLANK_NUMBER: [
    'Số văn bản để trống, ký hiệu {symbol}; số được cấp khi ban hành.',
    'The number is blank, symbol {symbol}; it is given on issue.',
  ],
  NO_NUMBER: ['Không tìm thấy dòng “Số: …”.', 'No line “Số: …” was found.'],
  INCOMPLETE_DATE: ['Ngày ban hành chưa đủ: “{printed}”.', 'The date is incomplete: “{printed}”.'],
  NO_DOCUMENT_TYPE: ['Không tìm thấy tên loại văn bản; tạm coi là kế hoạch.', 'No document type was found; taken for a plan.'],
  NO_SECTIONS: ['Không nhận ra mục nào.', 'No section was recognised.'],
  NO_LEGAL_BASIS: ['Không có căn cứ pháp lý ở phần mở đầu.', 'The opening names no legal basis.'],
  NO_RECIPIENTS: ['Không có phần Nơi nhận.', 'There is no list of recipients.'],
  NO_SIGNATURE: ['Không tìm thấy chức vụ người ký.', 'No signing office was found.'],
  NO_SIGNER_NAME: ['Chưa có tên người ký ({role}).', 'The signer is not named ({role}).'],
  SIGNED_ON_BEHALF: ['{role} ký thay {onBehalfOf}: kiểm tra ủy quyền.', '{role} signs for {onBehalfOf}: check the delegation.'],
  UNKNOWN_RECIPIENT: ['Chưa rõ nơi nhận “{text}”.', 'Recipient “{text}” is not recognised.'],
  TARGET_READING_ASSUMED: [
    'Cách đọc chỉ tiêu là tạm hiểu (mức tối thiểu, trên số đã đạt danh hiệu ngoài): “{text}”.',
    'The reading is assumed (a floor, of those with the outer title): “{text}”.',
  ],
  CAMPAIGN_LEVEL_UNKNOWN: ['Không rõ cấp phát động phong trào “{name}”.', 'Who started the campaign “{name}” is not printed.'],
  CAMPAIGN_LIST_OPEN: ['Danh sách phong trào còn để mở (kết thúc bằng dấu “…”).', 'The list of campaigns is left open (it ends with “…”).'],
  CITATION_WITHOUT_DATE: ['Văn bản {number} được viện dẫn không ghi ngày.', 'Document {number} is cited without a date.'],
  NO_ASSIGNMENT: ['Không giao nhiệm vụ cho ai.', 'Nobody is given a duty.'],
  NO_YEAR: ['Không xác định được năm của kế hoạch.', 'The year of the plan is not known.'],
  ANNEX_NOT_READ: [
    'Phần phụ lục sau chữ ký được giữ trong văn bản nhưng không phân tích.',
    'The annex behind the signature is kept in the text but not analysed.',
  ],
};

export function warningMessage(warning: Pick<ImportWarning, 'code' | 'vars'>, locale: 'vi' | 'en'): string {
  const [vi, en] = WARNING_MESSAGES[warning.code];
  return (locale === 'en' ? en : vi).replace(/\{(\w+)\}/gu, (_, name: string) => warning.vars[name] ?? '');
}
