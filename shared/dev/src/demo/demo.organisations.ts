import { naturalId } from '@thidua/contracts';
import type { DemoOrganisation, DemoOrganisationKind } from './demo.types.js';

type Draft = Partial<Omit<DemoOrganisation, 'key' | 'id' | 'name' | 'kind'>>;

function body(key: string, name: string, kind: DemoOrganisationKind, more: Draft = {}): DemoOrganisation {
  return {
    key,
    id: naturalId('organisation', key),
    code: null,
    name,
    shortName: name,
    kind,
    parentKey: null,
    departmentKey: null,
    provinceKey: null,
    relation: null,
    from: null,
    to: null,
    aliases: [],
    superiors: [],
    ...more,
  };
}

/** The eight central bodies and ministries: issuers of cited documents, and the professional line of the departments. */
const CENTRAL: DemoOrganisation[] = [
  body('QH', 'Quốc hội', 'CENTRAL', { code: 'QH' }),
  body('CP', 'Chính phủ', 'CENTRAL', { code: 'CP' }),
  body('TTG', 'Thủ tướng Chính phủ', 'CENTRAL', { code: 'TTG', shortName: 'Thủ tướng', parentKey: 'CP', aliases: ['Thủ tướng', 'TTg'] }),
  body('BCHTW', 'Ban Chấp hành Trung ương Đảng', 'CENTRAL', {
    code: 'BCHTW',
    shortName: 'BCH Trung ương',
    aliases: ['Ban Chấp hành Trung ương', 'Trung ương', 'BCH TW'],
  }),
  body('BCT', 'Bộ Chính trị', 'CENTRAL', { code: 'BCT', parentKey: 'BCHTW' }),
  body('HDTDKTTW', 'Hội đồng Thi đua - Khen thưởng Trung ương', 'CENTRAL', {
    code: 'HDTDKTTW',
    shortName: 'HĐTĐKT Trung ương',
    aliases: ['HĐTĐKT TW', 'Hội đồng Thi đua Khen thưởng Trung ương'],
  }),
  body('BNV', 'Bộ Nội vụ', 'MINISTRY', { code: 'BNV', parentKey: 'CP' }),
  body('BTC', 'Bộ Tài chính', 'MINISTRY', { code: 'BTC', parentKey: 'CP', aliases: ['Vụ TCCB.BTC', 'Vụ Tổ chức cán bộ Bộ Tài chính'] }),
];

interface ProvinceWords {
  key: string;
  name: string;
  prefix: string;
}

/** Own province: bare codes; guests: codes carry the province (decision 3). */
function provincialBody(province: ProvinceWords, key: string, name: string, more: Draft = {}): DemoOrganisation {
  return body(`${key}.${province.key}`, `${name} tỉnh ${province.name}`, 'PROVINCIAL_BODY', {
    code: `${province.prefix}${key}`,
    shortName: `${name} tỉnh`,
    parentKey: province.key,
    provinceKey: province.key,
    ...more,
  });
}

function politicalBodies(p: ProvinceWords): DemoOrganisation[] {
  return [
    body(`TU.${p.key}`, `Tỉnh ủy ${p.name}`, 'PROVINCIAL_BODY', {
      code: `${p.prefix}TU`,
      shortName: 'Tỉnh ủy',
      parentKey: p.key,
      provinceKey: p.key,
      aliases: ['Ban Chấp hành Đảng bộ tỉnh'],
      superiors: [{ line: 'PARTY', key: 'BCHTW' }],
    }),
    provincialBody(p, 'HDND', 'Hội đồng nhân dân', { shortName: 'HĐND tỉnh', aliases: ['HĐND'] }),
    provincialBody(p, 'UBND', 'Ủy ban nhân dân', {
      shortName: 'UBND tỉnh',
      aliases: ['UBND'],
      superiors: [{ line: 'ADMINISTRATIVE', key: 'CP' }],
    }),
    provincialBody(p, 'CT', 'Chủ tịch Ủy ban nhân dân', {
      shortName: 'Chủ tịch UBND tỉnh',
      parentKey: `UBND.${p.key}`,
      aliases: ['Chủ tịch UBND'],
    }),
    provincialBody(p, 'HDTDKT', 'Hội đồng Thi đua - Khen thưởng', {
      shortName: 'HĐTĐKT tỉnh',
      aliases: ['HĐTĐ-KT Tỉnh', 'Hội đồng Thi đua Khen thưởng tỉnh', 'HĐTĐ'],
      superiors: [{ line: 'PROFESSIONAL', key: 'HDTDKTTW' }],
    }),
  ];
}

