/** Everything a person or client can be allowed to do. `<noun>:<verb>`; root fields name one of these. */
export const PERMISSIONS = [
  'organisation:read',
  'person:read',
  'person:read-private',
  'person:move',
  'role:grant',
  'inbox:read',
  'changes:read',
  'plan:read',
  'plan:import',
  'plan:issue',
  'duty:complete',
  'campaign:read',
  'document:read',
  'target:read',
  'target:edit',
  'rating:read',
  'rating:write',
  'initiative:read',
  'initiative:recognise',
  'award:read',
  'statistics:read',
  'nomination:read',
  'nomination:create',
  'nomination:submit',
  'nomination:appraise',
  'session:read',
  'session:manage',
  'round:manage',
  'ballot:cast',
  'conflict:declare',
  'decision:read',
  'decision:draft',
  'decision:sign',
  'module:publish',
  'module:manage',
  'schema:publish',
  'client:manage',
  'usage:read',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** A root field that anybody may ask, or anybody who is signed in (person or client). */
export const PUBLIC = 'public';
export const SIGNED_IN = 'signed-in';
export type Access = Permission | typeof PUBLIC | typeof SIGNED_IN;

/** The `@tag` by which the gateway denies what is not declared (tags allow letters, digits, "-" and "/"). */
export const accessTag = (access: Access): string => `allow/${access.replace(':', '/')}`;
export const accessOfTag = (tag: string): string | null => (tag.startsWith('allow/') ? tag.slice('allow/'.length).replace('/', ':') : null);

export type ScopeKind = 'SELF' | 'UNIT' | 'DEPARTMENT' | 'COUNCIL' | 'BLOC' | 'PROVINCE';

export type RoleCode =
  | 'STAFF'
  | 'UNIT_HEAD'
  | 'DEPARTMENT_OFFICE'
  | 'CLERK'
  | 'DEPARTMENT_DIRECTOR'
  | 'DEPUTY_DIRECTOR'
  | 'COUNCIL_CHAIR'
  | 'COUNCIL_SECRETARY'
  | 'COUNCIL_MEMBER'
  | 'BLOC_LEADER'
  | 'FINANCE_OFFICER'
  | 'UNION_CHAIR'
  | 'EMULATION_OFFICE'
  | 'PROVINCIAL_CHAIR'
  | 'DEVELOPER'
  | 'ADMINISTRATOR'
  | 'INTEGRATOR';

const GENERAL: Permission[] = [
  'organisation:read',
  'plan:read',
  'campaign:read',
  'document:read',
  'award:read',
  'decision:read',
  'statistics:read',
];
const DEPARTMENT: Permission[] = [...GENERAL, 'person:read', 'target:read', 'initiative:read', 'changes:read'];
const COUNCIL: Permission[] = ['session:read', 'nomination:read', 'ballot:cast', 'conflict:declare'];

/** What each role may do inside its scope. The scope itself comes with the grant (organisations owns the grants). */
export const ROLES: Record<RoleCode, { scope: ScopeKind; vi: string; en: string; permissions: readonly Permission[] }> = {
  STAFF: {
    scope: 'SELF',
    vi: 'Công chức, viên chức, người lao động',
    en: 'Staff',
    permissions: [...GENERAL, 'person:read', 'rating:read', 'nomination:read', 'target:read', 'initiative:read', 'inbox:read'],
  },
  UNIT_HEAD: {
    scope: 'UNIT',
    vi: 'Trưởng phòng, đơn vị',
    en: 'Division head',
    permissions: [
      ...DEPARTMENT,
      'rating:read',
      'rating:write',
      'nomination:read',
      'nomination:create',
      'nomination:submit',
      'duty:complete',
    ],
  },
  DEPARTMENT_OFFICE: {
    scope: 'DEPARTMENT',
    vi: 'Chuyên viên Văn phòng Sở, thường trực Hội đồng',
    en: 'Department office, standing body',
    permissions: [
      ...DEPARTMENT,
      'plan:import',
      'target:edit',
      'rating:read',
      'nomination:read',
      'nomination:create',
      'nomination:submit',
      'nomination:appraise',
      'session:read',
      'session:manage',
      'round:manage',
      'decision:draft',
      'duty:complete',
      'initiative:recognise',
    ],
  },
  CLERK: { scope: 'DEPARTMENT', vi: 'Văn thư', en: 'Clerk', permissions: [...DEPARTMENT, 'plan:import', 'duty:complete'] },
  DEPARTMENT_DIRECTOR: {
    scope: 'DEPARTMENT',
    vi: 'Giám đốc Sở',
    en: 'Department director',
    permissions: [
      ...DEPARTMENT,
      'plan:import',
      'plan:issue',
      'target:edit',
      'rating:read',
      'rating:write',
      'nomination:read',
      'session:read',
      'decision:draft',
      'decision:sign',
      'initiative:recognise',
    ],
  },
  DEPUTY_DIRECTOR: {
    scope: 'DEPARTMENT',
    vi: 'Phó Giám đốc Sở',
    en: 'Deputy director',
    permissions: [...DEPARTMENT, 'rating:read', 'nomination:read', 'session:read'],
  },
  COUNCIL_CHAIR: { scope: 'COUNCIL', vi: 'Chủ tịch Hội đồng', en: 'Council chair', permissions: [...COUNCIL, 'session:manage'] },
  COUNCIL_SECRETARY: {
    scope: 'COUNCIL',
    vi: 'Thư ký Hội đồng',
    en: 'Council secretary',
    permissions: [...COUNCIL, 'session:manage', 'round:manage'],
  },
  COUNCIL_MEMBER: { scope: 'COUNCIL', vi: 'Ủy viên Hội đồng', en: 'Council member', permissions: COUNCIL },
  BLOC_LEADER: { scope: 'BLOC', vi: 'Trưởng khối thi đua', en: 'Bloc leader', permissions: GENERAL },
  FINANCE_OFFICER: { scope: 'DEPARTMENT', vi: 'Kế toán', en: 'Finance officer', permissions: DEPARTMENT },
  UNION_CHAIR: { scope: 'DEPARTMENT', vi: 'Chủ tịch Công đoàn cơ sở', en: 'Union chair', permissions: DEPARTMENT },
  EMULATION_OFFICE: {
    scope: 'PROVINCE',
    vi: 'Chuyên viên thẩm định, Phòng Thi đua - Khen thưởng',
    en: 'Provincial emulation office',
    permissions: [...DEPARTMENT, 'rating:read', 'nomination:read', 'session:read'],
  },
  PROVINCIAL_CHAIR: { scope: 'PROVINCE', vi: 'Chủ tịch UBND tỉnh', en: 'Provincial chair', permissions: DEPARTMENT },
  DEVELOPER: {
    scope: 'DEPARTMENT',
    vi: 'Người phát triển mô-đun',
    en: 'Module developer',
    permissions: ['module:publish', 'schema:publish', 'usage:read'],
  },
  ADMINISTRATOR: {
    scope: 'PROVINCE',
    vi: 'Quản trị cấp tỉnh',
    en: 'Provincial administrator',
    permissions: [
      ...GENERAL,
      'person:read',
      'person:read-private',
      'person:move',
      'role:grant',
      'changes:read',
      'module:publish',
      'module:manage',
      'schema:publish',
      'client:manage',
      'usage:read',
    ],
  },
  INTEGRATOR: {
    scope: 'PROVINCE',
    vi: 'Hệ thống tích hợp',
    en: 'Integrator',
    permissions: [...GENERAL, 'person:read', 'target:read', 'changes:read'],
  },
};
