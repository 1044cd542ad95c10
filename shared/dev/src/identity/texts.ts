/** Every sentence of the sign-in pages in both languages. */
const texts = {
  title: { vi: 'Đăng nhập', en: 'Sign in' },
  platform: { vi: 'Thi đua – Khen thưởng', en: 'Emulation and Commendation' },
  province: { vi: 'Tỉnh Tây Ninh', en: 'Tây Ninh province' },
  lead: { vi: 'Dùng tài khoản công vụ của bạn.', en: 'Use your official account.' },
  confirmTitle: { vi: 'Xác nhận danh tính', en: 'Confirm who you are' },
  confirmLead: {
    vi: 'Việc sắp làm cần chắc chắn đúng là bạn. Hãy nhập lại mật khẩu.',
    en: 'The next step must surely be taken by you. Please enter your password again.',
  },
  account: { vi: 'Tài khoản', en: 'Account' },
  accountHint: { vi: 'Ví dụ LAN hoặc SNV-07', en: 'For example LAN or SNV-07' },
  password: { vi: 'Mật khẩu', en: 'Password' },
  submit: { vi: 'Đăng nhập', en: 'Sign in' },
  demoAccounts: { vi: 'Tài khoản dùng thử', en: 'Demo accounts' },
  demoNote: {
    vi: 'Người và số liệu đều là hư cấu. Mật khẩu chung được in ra khi khởi động hệ thống.',
    en: 'People and figures are invented. The common password is printed when the system starts.',
  },
  wrong: {
    vi: 'Tài khoản hoặc mật khẩu không đúng. Hãy kiểm tra rồi nhập lại.',
    en: 'The account or the password is not right. Check both and try again.',
  },
  missing: { vi: 'Hãy nhập cả tài khoản và mật khẩu.', en: 'Enter both account and password.' },
  other: {
    vi: 'Bạn đang đăng nhập bằng tài khoản khác. Hãy xác nhận bằng tài khoản {account}.',
    en: 'You are signed in with another account. Confirm with {account}.',
  },
  throttled: {
    vi: 'Đã nhập sai quá nhiều lần. Hãy thử lại sau {minutes} phút.',
    en: 'Too many wrong tries. Try again in {minutes} minutes.',
  },
  otherLanguage: { vi: 'English', en: 'Tiếng Việt' },
  logoutTitle: { vi: 'Đăng xuất', en: 'Sign out' },
  logoutLead: { vi: 'Đang kết thúc phiên làm việc của bạn trên máy này.', en: 'Ending your session on this computer.' },
  logoutSubmit: { vi: 'Đăng xuất', en: 'Sign out' },
  signedOut: { vi: 'Đã đăng xuất', en: 'Signed out' },
  signedOutLead: { vi: 'Bạn có thể đóng cửa sổ này.', en: 'You may close this window.' },
  errorTitle: { vi: 'Không đăng nhập được', en: 'Sign-in did not work' },
  errorLead: {
    vi: 'Hãy quay lại trang đầu và đăng nhập lại. Nếu vẫn lỗi, báo mã này cho quản trị viên:',
    en: 'Go back to the first page and sign in again. If it fails once more, give the administrator this code:',
  },
  expired: { vi: 'Lần đăng nhập này đã quá hạn hoặc đã dùng xong.', en: 'This sign-in has expired or is already finished.' },
} as const;

export type Language = 'vi' | 'en';
export type TextKey = keyof typeof texts;

export function text(language: Language, key: TextKey, vars: Record<string, string> = {}): string {
  return Object.entries(vars).reduce<string>((sentence, [name, value]) => sentence.replace(`{${name}}`, value), texts[key][language]);
}

/** Vietnamese unless the application or the person asks for English; a browser's own language says little about a civil servant's. */
export function languageOf(asked: string | null | undefined): Language {
  return (asked ?? '').trim().toLowerCase().startsWith('en') ? 'en' : 'vi';
}
