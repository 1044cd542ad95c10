import { buildSchema, graphql, type GraphQLObjectType } from 'graphql';

/**
 * Answers for tests and pictures of the pages: the committed schema of the graph executed over these few objects, so that a
 * field that does not exist fails here as it would on the wire. The words are of the demo province; the counts are small.
 */
type Args = Record<string, unknown>;
type Json = Record<string, unknown>;

const list = <T>(nodes: readonly T[], args: Args = {}): Json => {
  const first = Number(args['first'] ?? 20);
  const from = Number(args['after'] ?? 0);
  const page = nodes.slice(from, from + first);
  return {
    totalCount: nodes.length,
    nodes: page,
    edges: [],
    pageInfo: { hasNextPage: from + first < nodes.length, endCursor: String(from + first) },
  };
};

const LDTT = {
  code: 'LDTT',
  name: 'Lao động tiên tiến',
  nameEn: 'Advanced worker',
  kind: 'TITLE',
  level: 'BASE',
  recipients: ['individual'],
  citation: 'Luật 06/2022/QH15, Điều 24',
};
const CSTDCS = {
  code: 'CSTDCS',
  name: 'Chiến sĩ thi đua cơ sở',
  nameEn: 'Grassroots emulation fighter',
  kind: 'TITLE',
  level: 'BASE',
  recipients: ['individual'],
  citation: 'Luật 06/2022/QH15, Điều 23',
};
const TTLDXS = {
  code: 'TTLDXS',
  name: 'Tập thể lao động xuất sắc',
  nameEn: 'Excellent labour collective',
  kind: 'TITLE',
  level: 'PROVINCE',
  recipients: ['collective'],
  citation: 'Luật 06/2022/QH15, Điều 27',
};

const units = [
  'Văn phòng Sở',
  'Phòng Cải cách hành chính',
  'Phòng Công chức, viên chức',
  'Thanh tra Sở',
  'Trung tâm Lưu trữ lịch sử',
  'Phòng Tổ chức, biên chế',
].map((name, index) => ({
  __typename: 'Organisation',
  id: `unit-${index}`,
  name,
  kind: 'DIVISION',
  eligibility: () => eligibility('PASS'),
  awards: () => list([]),
}));
const names = [
  'Dương Thị Cẩm Tú',
  'Võ Minh Tuấn',
  'Tạ Thị Hồng Nhung',
  'Châu Văn Lợi',
  'Phan Thị Kim Ngân',
  'Hồ Thị Bích Thủy',
  'Đinh Quang Trường',
  'Lâm Thị Kiều',
];

