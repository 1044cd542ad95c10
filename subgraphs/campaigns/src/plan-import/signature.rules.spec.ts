import { describe, expect, it } from 'vitest';
import { readLines } from './passage.rules.js';
import { readSignature } from './signature.rules.js';
import { splitTail } from './tail.rules.js';

describe('the signature of a plan', () => {
  it.each([
    ['GIÁM ĐỐC\n\nNguyễn Văn Thành', 'GIÁM ĐỐC', null, 'Nguyễn Văn Thành'],
    ['**KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC**', 'PHÓ GIÁM ĐỐC', 'GIÁM ĐỐC', null],
    ['TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n(Đã ký)\nLê Thị B', 'CHỦ TỊCH', 'ỦY BAN NHÂN DÂN', 'Lê Thị B'],
    ['TL. GIÁM ĐỐC\nCHÁNH VĂN PHÒNG\nThS. Trần C', 'CHÁNH VĂN PHÒNG', 'GIÁM ĐỐC', 'Trần C'],
    ['Q. GIÁM ĐỐC\n\nĐỗ Văn Đ', 'GIÁM ĐỐC', null, 'Đỗ Văn Đ'],
  ])('R-020 R-086 reads %j', (text, role, onBehalfOf, name) => {
    expect(readSignature(readLines(text))).toMatchObject({ role, onBehalfOf, name });
  });

  it('finds signature and recipients in either order and on one line', () => {
    const before = splitTail(readLines('Hết./.\n\nGIÁM ĐỐC\n\nLê Văn A\n\nNơi nhận:\n- Như trên;\n- Lưu: VT.'));
    const shared = splitTail(readLines('Hết./.\n\nNơi nhận: KT. GIÁM ĐỐC\n- Như trên;\nPHÓ GIÁM ĐỐC\n- Lưu: VT.\n\nLê Văn A'));
    for (const tail of [before, shared]) expect([tail.body.length, tail.recipients.length]).toEqual([1, 2]);
    expect(readSignature(shared.signature)).toMatchObject({ role: 'PHÓ GIÁM ĐỐC', onBehalfOf: 'GIÁM ĐỐC', name: 'Lê Văn A' });
  });

  it('leaves an annex out and says that something follows', () => {
    expect(splitTail(readLines('Hết./.\n\nNơi nhận:\n- Lưu: VT.\n\nGIÁM ĐỐC\n\nPHỤ LỤC\n- Bảng 1;'))).toMatchObject({
      annex: true,
      recipients: [{ text: '- Lưu: VT.' }],
    });
  });
});
