/** Why a file cannot be imported; each reason tells how to mend it. Nothing is stored when one is given. */
export const UNREADABLE = {
  EMPTY_FILE: {
    vi: 'Tệp không có nội dung.',
    en: 'The file is empty.',
    remedy: ['Chọn lại tệp kế hoạch có nội dung.', 'Choose the plan file again.'],
  },
  TOO_LARGE: {
    vi: 'Tệp lớn hơn 20 MB.',
    en: 'The file is larger than 20 MB.',
    remedy: ['Bỏ ảnh nhúng hoặc tách phụ lục rồi nhập lại.', 'Remove embedded images or split off annexes, then import again.'],
  },
  TOO_MANY_PAGES: {
    vi: 'Tệp dài hơn 200 trang.',
    en: 'The file has more than 200 pages.',
    remedy: ['Chỉ nhập phần kế hoạch, để phụ lục thành tệp riêng.', 'Import the plan only and keep annexes as separate files.'],
  },
  WRONG_ENCODING: {
    vi: 'Tệp văn bản không ở bảng mã Unicode (UTF-8).',
    en: 'The text file is not in Unicode (UTF-8).',
    remedy: [
      'Lưu lại tệp với bảng mã UTF-8; với phông TCVN3 hoặc VNI, chuyển mã sang Unicode trước.',
      'Save the file as UTF-8; convert TCVN3 or VNI text to Unicode first.',
    ],
  },
  SCANNED_PDF: {
    vi: 'Tệp PDF là ảnh quét, không có lớp chữ.',
    en: 'The PDF is a scan without a text layer.',
    remedy: [
      'Nhận dạng chữ (OCR) trước, hoặc nhập bản Word của kế hoạch.',
      'Run text recognition (OCR) first, or import the Word file of the plan.',
    ],
  },
  PROTECTED_FILE: {
    vi: 'Tệp có mật khẩu hoặc hỏng, không mở được.',
    en: 'The file is protected or damaged and cannot be opened.',
    remedy: ['Bỏ mật khẩu hoặc xuất lại tệp rồi nhập lại.', 'Remove the password or export the file again.'],
  },
  MACRO_DOCUMENT: {
    vi: 'Tài liệu Word chứa macro nên không được mở.',
    en: 'The Word document contains macros and is not opened.',
    remedy: ['Lưu lại thành .docx không có macro.', 'Save it as .docx without macros.'],
  },
  INFLATES_TOO_FAR: {
    vi: 'Tệp nén phình ra quá giới hạn khi mở.',
    en: 'The compressed file grows beyond the limit when opened.',
    remedy: ['Mở bằng Word rồi lưu lại thành .docx mới.', 'Open it in Word and save it as a new .docx.'],
  },
  NOT_A_DOCUMENT: {
    vi: 'Tệp không phải văn bản, .docx hay PDF.',
    en: 'The file is neither text, .docx nor PDF.',
    remedy: ['Lưu kế hoạch thành .docx, .pdf hoặc .txt rồi nhập lại.', 'Save the plan as .docx, .pdf or .txt and import again.'],
  },
  OLD_WORD: {
    vi: 'Tệp Word kiểu cũ (.doc) hoặc có mật khẩu.',
    en: 'An old Word file (.doc) or a protected one.',
    remedy: ['Mở bằng Word và lưu thành .docx không có mật khẩu.', 'Open it in Word and save it as .docx without a password.'],
  },
  NOT_A_PLAN: {
    vi: 'Không tìm thấy tên loại văn bản hay mục nào của một kế hoạch.',
    en: 'No document type and no section of a plan was found.',
    remedy: ['Kiểm tra đã chọn đúng tệp kế hoạch.', 'Check that the right file was chosen.'],
  },
} as const;

export type UnreadableCode = keyof typeof UNREADABLE;

/** Thrown while reading a file; turned into a refusal at the edge. */
export class UnreadableFile extends Error {
  readonly code: UnreadableCode;

  constructor(code: UnreadableCode) {
    super(`${code}: ${UNREADABLE[code].en} ${UNREADABLE[code].remedy[1]}`);
    this.code = code;
  }
}