const check = (
  rule: string,
  label: string,
  verdict: string,
  need: string,
  have: string,
  evidence: string | null,
  alternatives: Json[] = [],
): Json => ({
  rule,
  label,
  article: 'Luật 06/2022/QH15, Điều 23',
  severity: 'BLOCKING',
  verdict,
  need,
  have,
  evidence: evidence ? [{ __typename: 'RatingEvidence', id: `e-${rule}`, label: evidence, link: null }] : [],
  alternatives,
});
function eligibility(verdict: string): Json {
  return {
    verdict,
    year: 2025,
    award: CSTDCS,
    ruleSet: { id: 'rs', validFrom: '2025-07-01', validTo: null, source: 'Quyết định 61/2024/QĐ-UBND', status: 'CONFIRMED', enabled: true },
    checks: [
      check('R1', 'Đạt tiêu chuẩn “Lao động tiên tiến” cùng năm', 'PASS', 'Đạt, 2025', 'Đạt', 'Đề nghị số 31'),
      check('R2', 'Một trong ba căn cứ', 'PASS', '1', '1', null, [
        check('R2a', 'Xếp loại “Hoàn thành xuất sắc nhiệm vụ”', 'FAIL', 'Xuất sắc', 'Tốt', 'Phiếu xếp loại năm 2025'),
        check('R2b', 'Sáng kiến được công nhận ở cơ sở', 'PASS', '1', '1', 'QĐ 214/QĐ-SNV'),
        check('R2c', 'Đề tài, đề án khoa học được nghiệm thu', 'NO_DATA', '1', '0', null),
      ]),
      check('R3', 'Thời gian công tác trong năm', 'PASS', '≥ 10 tháng', '12 tháng', 'Quá trình công tác'),
      check('R4', 'Không bị kỷ luật, không có đơn thư đang xác minh', 'PASS', '0', '0', 'Kết quả tra cứu'),
      check('R5', 'Đoàn kết, gương mẫu, tham gia phong trào', verdict === 'PASS' ? 'PASS' : 'REVIEW', 'Xác nhận', 'Chưa có', null),
    ],
  };
}
const held = (year: number, number: string): Json => ({
  id: `a-${year}`,
  year,
  status: 'VALID',
  awardType: CSTDCS,
  decision: { id: `d-${year}`, number, date: `${year}-12-22` },
});
const people = names.map((fullName, index) => ({
  __typename: 'Person',
  id: `person-${index}`,
  fullName,
  jobTitle: index % 3 ? 'Chuyên viên' : 'Phó Trưởng phòng',
  unit: units[index % units.length],
  eligibility: () => eligibility('REVIEW'),
  awards: () => list([held(2023, '1126/QĐ-SNV'), held(2024, '1083/QĐ-SNV')]),
}));

const votes = (yes: number, no: number, absent: number): Json => ({
  yes,
  no,
  blank: 0,
  invalid: 0,
  absent,
  conflicted: 0,
  total: 9,
  needed: 8,
  percent: '77.7',
  passed: yes >= 8,
});
const STATES = ['DRAFT', 'SUBMITTED', 'RECEIVED', 'APPRAISING', 'COUNCIL_SESSION', 'VOTED', 'VOTED', 'DECIDED'];
const WORDS: Readonly<Record<string, string>> = {
  DRAFT: 'Bản nháp',
  SUBMITTED: 'Đã gửi',
  RECEIVED: 'Chờ thẩm định',
  APPRAISING: 'Chờ thẩm định',
  COUNCIL_SESSION: 'Chờ họp Hội đồng',
  VOTED: 'Thông qua',
  DECIDED: 'Đã khen thưởng',
};
const ACTIONS: Readonly<Record<string, string[]>> = {
  DRAFT: ['update', 'submit', 'withdraw'],
  SUBMITTED: ['receive', 'return'],
  RECEIVED: ['appraise', 'return'],
  APPRAISING: ['appraise', 'return'],
};
const nominations = Array.from({ length: 26 }, (_unused, index) => {
  const state = STATES[index % STATES.length]!;
  const person = people[index % people.length]!;
  return {
    __typename: 'Nomination',
    id: `nom-${index}`,
    award: index % 3 === 0 ? CSTDCS : LDTT,
    year: 2025,
    nominee: person,
    nomineeName: person.fullName,
    organisation: () => department,
    unit: person.unit,
    unitName: person.unit?.name,
    state,
    statusWord: WORDS[state],
    version: 1,
    achievement:
      'Chủ trì rút gọn quy trình tiếp nhận hồ sơ từ 7 bước còn 4 bước, giảm 35 % thời gian giải quyết; 1.240 hồ sơ đúng hạn trong năm.',
    appraisalOpinion: null,
    overrideReason: null,
    warnings: [],
    eligibility: state === 'DRAFT' ? null : eligibility('PASS'),
    petitionNotice: index === 2 ? 'Có đơn kiến nghị nhận 20/11/2025, đang xem xét' : null,
    parts: [
      { code: 'REPORT', name: 'Báo cáo thành tích', required: true, present: true, note: null },
      { code: 'MINUTES', name: 'Biên bản họp bình xét', required: true, present: false, note: null },
    ],
    history:
      state === 'DRAFT'
        ? []
        : [{ at: '2025-12-05T02:00:00Z', from: 'DRAFT', to: 'SUBMITTED', actorName: 'Phạm Quốc Huy', role: 'Trưởng phòng', reason: null }],
    votes: state === 'VOTED' ? votes(index % 4 === 1 ? 7 : 8, 0, 1) : null,
    decision: null,
    proposedBy: people[0],
    dueDate: '2025-12-12',
    availableActions: ACTIONS[state] ?? [],
  };
});

