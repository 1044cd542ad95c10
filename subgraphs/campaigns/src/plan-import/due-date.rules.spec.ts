import { describe, expect, it } from 'vitest';
import { dueDateOf } from './due-date.rules.js';

describe('the due date of a duty', () => {
  it.each([
    ['tổ chức đăng ký trước ngày 15/02/2026.', '2026-02-15'],
    ['xong trước 30/9', '2026-09-30'],
    ['báo cáo chậm nhất là ngày 05.12.2026', '2026-12-05'],
    ['báo cáo theo quy định', null],
    ['gửi kế hoạch theo Chỉ thị ngày 09/01/2026', null],
  ])('A-27 "%s" is due %s', (duty, due) => {
    expect(dueDateOf(duty, 2026)).toBe(due);
  });
});
