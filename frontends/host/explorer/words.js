const isEnglish = /(?:^|;\s*)lang=en(?:;|$)/.test(document.cookie);
const say = (vi, en) => (isEnglish ? en : vi);
document.documentElement.lang = isEnglish ? 'en' : 'vi';
const theme = /(?:^|;\s*)theme=(light|dark)(?:;|$)/.exec(document.cookie)?.[1];
if (theme) document.documentElement.dataset.theme = theme;

/** Words of the page, in the language chosen in the shell. */
export const words = {
  title: say('Bàn thử câu hỏi', 'Explorer'),
  hello: say('Viết câu hỏi rồi bấm nút chạy; Ctrl+Space gợi ý trường.', 'Write a question and run it; Ctrl+Space suggests fields.'),
  contract: say('Lược đồ', 'Schema'),
  contracts: {
    department: say('Sở, ngành', 'Departments'),
    integrator: say('Hệ thống tích hợp', 'Integrators'),
    ministry: say('Bộ Nội vụ', 'Ministry'),
    public: say('Công khai', 'Public'),
  },
  token: say('Mã truy cập của hệ thống', 'Token of a client'),
  asClient: say('hỏi với mã đã dán', 'asks with the pasted token'),
  asPublic: say('chưa đăng nhập', 'not signed in'),
};