const SHAPE: Readonly<Record<string, string>> = { Đạt: 'ok', 'Vừa đủ': 'warn', 'Chưa đạt': 'bad' };
const target = (
  id: string,
  text: string,
  section: string,
  comparator: string,
  value: string | null,
  status: string | null,
  word: string,
  actual: Json | null,
  parent: string | null = null,
  note: string | null = null,
): Json => ({
  __typename: 'Target',
  id,
  text,
  section,
  comparator,
  value,
  unit: value && /^\d/.test(value) ? (id === 't4' ? 'tập thể' : '%') : null,
  kind: 'QUANTITATIVE',
  measure: 'điểm danh 12 buổi',
  orHigher: false,
  parentTarget: parent ? { id: parent } : null,
  denominatorRule: 'WHOLE',
  denominatorText: null,
  roundingRule: 'NONE',
  cutOff: '2025-12-31',
  status,
  statusWord: word,
  statusShape: SHAPE[word] ?? 'wait',
  conflict: null,
  note,
  version: 1,
  actual: actual
    ? {
        value: null,
        provisional: false,
        computedAt: '2025-12-15T01:59:00Z',
        otherReading: null,
        rule: '',
        ...actual,
        members: (args: Args) => members(String(args['list']), args),
      }
    : null,
});
function members(kind: string, args: Args): Json {
  if (kind === 'NOT_COUNTED')
    return list(
      [
        {
          label: 'Phan Thị Kim Ngân',
          detail: '11/12 buổi, cần 12',
          reason: 'Vắng buổi học ngày 18/09 (nghỉ ốm, có giấy) và không dự buổi học bù ngày 02/10',
          evidence: 'Danh sách điểm danh buổi 9',
          person: people[4],
          organisation: null,
        },
      ],
      args,
    );
  if (kind === 'OUT_OF_SCOPE')
    return list(
      [{ label: 'Nguyễn Văn Phước', detail: '', reason: 'chuyển đi 01/07/2025', evidence: null, person: null, organisation: null }],
      args,
    );
  return list(
    Array.from({ length: 49 }, (_unused, index) => ({
      label: `${names[index % 8]} (${index + 1})`,
      detail: '',
      reason: '',
      evidence: '12/12',
      person: null,
      organisation: null,
    })),
    args,
  );
}
const targets = [
  target(
    't1',
    'Trên 98% công chức, viên chức, người lao động được nghiên cứu, học tập, quán triệt các Chỉ thị, Nghị quyết của Đảng, chính sách, pháp luật của Nhà nước',
    'II.2',
    'GT',
    '98',
    'AT_RISK',
    'Chưa đạt',
    {
      numerator: 49,
      denominator: 50,
      needed: 50,
      explanation: '“Trên 98 %” là lớn hơn hẳn 98 %, không làm tròn. Với 50 người phải đủ 50; 49 là đúng 98,0 % nên chưa đạt.',
    },
    null,
    'thiếu 1 người, cần 50',
  ),
  target('t2', '80% công chức, viên chức, người lao động đạt danh hiệu "Lao động tiên tiến"', 'II.4', 'GTE', '80', 'MET', 'Đạt', {
    numerator: 41,
    denominator: 50,
    needed: 40,
    explanation: '41 người trong danh sách.',
  }),
  target(
    't3',
    'trong đó 20% đạt danh hiệu "Chiến sĩ thi đua cơ sở"',
    'II.4',
    'GTE',
    '20',
    'AT_RISK',
    'Chưa đạt',
    {
      numerator: 8,
      denominator: 41,
      needed: 9,
      explanation: 'Mẫu số là 41 người ở dòng trên.',
      otherReading: 'theo toàn cơ quan: 8/50 = 16,0 %',
    },
    't2',
    'thiếu 1 người, cần 9',
  ),
  target('t4', 'trong đó 02 tập thể đạt danh hiệu "Tập thể Lao động xuất sắc"', 'II.3', 'GTE', '2', 'MET', 'Vừa đủ', {
    numerator: 2,
    denominator: 6,
    needed: 2,
    explanation: '2 tập thể.',
  }),
  target('t5', 'Sở Nội vụ được đánh giá, xếp loại hoàn thành tốt nhiệm vụ trở lên', 'II.5', 'GTE', 'Tốt', 'NO_DATA', 'Chờ công bố', null),
  target('t6', 'Giữ vững xếp hạng chỉ số Cải cách hành chính', 'II.6', 'NO_WORSE_THAN_PREVIOUS', null, 'MET', 'Đạt', {
    numerator: null,
    denominator: null,
    needed: null,
    value: 'Hạng 4, giữ nguyên',
    explanation: 'So với năm 2024.',
  }),
];

