import { readFileSync } from 'node:fs';
import type { DemoOrganisation, DemoProvince } from '@thidua/dev/demo';

/** A plan of the demo before it is read: its text goes through the same importer as everybody's. */
export interface DemoPlan {
  /** Natural key: "000", "SNV-2025", "STC/QLNS/2025". */
  readonly key: string;
  readonly text: string;
  readonly fileName: string;
  readonly issuerKey: string;
  readonly unitKey: string | null;
  readonly year: number;
  readonly state: 'IMPORTED' | 'AWAITING_SIGNATURE' | 'ISSUED';
  /** Invented here: it takes part in campaigns that exist, and starts none (decision 4). */
  readonly synthetic: boolean;
}

const folder = new URL('../../src/demo/plans/', import.meta.url);
const file = (name: string): string => readFileSync(new URL(name, folder), 'utf8');

/** The five plans as they were handed in. */
function importedPlans(): DemoPlan[] {
  const plan = (key: string, fileName: string, issuerKey: string, year: number, state: DemoPlan['state']): DemoPlan => ({
    key,
    fileName,
    text: file(fileName),
    issuerKey,
    unitKey: null,
    year,
    state,
    synthetic: false,
  });
  return [
    plan('000', '000_8f8a9018ae12c9ee.txt', 'SKHCN', 2025, 'AWAITING_SIGNATURE'),
    plan('001', '001_69281634aeecc4aa.txt', 'QNG.SKHCN', 2024, 'IMPORTED'),
    plan('002', '002_fa57e0aff368a104.txt', 'STC', 2025, 'IMPORTED'),
    plan('003', '003_c8cdaae452dc5f0d.txt', 'SKHCN', 2022, 'IMPORTED'),
    plan('004', '004_a8b6f0418ecde32a.txt', 'STG.SNV', 2025, 'IMPORTED'),
  ];
}

const DEPARTMENTS = ['SKHCN', 'STC', 'SNV'] as const;
/** STC has no viên chức (R-016). */
const STAFF = {
  SKHCN: 'công chức, viên chức, người lao động',
  STC: 'công chức, người lao động',
  SNV: 'công chức, viên chức, người lao động',
} as const;
type DepartmentKey = (typeof DEPARTMENTS)[number];

export function demoPlans(province: DemoProvince): DemoPlan[] {
  const snv: DemoPlan = {
    key: 'SNV-2025',
    fileName: 'ke-hoach-snv-2025.txt',
    text: file('snv-2025.txt'),
    issuerKey: 'SNV',
    unitKey: null,
    year: 2025,
    state: 'ISSUED',
    synthetic: true,
  };
  return [...importedPlans(), snv, ...unitPlans(province), ...DEPARTMENTS.map((key) => plan2024(province, key))];
}

function unitPlans(province: DemoProvince): DemoPlan[] {
  const units = province.organisations.filter((body) => body.relation !== null && DEPARTMENTS.some((key) => key === body.departmentKey));
  return units.map((unit, i): DemoPlan => {
    const department = unit.departmentKey as DepartmentKey;
    const office = unit.key === 'STC/VP' || unit.key === 'SKHCN/VP';
    const text = unitText(province, unit, department, { number: i + 6, office, duties: i < 7 ? 2 : 1, late: i % 5 < 2 });
    return {
      key: `${unit.key}/2025`,
      fileName: `ke-hoach-${unit.key.toLowerCase().replace('/', '-')}-2025.txt`,
      text,
      year: 2025,
      state: 'ISSUED',
      synthetic: true,
      issuerKey: office ? department : unit.key,
      unitKey: unit.key,
    };
  });
}

interface UnitText {
  readonly number: number;
  readonly office: boolean;
  readonly duties: number;
  readonly late: boolean;
}

