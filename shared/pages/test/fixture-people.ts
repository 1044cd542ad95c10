import { department } from './graph-fixture.js';
/**
 * Answers for tests and pictures of the pages: the committed schema of the graph executed over these few objects, so that a
 * field that does not exist fails here as it would on the wire. The words are of the demo province; the counts are small.
 */
export type Args = Record<string, unknown>;
export type Json = Record<string, unknown>;

export const list = <T>(nodes: readonly T[], args: Args = {}): Json => {
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

export const LDTT = {
  code: 'LDTT',
  name: 'Lao động tiên tiến',
  nameEn: 'Advanced worker',
  kind: 'TITLE',
  level: 'BASE',
  recipients: ['individual'],
  citation: 'Luật 06/2022/QH15, Điều 24',
};
export const CSTDCS = {
  code: 'CSTDCS',
  name: 'Chiến sĩ thi đua cơ sở',
  nameEn: 'Grassroots emulation fighter',
  kind: 'TITLE',
  level: 'BASE',
  recipients: ['individual'],
  citation: 'Luật 06/2022/QH15, Điều 23',
};
export const TTLDXS = {
  code: 'TTLDXS',
  name: 'Tập thể lao động xuất sắc',
  nameEn: 'Excellent labour collective',
  kind: 'TITLE',
  level: 'PROVINCE',
  recipients: ['collective'],
  citation: 'Luật 06/2022/QH15, Điều 27',
};

export const units = [
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
export const names = [
  'Dương Thị Cẩm Tú',
  'Võ Minh Tuấn',
  'Tạ Thị Hồng Nhung',
  'Châu Văn Lợi',
  'Phan Thị Kim Ngân',
  'Hồ Thị Bích Thủy',
  'Đinh Quang Trường',
  'Lâm Thị Kiều',
];

export const check = (
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
export function eligibility(verdict: string): Json {
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
export const held = (year: number, number: string): Json => ({
  id: `a-${year}`,
  year,
  status: 'VALID',
  awardType: CSTDCS,
  decision: { id: `d-${year}`, number, date: `${year}-12-22` },
});
export const people = names.map((fullName, index) => ({
  __typename: 'Person',
  id: `person-${index}`,
  fullName,
  jobTitle: index % 3 ? 'Chuyên viên' : 'Phó Trưởng phòng',
  unit: units[index % units.length],
  eligibility: () => eligibility('REVIEW'),
  awards: () => list([held(2023, '1126/QĐ-SNV'), held(2024, '1083/QĐ-SNV')]),
}));

export const votes = (yes: number, no: number, absent: number): Json => ({
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
export const STATES = ['DRAFT', 'SUBMITTED', 'RECEIVED', 'APPRAISING', 'COUNCIL_SESSION', 'VOTED', 'VOTED', 'DECIDED'];
export const WORDS: Readonly<Record<string, string>> = {
  DRAFT: 'Bản nháp',
  SUBMITTED: 'Đã gửi',
  RECEIVED: 'Chờ thẩm định',
  APPRAISING: 'Chờ thẩm định',
  COUNCIL_SESSION: 'Chờ họp Hội đồng',
  VOTED: 'Thông qua',
  DECIDED: 'Đã khen thưởng',
};
export const ACTIONS: Readonly<Record<string, string[]>> = {
  DRAFT: ['update', 'submit', 'withdraw'],
  SUBMITTED: ['receive', 'return'],
  RECEIVED: ['appraise', 'return'],
  APPRAISING: ['appraise', 'return'],
};
export const nominations = Array.from({ length: 26 }, (_unused, index) => {
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

export const SHAPE: Readonly<Record<string, string>> = { Đạt: 'ok', 'Vừa đủ': 'warn', 'Chưa đạt': 'bad' };
export const target = (
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
export function members(kind: string, args: Args): Json {
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
export const targets = [
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