const TEXT = `Số:       /KH-SNV\nTây Ninh, ngày    tháng    năm 2025\nKẾ HOẠCH\nPhát động phong trào thi đua năm 2025\nCăn cứ Luật Thi đua, khen thưởng năm 2022;\nCăn cứ Nghị định số 98/2023/NĐ-CP ngày 31/12/2023 của Chính phủ Quy định chi tiết thi hành một số điều của Luật Thi đua, khen thưởng;\nCăn cứ Chỉ thị số 01/CT-UBND ngày 09/01/2025 của UBND tỉnh về việc phát động phong trào thi đua thực hiện thắng nhiệm vụ phát triển kinh tế - xã hội;\nI. MỤC ĐÍCH, YÊU CẦU\n1. Tiếp tục đẩy mạnh các phong trào thi đua yêu nước gắn với “Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh”.\nII. NỘI DUNG THI ĐUA\nChính quyền phối hợp Công đoàn cơ sở phát động các phong trào thi đua trong đội ngũ công chức, viên chức, người lao động.\nIV. TỔ CHỨC THỰC HIỆN\n1. Khối Thi đua các phòng, đơn vị tổ chức các hoạt động, nội dung, tiêu chí thi đua rõ ràng, cụ thể, bám sát nhiệm vụ trọng tâm của Sở.\n2. Văn phòng Sở theo dõi, đôn đốc, tổng hợp báo cáo trước ngày 20/12/2025.`;
const span = (words: string): { start: number; end: number } => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length });
const document = (id: string, name: string, status = 'IN_FORCE'): Json => ({
  __typename: 'LegalDocument',
  id,
  name,
  number: name,
  type: 'Nghị định',
  status,
});
const sections = [
  ['s1', 'I', 'MỤC ĐÍCH, YÊU CẦU'],
  ['s2', 'II', 'NỘI DUNG THI ĐUA'],
  ['s4', 'IV', 'TỔ CHỨC THỰC HIỆN'],
].map(([id, label, heading]) => ({ id, label, heading, level: 1, ...span(`${label}. ${heading}`), paragraphs: [] }));
const warnings = [
  {
    code: 'NUMBER_BLANK',
    message: 'Chưa có số và ngày. Văn thư cấp sau khi ký.',
    section: null,
    ...span('Số:       /KH-SNV'),
    severity: 'WARNING',
  },
  {
    code: 'NO_THEME',
    message: 'Không có chủ đề riêng. Tỉnh có “Đổi mới, sáng tạo, tăng tốc, bứt phá”.',
    section: null,
    start: null,
    end: null,
    severity: 'INFO',
  },
];
const campaign: Json = {
  __typename: 'Campaign',
  id: 'c1',
  name: 'Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh',
  kind: 'REGULAR',
  initiatorLevel: 'NATIONAL',
  periodText: null,
  state: 'RUNNING',
  initiator: null,
  parent: null,
  children: () => list([campaign2]),
  assertions: [
    {
      plan: () => plan,
      nameAsPrinted: 'Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh',
      initiatorLevel: 'NATIONAL',
      section: 'I.1',
      kind: 'REGULAR',
    },
  ],
  plans: () => list([plan]),
};
const campaign2: Json = {
  __typename: 'Campaign',
  id: 'c2',
  name: 'Tây Ninh chung sức xây dựng nông thôn mới',
  kind: 'THEMATIC',
  initiatorLevel: 'PROVINCE',
  periodText: '2021–2025',
  state: 'RUNNING',
  initiator: null,
  parent: campaign,
  children: () => list([]),
  assertions: [],
  plans: () => list([plan]),
};
const campaign3: Json = {
  __typename: 'Campaign',
  id: 'c3',
  name: 'Thi đua chào mừng 80 năm ngành Tổ chức nhà nước',
  kind: 'DRIVE',
  initiatorLevel: 'DEPARTMENT',
  periodText: 'đến 28/08/2025',
  state: 'CLOSED',
  initiator: { id: 'snv', name: 'Sở Nội vụ' },
  parent: null,
  children: () => list([]),
  assertions: [],
  plans: () => list([plan]),
};
const plan: Json = {
  __typename: 'Plan',
  id: 'plan-1',
  number: '05/KH-SNV',
  symbol: 'KH-SNV',
  place: 'Tây Ninh',
  title: 'Phát động phong trào thi đua năm 2025',
  documentType: 'Kế hoạch',
  theme: 'Kỷ cương, trách nhiệm, đổi mới',
  year: 2025,
  date: { year: 2025, month: 1, day: 20 },
  state: 'ISSUED',
  version: 3,
  issuer: () => department,
  unit: null,
  signatory: { role: 'GIÁM ĐỐC', onBehalfOf: null, name: 'Nguyễn Văn Bình' },
  period: { text: 'Từ ngày phát động đến hết ngày 31/12/2025', from: null, to: '2025-12-31' },
  text: TEXT,
  sourceFileName: '004.txt',
  sections,
  legalBases: [],
  recipients: [
    { text: 'Các phòng, đơn vị', kind: 'UNITS', expandsTo: units.map((unit) => unit.name), flagged: false },
    { text: 'Như trên', kind: 'SAME', expandsTo: [], flagged: true },
  ],
  warnings,
  citations: [
    {
      document: document('l1', 'Luật Thi đua, khen thưởng'),
      role: 'BASIS',
      printed: 'Luật Thi đua, khen thưởng năm 2022',
      section: '0',
      ...span('Luật Thi đua, khen thưởng năm 2022'),
    },
    {
      document: document('l2', '98/2023/NĐ-CP', 'REPLACED'),
      role: 'BASIS',
      printed: 'Nghị định số 98/2023/NĐ-CP ngày 31/12/2023 của Chính phủ',
      section: '0',
      ...span('Nghị định số 98/2023/NĐ-CP ngày 31/12/2023 của Chính phủ'),
    },
  ],
  campaigns: () => list([campaign]),
  targets: (args: Args) => list(targets, args),
  assignments: [
    {
      id: 'as1',
      party: 'Khối Thi đua các phòng, đơn vị',
      organisation: null,
      kind: 'BLOC',
      section: 'IV.1',
      duties: [
        {
          id: 'du1',
          text: 'Tổ chức các hoạt động, nội dung, tiêu chí thi đua rõ ràng, cụ thể',
          clauses: [],
          dueDate: null,
          state: 'OPEN',
          version: 1,
        },
      ],
    },
    {
      id: 'as2',
      party: 'Văn phòng Sở',
      organisation: null,
      kind: 'UNIT',
      section: 'IV.2',
      duties: [{ id: 'du2', text: 'Theo dõi, đôn đốc, tổng hợp báo cáo', clauses: [], dueDate: '2025-12-12', state: 'OPEN', version: 1 }],
    },
  ],
};
const planImport: Json = {
  id: 'import-1',
  fileName: '004_a8b6f0418ecde32a.txt',
  text: TEXT,
  state: 'PREPARED',
  version: 1,
  issuer: () => department,
  duplicateOf: null,
  plan: null,
  warnings,
  merges: [
    {
      id: 'm1',
      kind: 'LEGAL_DOCUMENT',
      printed: 'Chỉ thị số 01/CT-UBND ngày 09/01/2025 của UBND tỉnh',
      candidateId: 'l3',
      candidateName: 'Chỉ thị 01/CT-UBND ngày 09/01/2025 của Chủ tịch UBND tỉnh',
      difference: 'Cơ quan in khác: “UBND tỉnh” và “Chủ tịch UBND tỉnh”; trích yếu thiếu chữ “lợi”',
      decision: null,
    },
  ],
  extract: {
    number: null,
    symbol: 'KH-SNV',
    place: 'Tây Ninh',
    date: { year: 2025, month: null, day: null },
    documentType: 'Kế hoạch',
    title: 'Phát động phong trào thi đua năm 2025',
    theme: null,
    period: { text: 'năm 2025', from: null, to: null },
    signatory: { role: 'GIÁM ĐỐC', onBehalfOf: null, name: 'Nguyễn Văn Bình' },
    sections,
    citations: [
      {
        printed: 'Luật Thi đua, khen thưởng năm 2022',
        number: null,
        type: 'Luật',
        issuer: 'Quốc hội',
        date: null,
        subject: null,
        role: 'BASIS',
        section: '0',
        ...span('Luật Thi đua, khen thưởng năm 2022'),
        documentId: 'l1',
      },
      {
        printed: 'Chỉ thị số 01/CT-UBND ngày 09/01/2025 của UBND tỉnh',
        number: '01/CT-UBND',
        type: 'Chỉ thị',
        issuer: 'UBND tỉnh',
        date: null,
        subject: null,
        role: 'BASIS',
        section: '0',
        ...span('Chỉ thị số 01/CT-UBND ngày 09/01/2025 của UBND tỉnh'),
        documentId: null,
      },
    ],
    targets: [
      {
        key: 'T1',
        text: 'Trên 98% công chức, viên chức, người lao động được học tập nghị quyết',
        section: 'II.2',
        kind: 'QUANTITATIVE',
        comparator: 'GT',
        value: '98',
        unit: '%',
        of: null,
        ...span('Chính quyền phối hợp Công đoàn cơ sở'),
      },
    ],
    assignments: [
      {
        party: 'Khối Thi đua các phòng, đơn vị',
        kind: 'BLOC',
        section: 'IV.1',
        ...span('Khối Thi đua các phòng, đơn vị'),
        duties: [{ text: 'tổ chức các hoạt động, nội dung, tiêu chí thi đua rõ ràng, cụ thể', clauses: [] }],
      },
    ],
    campaigns: [
      {
        name: 'Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh',
        initiatorLevel: 'NATIONAL',
        section: 'I.1',
        campaignId: 'c1',
        parentName: null,
        ...span('Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh'),
      },
    ],
    recipients: [{ text: 'Các phòng, đơn vị', kind: 'UNITS', expandsTo: [], flagged: false }],
  },
};