function unitText(
  province: DemoProvince,
  unit: DemoOrganisation,
  department: DepartmentKey,
  { number, office, duties, late }: UnitText,
): string {
  const name = province.organisations.find((body) => body.key === department)?.name ?? department;
  const day = String(3 + (number % 24)).padStart(2, '0');
  const whole = office ? name : `${unit.name} ${name}`;
  return [
    `Số: ${String(number).padStart(2, '0')}/KH-${unit.key.replace('/', '.')}`,
    `Tây Ninh, ngày ${day} tháng 3 năm 2025`,
    `KẾ HOẠCH\n\n${office ? `Chỉ tiêu thi đua năm 2025 của ${name}` : `Thực hiện phong trào thi đua năm 2025 của ${whole}`}`,
    `Căn cứ kế hoạch thi đua năm 2025 của ${name}, ${unit.name} xây dựng kế hoạch như sau:`,
    'I. CHỈ TIÊU THI ĐUA',
    ...(office ? departmentTargets(STAFF[department]) : unitTargets(STAFF[department])),
    'II. TỔ CHỨC THỰC HIỆN',
    `1. ${unit.name}`,
    `- Báo cáo kết quả thực hiện phong trào thi đua trước ngày ${late ? '30/11/2025' : '31/12/2025'}.`,
    ...(duties > 1 ? ['- Phổ biến kế hoạch đến từng người trong đơn vị trước ngày 15/4/2025.'] : []),
    `Trên đây là kế hoạch năm 2025 của ${whole}./.`,
    'Nơi nhận:\n\n- Lãnh đạo Sở (để báo cáo);\n- Lưu: VT.',
    'TRƯỞNG PHÒNG',
  ].join('\n\n');
}

function departmentTargets(staff: string): string[] {
  return [
    `- Trên 98% ${staff} của Sở được nghiên cứu, học tập, quán triệt các Chỉ thị, Nghị quyết của Đảng, chính sách pháp luật của Nhà nước.`,
    `- 80% ${staff} đạt danh hiệu "Lao động tiên tiến", trong đó 20% đạt danh hiệu "Chiến sĩ thi đua cơ sở".`,
  ];
}

function unitTargets(staff: string): string[] {
  return [
    `- 100% ${staff} trong đơn vị đăng ký thi đua đầu năm.`,
    '- Ít nhất 90% hồ sơ được giải quyết đúng hạn.',
    '- Đơn vị được đánh giá, xếp loại hoàn thành tốt nhiệm vụ trở lên.',
  ];
}

function plan2024(province: DemoProvince, key: DepartmentKey): DemoPlan {
  const name = province.organisations.find((body) => body.key === key)?.name ?? key;
  const text = [
    `Số: ${{ SKHCN: '09', STC: '11', SNV: '04' }[key]}/KH-${key}`,
    'Tây Ninh, ngày 05 tháng 02 năm 2024',
    `KẾ HOẠCH\n\nPhát động phong trào thi đua năm 2024 của ${name}`,
    `Căn cứ chương trình công tác năm 2024, ${name} xây dựng kế hoạch như sau:`,
    'I. MỤC ĐÍCH, YÊU CẦU',
    `- Tạo khí thế thi đua sôi nổi trong toàn thể ${STAFF[key]}.`,
    '- Gắn thi đua với nhiệm vụ chính trị của Sở.',
    'II. NỘI DUNG THI ĐUA',
    '- Thi đua thực hiện cải cách hành chính, giải quyết hồ sơ đúng hạn.',
    '- Thi đua sáng tạo, ứng dụng công nghệ thông tin trong công tác.',
    `Trên đây là kế hoạch năm 2024 của ${name}./.`,
    'Nơi nhận:\n\n- Các phòng, đơn vị;\n- Lưu: VT, VP.',
    'GIÁM ĐỐC',
  ].join('\n\n');
  return {
    key: `${key}-2024`,
    fileName: `ke-hoach-${key.toLowerCase()}-2024.txt`,
    text,
    issuerKey: key,
    unitKey: null,
    year: 2024,
    state: 'ISSUED',
    synthetic: true,
  };
}