const TNH: ProvinceWords = { key: 'TNH', name: 'Tây Ninh', prefix: '' };
const QNG: ProvinceWords = { key: 'QNG', name: 'Quảng Ngãi', prefix: 'QNG.' };
const STG: ProvinceWords = { key: 'STG', name: 'Sóc Trăng', prefix: 'STG.' };

const PROVINCES: DemoOrganisation[] = [TNH, QNG, STG].map((p) =>
  body(p.key, `Tỉnh ${p.name}`, 'PROVINCE', {
    code: p.key,
    shortName: p.name,
    provinceKey: p.key,
    superiors: [{ line: 'ADMINISTRATIVE', key: 'CP' }],
  }),
);

const PROVINCIAL: DemoOrganisation[] = [
  ...politicalBodies(TNH),
  body('BTV.TNH', 'Ban Thường vụ Tỉnh ủy Tây Ninh', 'PROVINCIAL_BODY', {
    code: 'BTV',
    shortName: 'Ban Thường vụ Tỉnh ủy',
    parentKey: 'TU.TNH',
    provinceKey: 'TNH',
    superiors: [{ line: 'PARTY', key: 'TU.TNH' }],
  }),
  body('BTDKT.TNH', 'Ban Thi đua - Khen thưởng tỉnh Tây Ninh', 'PROVINCIAL_BODY', {
    code: 'BTDKT',
    shortName: 'Ban TĐ-KT tỉnh',
    parentKey: 'UBND.TNH',
    departmentKey: 'SNV',
    provinceKey: 'TNH',
    aliases: ['Ban TĐ-KT tỉnh', 'Ban TĐKT - Sở Nội vụ'],
    superiors: [{ line: 'PROFESSIONAL', key: 'HDTDKT.TNH' }],
  }),
  ...politicalBodies(QNG),
  ...politicalBodies(STG).filter((organisation) => organisation.key === 'UBND.STG'),
];

function department(p: ProvinceWords, key: string, name: string, ministry: string | null): DemoOrganisation {
  const ministryLine = ministry ? [{ line: 'PROFESSIONAL' as const, key: ministry }] : [];
  const partyLine = p.key === 'STG' ? [] : [{ line: 'PARTY' as const, key: `TU.${p.key}` }];
  const fullKey = `${p.prefix}${key}`;
  return body(fullKey, name, 'DEPARTMENT', {
    code: fullKey,
    shortName: key === 'SKHCN' ? 'Sở KH&CN' : name,
    parentKey: `UBND.${p.key}`,
    departmentKey: fullKey,
    provinceKey: p.key,
    aliases: [`${name} tỉnh ${p.name}`, key],
    superiors: [{ line: 'ADMINISTRATIVE', key: `UBND.${p.key}` }, ...ministryLine, ...partyLine],
  });
}

/** The ministry of Sở Khoa học và Công nghệ is not among the eight central bodies of the demo, so it has no professional line here. */
const DEPARTMENTS: DemoOrganisation[] = [
  department(TNH, 'SKHCN', 'Sở Khoa học và Công nghệ', null),
  department(TNH, 'STC', 'Sở Tài chính', 'BTC'),
  department(TNH, 'SNV', 'Sở Nội vụ', 'BNV'),
  department(QNG, 'SKHCN', 'Sở Khoa học và Công nghệ', null),
  department(STG, 'SNV', 'Sở Nội vụ', 'BNV'),
];

type UnitWords = [key: string, name: string, aliases: string[], directlyUnder?: true];