const round = (id: string, award: Json, state: string, counted: boolean): Json => ({
  __typename: 'VotingRound',
  id,
  award,
  ballot: 'SECRET',
  state,
  version: 1,
  opensAt: null,
  closesAt: state === 'OPEN' ? '2025-12-12T07:40:00Z' : null,
  viewerMayVote: state === 'OPEN',
  viewerHasVoted: false,
  votedCount: state === 'PREPARED' ? null : 3,
  ballotUrl: `/ballot/${id}`,
  threshold: { percent: '70', denominator: '9 ủy viên', source: 'Quy chế Hội đồng Sở, Điều 6', confidence: 'CONFIRMED' },
  lines: [0, 1, 2].map((index) => ({
    id: `${id}-l${index}`,
    conflict: id === 'r3' && index === 1,
    conflictReason: id === 'r3' && index === 1 ? 'quan hệ họ hàng' : null,
    conflicts: [],
    nomination: nominations[index],
    result: counted ? votes(index === 0 ? 6 : 8, 1, index === 0 ? 2 : 0) : null,
  })),
});
const session: Json = {
  __typename: 'CouncilSession',
  id: 'session-1',
  title: 'Phiên họp xét khen thưởng cuối năm 2025',
  heldAt: '2025-12-12T07:00:00Z',
  state: 'OPEN',
  version: 4,
  minutes: null,
  council: () => councils[0],
  quorum: { present: 8, total: 9, needed: 6, met: true, source: 'Quy chế Hội đồng Sở, Điều 5: ít nhất 2/3 thành viên' },
  attendance: names.map((name, index) => ({
    person: people[index],
    name,
    seat: index === 0 ? 'CHAIR' : index === 1 ? 'SECRETARY' : 'MEMBER',
    present: index !== 6,
    reason: index === 6 ? 'có phép' : null,
  })),
  rounds: [
    round('r1', LDTT, 'CLOSED', true),
    round('r2', TTLDXS, 'CLOSED', true),
    round('r3', CSTDCS, 'OPEN', false),
    round('r4', { ...LDTT, code: 'GK', name: 'Giấy khen của Giám đốc Sở', nameEn: 'Department certificate' }, 'PREPARED', false),
  ],
};
const councils: Json[] = [
  {
    __typename: 'Council',
    id: 'council-1',
    name: 'Hội đồng Thi đua - Khen thưởng Sở Nội vụ',
    kind: 'EMULATION',
    organisation: () => department,
    sessions: [session],
  },
];
const decision: Json = {
  __typename: 'Decision',
  id: 'decision-1',
  number: null,
  symbol: 'QĐ-SNV',
  date: null,
  state: 'DRAFT',
  version: 1,
  title: 'Quyết định công nhận “Lao động tiên tiến” năm 2025',
  organisation: () => department,
  signer: people[0],
  signerName: 'Nguyễn Văn Bình',
  signerCapacity: 'GIÁM ĐỐC',
  lines: nominations.slice(0, 6),
  award: LDTT,
  signUrl: '/sign/decision-1',
  text: 'SỞ NỘI VỤ TỈNH TÂY NINH\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nQUYẾT ĐỊNH\nVề việc công nhận danh hiệu “Lao động tiên tiến” năm 2025\nCăn cứ Luật Thi đua, Khen thưởng ngày 15 tháng 6 năm 2022;\nXét đề nghị của Hội đồng Thi đua - Khen thưởng Sở,\nĐiều 1. Công nhận danh hiệu “Lao động tiên tiến” năm 2025 cho 41 cá nhân có tên trong danh sách kèm theo.\nĐiều 2. Quyết định này có hiệu lực kể từ ngày ký.\nGIÁM ĐỐC',
};
const department: Json = {
  __typename: 'Organisation',
  id: 'snv',
  code: 'SNV',
  name: 'Sở Nội vụ',
  shortName: 'SNV',
  headcount: 50,
  units,
  councils,
  people: (args: Args) =>
    list(
      people.filter((person) => person.fullName.toLowerCase().includes(String(args['search'] ?? '').toLowerCase())),
      args,
    ),
  plans: (args: Args) => list([plan], args),
  nominations: (args: Args) =>
    list(
      nominations.filter((line) => !args['state'] || line.state === args['state']),
      args,
    ),
  decisions: (args: Args) => list([decision], args),
  quota: (args: Args) => {
    const limit = Math.floor(Number(args['base'] ?? 41) * 0.2);
    return {
      limit,
      used: 6,
      base: 41,
      basis: `20 % của ${Number(args['base'] ?? 41)} “Lao động tiên tiến” = 8,2, làm tròn xuống còn ${limit}`,
      source: 'Quy chế thi đua, khen thưởng của Sở',
      overrun: limit < 6,
      percent: '20',
      rounding: 'floor',
      departmentId: 'snv',
      conflict: null,
      award: CSTDCS,
    };
  },
};

