import { describe, expect, it } from 'vitest';
import { readLines } from './passage.rules.js';
import { readPublishOrders } from './publish-orders.rules.js';
import { readRecipients } from './recipients.rules.js';

const read = (line: string) => readRecipients(readLines(line))[0];

describe('the recipients of a plan', () => {
  it.each([
    ['- GD, các PGD Sở;', 'leadership', ['Giám đốc Sở', 'các Phó Giám đốc Sở']],
    ['- BCH Công đoàn, Đoàn Thanh niên Sở;', 'mass-organisation', ['BCH Công đoàn Sở', 'Đoàn Thanh niên Sở']],
    ['- Ban TĐKT - Sở Nội vụ,', 'superior', ['Ban Thi đua - Khen thưởng, Sở Nội vụ']],
    ['- HĐTĐ-KT Tỉnh;', 'council', ['Hội đồng Thi đua - Khen thưởng tỉnh']],
    ['- Trung tâm Y tế các xã, phường;', 'commune-group', ['Trung tâm Y tế of every commune, ward and special zone']],
    ['+ Các sở, ban, ngành tỉnh;', 'department-group', ['all departments of the province']],
    ['- Như trên;', 'as-above', []],
    ['- Đảng ủy Sở;', 'party', ['Đảng ủy Sở']],
    ['- Ông Nguyễn Văn A;', 'other', ['Ông Nguyễn Văn A']],
  ])('R-088 "%s" is %s', (line, kind, expandsTo) => {
    expect(read(line)).toMatchObject({ kind, expandsTo });
  });

  it('R-087 keeps the purpose of a recipient', () => {
    expect(read('- Ban Giám đốc Sở (để báo cáo);')).toMatchObject({ purpose: 'để báo cáo', expandsTo: ['Ban Giám đốc Sở'] });
  });

  it('R-090 publishing and archiving are orders', () => {
    const lines = readRecipients(readLines('- Đăng Công thông tin điện tử của Sở;\n- Lưu: VT, TCCB.'));
    expect(readPublishOrders(lines).map((o) => [o.action, o.targets])).toEqual([
      ['publish', ['Cổng thông tin điện tử của Sở']],
      ['archive', ['VT', 'TCCB']],
    ]);
  });
});