const UNITS: Record<'SKHCN' | 'STC' | 'SNV', UnitWords[]> = {
  SKHCN: [
    ['VP', 'Văn phòng Sở', ['Văn phòng', 'VP']],
    ['QLKH', 'Phòng Quản lý Khoa học', []],
    ['QLCN', 'Phòng Quản lý Công nghệ', []],
    ['CDS', 'Phòng Bưu chính, Viễn thông và Chuyển đổi số', ['Phòng Chuyển đổi số']],
    ['TDC', 'Phòng Tiêu chuẩn Đo lường Chất lượng', []],
    ['TTUD', 'Trung tâm Ứng dụng tiến bộ Khoa học và Công nghệ', ['Trung tâm Ứng dụng', 'Trung tâm Ứng dụng tiến bộ KH&CN'], true],
  ],
  STC: [
    ['VP', 'Văn phòng Sở', ['Văn phòng', 'VP']],
    ['QLNS', 'Phòng Quản lý Ngân sách', []],
    ['HCSN', 'Phòng Tài chính hành chính sự nghiệp', []],
    ['TCDT', 'Phòng Tài chính đầu tư', []],
    ['GCS', 'Phòng Quản lý Giá và Công sản', []],
    ['THQH', 'Phòng Tổng hợp, Quy hoạch', []],
    ['DKKD', 'Phòng Đăng ký kinh doanh', []],
    ['DNTT', 'Phòng Doanh nghiệp và Kinh tế tập thể', []],
  ],
  SNV: [
    ['VP', 'Văn phòng Sở', ['Văn phòng', 'VP']],
    ['PTDKT', 'Phòng Thi đua - Khen thưởng', ['Phòng TĐ-KT', 'Sở Nội vụ (Phòng TĐ-KT)']],
    ['CCVC', 'Phòng Công chức, viên chức', []],
    ['CCHC', 'Phòng Cải cách hành chính', []],
    ['TCBC', 'Phòng Tổ chức bộ máy và Biên chế', ['Phòng Tổ chức']],
    ['TTLT', 'Trung tâm Lưu trữ lịch sử', [], true],
  ],
};

function units(departmentKey: 'SKHCN' | 'STC' | 'SNV'): DemoOrganisation[] {
  return UNITS[departmentKey].map(([key, name, aliases, directlyUnder]) =>
    body(`${departmentKey}/${key}`, name, directlyUnder ? 'UNIT' : 'DIVISION', {
      parentKey: departmentKey,
      departmentKey,
      provinceKey: 'TNH',
      aliases,
      relation: directlyUnder ? 'DIRECTLY_UNDER' : 'BELONGS',
      superiors: [{ line: 'ADMINISTRATIVE', key: departmentKey }],
    }),
  );
}

/** Party, union and youth organisations are linked to the department, not children of it in the state tree (R-023 … R-025). */
function massOrganisations(departmentKey: string, departmentName: string): DemoOrganisation[] {
  const linked = { departmentKey, provinceKey: 'TNH' };
  return [
    body(`${departmentKey}/DU`, `Đảng ủy ${departmentName}`, 'PARTY', {
      ...linked,
      shortName: 'Đảng ủy Sở',
      parentKey: 'TU.TNH',
      aliases: ['Đảng ủy Sở', 'Đảng bộ Sở', 'Đảng ủy'],
      superiors: [{ line: 'PARTY', key: 'TU.TNH' }],
    }),
    body(`${departmentKey}/CD`, `Công đoàn cơ sở ${departmentName}`, 'UNION', {
      ...linked,
      shortName: 'Công đoàn Sở',
      aliases: ['BCH Công đoàn', `BCH Công đoàn ${departmentName}`, 'Công đoàn'],
    }),
    body(`${departmentKey}/DTN`, `Chi đoàn ${departmentName}`, 'YOUTH', {
      ...linked,
      shortName: 'Chi đoàn Sở',
      aliases: ['BCH Chi đoàn', `BCH Chi đoàn ${departmentName}`, 'Đoàn Thanh niên Sở'],
    }),
  ];
}