const root = {
  organisation: (args: Args) => (args['id'] ? (units.find((unit) => unit.id === args['id']) ?? department) : department),
  person: (args: Args) => people.find((person) => person.id === args['id']) ?? null,
  plans: (args: Args) =>
    list(
      [
        plan,
        {
          ...plan,
          id: 'plan-2',
          number: null,
          title: 'Kế hoạch tổ chức phong trào thi đua “Dân vận khéo”',
          state: 'DRAFT',
          theme: null,
          date: { year: 2025 },
        },
      ],
      args,
    ),
  plan: () => plan,
  planImport: () => planImport,
  campaigns: (args: Args) => list([campaign, campaign2, campaign3], args),
  campaign: (args: Args) => [campaign, campaign2, campaign3].find((item) => item['id'] === args['id']) ?? null,
  target: (args: Args) => targets.find((item) => item['id'] === args['id']) ?? null,
  awardTypes: [LDTT, CSTDCS, TTLDXS],
  nomination: (args: Args) => nominations.find((line) => line.id === args['id']) ?? null,
  appraisalQueue: (args: Args) =>
    list(
      nominations.filter((line) => ['SUBMITTED', 'RECEIVED', 'APPRAISING'].includes(line.state)),
      args,
    ),
  session: () => session,
  decision: () => decision,
  submitNomination: () => ({
    __typename: 'Refusal',
    reason: 'NOT_RATED',
    message: 'Người này chưa có xếp loại năm 2025.',
    remedy: 'Đề nghị Trưởng phòng xếp loại trước rồi gửi lại.',
    field: 'nominee',
    row: null,
  }),
  createNomination: () => ({ __typename: 'NominationSaved', nomination: nominations[0] }),
  confirmPlanImport: () => ({ __typename: 'PlanConfirmed', plan }),
};

export interface FixtureAnswer {
  data?: unknown;
  errors?: readonly { message: string; path?: readonly (string | number)[]; extensions?: Record<string, unknown> }[];
}

/**
 * @param sdl text of `gateway/api.graphql`.
 * @param dead a subgraph that does not answer: fields of these paths become null with the gateway's fault.
 */
export function fixtureGraph(sdl: string, dead: { service: string; fields: readonly string[] } | null = null) {
  const schema = buildSchema(sdl);
  if (dead) {
    for (const field of dead.fields) {
      const [type, name] = field.split('.') as [string, string];
      const definition = (schema.getType(type) as GraphQLObjectType).getFields()[name]!;
      definition.resolve = () => {
        throw Object.assign(new Error('subgraph down'), { extensions: { code: 'SUBGRAPH_UNAVAILABLE', service: dead.service } });
      };
    }
  }
  return async (body: { query: string; variables: Record<string, unknown> }): Promise<FixtureAnswer> => {
    const result = await graphql({ schema, source: body.query, variableValues: body.variables, rootValue: root });
    return JSON.parse(JSON.stringify(result)) as FixtureAnswer;
  };
}
