import { searchKey } from '@thidua/contracts';
import { DEMO_SEED, seededRandom } from './demo.random.js';

const FAMILY = [
  'Nguyễn',
  'Nguyễn',
  'Nguyễn',
  'Nguyễn',
  'Trần',
  'Trần',
  'Lê',
  'Lê',
  'Phạm',
  'Huỳnh',
  'Phan',
  'Vũ',
  'Võ',
  'Đặng',
  'Bùi',
  'Đỗ',
  'Hồ',
  'Ngô',
  'Dương',
  'Lý',
  'Đinh',
  'Mai',
  'Trịnh',
  'Lương',
  'Cao',
  'Tạ',
  'Châu',
  'Đoàn',
];
const FEMALE = [
  'Thị Hồng',
  'Thị Kim',
  'Thị Mỹ',
  'Thị Ngọc',
  'Thị Thanh',
  'Thị Bích',
  'Thị Thùy',
  'Ngọc',
  'Thanh',
  'Kim',
  'Thị',
  'Thị',
  'Hoàng',
  'Thị Diễm',
  'Thị Phương',
];
const FEMALE_GIVEN = [
  'Anh',
  'Châu',
  'Dung',
  'Duyên',
  'Giang',
  'Hạnh',
  'Hằng',
  'Hiền',
  'Hương',
  'Loan',
  'Ly',
  'Nga',
  'Nhung',
  'Oanh',
  'Phượng',
  'Quyên',
  'Thảo',
  'Thủy',
  'Trang',
  'Trâm',
  'Tuyết',
  'Uyên',
  'Vân',
  'Yến',
];
const MALE = ['Văn', 'Văn', 'Văn', 'Minh', 'Quốc', 'Hữu', 'Đức', 'Thanh', 'Hoàng', 'Công', 'Trọng', 'Tấn', 'Ngọc', 'Xuân', 'Chí', 'Nhật'];
const MALE_GIVEN = [
  'An',
  'Bảo',
  'Cường',
  'Dũng',
  'Duy',
  'Đạt',
  'Hải',
  'Hiếu',
  'Hòa',
  'Hùng',
  'Khánh',
  'Kiên',
  'Lâm',
  'Long',
  'Lộc',
  'Nghĩa',
  'Nhân',
  'Phong',
  'Phú',
  'Quang',
  'Quân',
  'Sang',
  'Tài',
  'Thắng',
  'Thịnh',
  'Toàn',
  'Trung',
  'Tuấn',
  'Tùng',
  'Vinh',
];

/** People of the personas, and one whom a target's explanation names. */
export const NAMED: Readonly<Record<string, string>> = {
  LAN: 'Nguyễn Thị Lan',
  BINH: 'Trần Văn Bình',
  HOA: 'Lê Thị Hoa',
  HUY: 'Phạm Quốc Huy',
  TAM: 'Đỗ Minh Tâm',
  SON: 'Võ Thanh Sơn',
  MAI: 'Huỳnh Ngọc Mai',
  NAM: 'Lý Hoàng Nam',
  THU: 'Bùi Thị Thu',
  PHUC: 'Đặng Văn Phúc',
  HANH: 'Ngô Thị Hạnh',
  KHOI: 'Cao Minh Khôi',
  'SNV-27': 'Phan Thị Kim Ngân',
};

/** Real signers printed in the imported documents and personas without an account: never the name of an invented colleague. */
const FORBIDDEN = ['Nguyễn Văn Thành', 'Trần Phước Vĩnh', 'Trương Văn Hậu', 'Lâm Gia Bảo'];

/** An endless supply of distinct invented names; distinct without marks too, so that e-mail addresses are. */
export function nameSupply(): () => string {
  const random = seededRandom(DEMO_SEED);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const used = new Set([...Object.values(NAMED), ...FORBIDDEN].map(searchKey));
  return () => {
    for (;;) {
      const female = random() < 0.48;
      const name = female ? `${pick(FAMILY)} ${pick(FEMALE)} ${pick(FEMALE_GIVEN)}` : `${pick(FAMILY)} ${pick(MALE)} ${pick(MALE_GIVEN)}`;
      const words = name.split(' ');
      if (used.has(searchKey(name)) || new Set(words).size < words.length) continue;
      used.add(searchKey(name));
      return name;
    }
  };
}