const DISTRICTS: [key: string, name: string][] = [
  ['TPTN', 'thành phố Tây Ninh'],
  ['HT', 'thị xã Hòa Thành'],
  ['TB', 'thị xã Trảng Bàng'],
  ['GD', 'huyện Gò Dầu'],
  ['BC', 'huyện Bến Cầu'],
  ['CT', 'huyện Châu Thành'],
  ['DMC', 'huyện Dương Minh Châu'],
  ['TC', 'huyện Tân Châu'],
  ['TBI', 'huyện Tân Biên'],
];

/** District finance offices ended with the district level on 30/06/2025; STC guided and scored them. */
const DISTRICT_FINANCE: DemoOrganisation[] = DISTRICTS.map(([key, name]) =>
  body(`PTCKH.${key}`, `Phòng Tài chính - Kế hoạch ${name}`, 'DISTRICT_LEGACY', {
    code: `PTCKH.${key}`,
    shortName: `PTCKH ${name}`,
    parentKey: 'TNH',
    provinceKey: 'TNH',
    to: '2025-06-30',
    aliases: [`PTCKH ${name}`],
    superiors: [{ line: 'PROFESSIONAL', key: 'STC' }],
  }),
);

const COMMUNES: DemoOrganisation[] = (
  [
    ['NINHDIEN', 'Xã Ninh Điền'],
    ['TANLAP', 'Xã Tân Lập'],
    ['HOAHOI', 'Xã Hòa Hội'],
    ['LONGHOA', 'Phường Long Hoa'],
  ] as const
).map(([key, name]) =>
  body(`X.${key}`, name, 'COMMUNE', {
    code: `X.${key}`,
    parentKey: 'TNH',
    provinceKey: 'TNH',
    from: '2025-07-01',
    superiors: [{ line: 'ADMINISTRATIVE', key: 'UBND.TNH' }],
  }),
);

/** Bodies known only as members of a bloc or cluster: no staff, no portal. Kind PROVINCIAL_BODY keeps `DEPARTMENT` for bodies with a portal. */
const EXTERNAL: DemoOrganisation[] = [
  ...(
    [
      ['VPUB', 'Văn phòng Ủy ban nhân dân tỉnh'],
      ['TTRA', 'Thanh tra tỉnh'],
      ['STP', 'Sở Tư pháp'],
      ['SXD', 'Sở Xây dựng'],
      ['BQLKKT', 'Ban Quản lý Khu kinh tế tỉnh'],
    ] as const
  ).map(([key, name]) =>
    body(key, name, 'PROVINCIAL_BODY', {
      code: key,
      parentKey: 'UBND.TNH',
      provinceKey: 'TNH',
      superiors: [{ line: 'ADMINISTRATIVE', key: 'UBND.TNH' }],
    }),
  ),
  ...(
    [
      ['HCM', 'Thành phố Hồ Chí Minh'],
      ['DNI', 'tỉnh Đồng Nai'],
      ['LDG', 'tỉnh Lâm Đồng'],
      ['DTP', 'tỉnh Đồng Tháp'],
      ['VLG', 'tỉnh Vĩnh Long'],
    ] as const
  ).map(([key, name]) =>
    body(`${key}.STC`, `Sở Tài chính ${name}`, 'PROVINCIAL_BODY', {
      code: `${key}.STC`,
      superiors: [{ line: 'PROFESSIONAL', key: 'BTC' }],
    }),
  ),
];

/** All 81 organisations, parents before children. */
export function demoOrganisations(): DemoOrganisation[] {
  const massAndUnits = DEPARTMENTS.slice(0, 3).flatMap((d) => [
    ...units(d.key as 'SKHCN' | 'STC' | 'SNV'),
    ...massOrganisations(d.key, d.name),
  ]);
  return structuredClone([
    ...CENTRAL,
    ...PROVINCES,
    ...PROVINCIAL,
    ...DEPARTMENTS,
    ...massAndUnits,
    ...DISTRICT_FINANCE,
    ...COMMUNES,
    ...EXTERNAL,
  ]);
}
