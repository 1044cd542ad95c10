import { describe, expect, it } from 'vitest';
import { ranked } from './palette-rank.js';

const entries = [
  { title: 'Danh sách đề nghị', hint: 'Sở Tài chính' },
  { title: 'Kế hoạch', hint: 'Sở Khoa học và Công nghệ' },
  { title: 'Nhập kế hoạch', hint: 'Sở Khoa học và Công nghệ' },
  { title: 'Quỹ khen thưởng', hint: 'Sở Tài chính', keywords: ['tiền thưởng', 'kế toán'] },
];
const titles = (typed: string) => ranked(entries, typed).map(({ title }) => title);

describe('finding a page or a command', () => {
  it.each(['kế hoạch', 'ke hoach', 'KE HOACH', '  kế   hoạch '])('“%s” finds the same, what starts so first', (typed) => {
    expect(titles(typed)).toEqual(['Kế hoạch', 'Nhập kế hoạch']);
  });

  it('finds by the department and by other words', () => {
    expect(titles('quy tai chinh')).toEqual(['Quỹ khen thưởng']);
    expect(titles('tien thuong')).toEqual(['Quỹ khen thưởng']);
  });

  it('finds đ by d', () => {
    expect(titles('de nghi')).toEqual(['Danh sách đề nghị']);
  });

  it('shows everything before anything is typed, and nothing for a word that is nowhere', () => {
    expect(titles('')).toHaveLength(4);
    expect(titles('xyz')).toEqual([]);
  });
});
