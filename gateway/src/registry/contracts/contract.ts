import { PUBLIC, ROLES, SIGNED_IN, type AssertedActor, type RoleCode } from '@thidua/contracts';

/** An audience and the part of the graph it sees. Membership is data (table `gateway.contract`), fields are added to it by tags. */
export interface Contract {
  readonly id: string;
  readonly name: { readonly vi: string; readonly en: string };
  readonly about: { readonly vi: string; readonly en: string };
  /** Permissions, `public`, `signed-in`; `role:INTEGRATOR` = those of the role; `*` = everything that clients of the graph see at all. */
  readonly access: readonly string[];
  /** Types (with their connections) and `Type.field`s it does not see although a field it may ask leads to them. */
  readonly hides: readonly string[];
  /** Clients by id that have this contract; the others have the integrators'. */
  readonly clients: readonly string[];
}

export const EVERYTHING = '*';

/** Everything a contract grants, roles told in permissions. */
export function grantedBy({ access }: Contract): ReadonlySet<string> {
  return new Set(
    access.flatMap((entry): readonly string[] => {
      const role = /^role:(\w+)$/.exec(entry)?.[1];
      return role ? (ROLES[role as RoleCode]?.permissions ?? []) : [entry];
    }),
  );
}

/** What holds while the platform database cannot be asked, and what it starts with. */
export const FIRST_CONTRACTS: readonly Contract[] = [
  {
    id: 'public',
    name: { vi: 'Công khai', en: 'Public' },
    about: { vi: 'Ai cũng được hỏi, không cần đăng nhập.', en: 'Anybody may ask, without signing in.' },
    access: [PUBLIC],
    hides: [
      'Person',
      'Plan',
      'Campaign',
      'Award',
      'Council',
      'Bloc',
      'BlocMember',
      'Target',
      'Rating',
      'Nomination',
      'LegalDocument',
      'Decision',
      'StudySession',
      'Duty',
      'Initiative',
      'Quota',
      'RankingRow',
      'Eligibility',
      'Registration',
      'Posting',
      'Membership',
      'Superior',
      'Delegation',
      'RoleGrant',
    ],
    clients: [],
  },
  {
    id: 'department',
    name: { vi: 'Sở, ngành', en: 'Departments' },
    about: {
      vi: 'Cổng của các sở: mọi trường mà một vai trò trong tỉnh được hỏi.',
      en: 'Portals of departments: every field a role of the province may ask.',
    },
    access: [EVERYTHING],
    hides: [],
    clients: [],
  },
  {
    id: 'integrator',
    name: { vi: 'Hệ thống tích hợp', en: 'Integrators' },
    about: {
      vi: 'Hệ thống ngoài có khóa truy cập: dữ liệu đã công bố và thay đổi.',
      en: 'Foreign systems with a key: released data and changes.',
    },
    access: [PUBLIC, SIGNED_IN, 'role:INTEGRATOR'],
    hides: ['Nomination', 'CouncilSession', 'VotingRound', 'InboxChange', 'PetitionEvidence'],
    clients: [],
  },
  {
    id: 'ministry',
    name: { vi: 'Bộ Nội vụ', en: 'Ministry' },
    about: {
      vi: 'Báo cáo lên Bộ: văn bản, phong trào, quyết định và thống kê; không có hồ sơ cá nhân.',
      en: 'Reports to the Ministry: documents, campaigns, decisions and statistics; no personal files.',
    },
    access: [PUBLIC, SIGNED_IN, 'organisation:read', 'campaign:read', 'document:read', 'award:read', 'decision:read', 'statistics:read'],
    hides: [
      'Nomination',
      'CouncilSession',
      'VotingRound',
      'InboxChange',
      'PetitionEvidence',
      'Person',
      'Eligibility',
      'Rating',
      'Delegation',
      'RoleGrant',
      'Viewer',
    ],
    clients: [],
  },
];

/** The contract of a caller: people have the departments', clients the integrators' or the one that names them. */
export function contractOf({ kind, id }: AssertedActor, contracts: readonly Contract[]): Contract | null {
  const named = (name: string): Contract | null => contracts.find((contract) => contract.id === name) ?? null;
  if (kind === 'public') return named('public');
  if (kind !== 'client') return named('department');
  return contracts.find(({ clients }) => clients.includes(id)) ?? named('integrator');
}
