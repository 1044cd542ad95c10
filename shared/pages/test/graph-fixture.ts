import { buildSchema, graphql, type GraphQLObjectType } from 'graphql';
import { type Args, type Json, list, LDTT, CSTDCS, TTLDXS, units, names, people, votes, nominations, targets } from './fixture-people.js';
import { campaign, campaign2, campaign3, plan, planImport } from './fixture-plans.js';

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
  voterCount: state === 'PREPARED' ? null : 8,
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
export const department: Json = {
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
