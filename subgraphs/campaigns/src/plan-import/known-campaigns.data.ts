/** Standing campaigns of the whole country; plans name them with or without quotation marks. */
export interface KnownCampaign {
  readonly key: string;
  readonly name: string;
  /** Words by which a mention, also a provincial form, is recognised. */
  readonly core: RegExp;
  /** Counts as a mention also when it is not quoted. */
  readonly unquoted: boolean;
  /** The document by which it was launched, as cited in plans. */
  readonly document: string | null;
  readonly source: string;
}

/** Source: the plans of 2022–2025 of the departments; a new one is a new row. */
export const KNOWN_CAMPAIGNS: readonly KnownCampaign[] = [
  {
    key: 'hcm',
    name: 'Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh',
    core: /học tập và làm theo (?:tư tưởng, đạo đức, phong cách|tấm gương đạo đức) Hồ Chí Minh/iu,
    unquoted: true,
    document: '05-CT/TW',
    source: 'Chỉ thị 05-CT/TW',
  },
  {
    key: 'ntm',
    name: 'Cả nước chung sức xây dựng nông thôn mới',
    core: /(?:chung sức )?xây dựng nông thôn mới/iu,
    unquoted: true,
    document: null,
    source: 'Thủ tướng Chính phủ',
  },
  {
    key: 'vnn',
    name: 'Vì người nghèo - Không để ai bị bỏ lại phía sau',
    core: /vì người nghèo\s*[-–]\s*không để ai bị bỏ lại phía sau/iu,
    unquoted: false,
    document: null,
    source: 'Thủ tướng Chính phủ',
  },
  {
    key: 'vhcs',
    name: 'Cán bộ, công chức, viên chức thi đua thực hiện văn hóa công sở',
    core: /thi đua thực hiện văn ho(?:á|óa) công sở|thi đua thực hiện văn hóa công sở/iu,
    unquoted: false,
    document: null,
    source: 'Thủ tướng Chính phủ',
  },
  {
    key: 'ha-tang',
    name: 'Đẩy mạnh phát triển kết cấu hạ tầng đồng bộ, hiện đại; thực hành tiết kiệm chống lãng phí',
    core: /phát triển kết cấu hạ tầng đồng bộ, hiện đại/iu,
    unquoted: false,
    document: null,
    source: 'Thủ tướng Chính phủ',
  },
  {
    key: 'hoc-tap',
    name: 'Cả nước thi đua xây dựng xã hội học tập, đẩy mạnh học tập suốt đời giai đoạn 2023-2030',
    core: /xây dựng xã hội học tập/iu,
    unquoted: false,
    document: null,
    source: 'Thủ tướng Chính phủ',
  },
  {
    key: 'tddk',
    name: 'Toàn dân đoàn kết xây dựng đời sống văn hóa, đô thị văn minh',
    core: /toàn dân đoàn kết xây dựng đời sống văn hóa|toàn dân đoàn kết xây dựng nông thôn mới, đô thị văn minh/iu,
    unquoted: false,
    document: null,
    source: 'cuộc vận động toàn quốc',
  },
  {
    key: 'antq',
    name: 'Toàn dân bảo vệ an ninh Tổ quốc',
    core: /toàn dân bảo vệ an ninh tổ quốc/iu,
    unquoted: true,
    document: null,
    source: 'phong trào toàn quốc',
  },
  { key: 'dvk', name: 'Dân vận khéo', core: /^["“]?dân vận khéo["”]?$/iu, unquoted: false, document: null, source: 'phong trào toàn quốc' },
];
