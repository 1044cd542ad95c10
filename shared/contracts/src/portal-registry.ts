import type { SettingValues } from './portal-contributions.js';
import type { ReleaseChannel, SlotArrangement } from './portal-manifest.js';
import type { LocaleText } from './portal.js';

/**
 * Answers of the host's registry of modules (`/platform/modules…`), as page X1 reads them. Instants are ISO texts in UTC. Lists of
 * one module are bounded by the registry (releases kept, 50 lines of audit at a time).
 */

/** Who gets a canary: anyone who matches one of the three. An empty rule is nobody. */
export interface CanaryRule {
  readonly departments?: readonly string[];
  readonly roles?: readonly string[];
  /** Per cent of all people, the same ones at every visit. */
  readonly share?: number;
}

export interface ChannelView {
  readonly release: string;
  readonly version: string;
  readonly since: string;
  readonly rule?: CanaryRule | null;
}

export interface PinView {
  readonly kind: 'department' | 'person';
  readonly key: string;
  readonly release: string;
}

/** Sessions of the last day that loaded or failed; `failed` of them met an error that cost a page. */
export interface HealthView {
  readonly sessions: number;
  readonly failed: number;
}

export interface UsageView {
  readonly release: string;
  readonly people: number;
  /** Per cent of the module's people, one decimal. */
  readonly share: number;
}

/** One line of the catalogue. */
export interface ModuleView {
  readonly id: string;
  readonly name: LocaleText;
  /** Code of the department's organisation. */
  readonly department: string;
  readonly basePath: string;
  /** What the reader may do with this module; others' are readable, not changeable. */
  readonly mayPublish: boolean;
  readonly mayManage: boolean;
  /** Reason of the stop; null = not stopped. */
  readonly killed: string | null;
  readonly stable: ChannelView | null;
  readonly canary: ChannelView | null;
  readonly pins: readonly PinView[];
  readonly latest: { readonly release: string; readonly version: string; readonly publishedAt: string } | null;
  /** Of the stable release. */
  readonly health: HealthView | null;
  readonly usage: readonly UsageView[];
  readonly releases: number;
}

export interface ModulesAnswer {
  readonly modules: readonly ModuleView[];
  readonly slots: Readonly<Record<string, SlotArrangement>>;
}

export interface CrashView {
  readonly code: string;
  readonly page: string;
  readonly message: string;
  readonly count: number;
  readonly lastAt: string;
}

export interface ReleaseView {
  readonly release: string;
  readonly version: string;
  readonly contract: string;
  readonly publishedAt: string;
  readonly publishedBy: string;
  readonly bytes: number;
  /** Id of the key that signed it; null = not signed. */
  readonly signedBy: string | null;
  readonly killed: string | null;
  /** Taken back by the registry itself because it failed more than the one before. */
  readonly failedAt: string | null;
  readonly operations: number;
  readonly channels: readonly ReleaseChannel[];
  readonly health: HealthView | null;
  readonly crashes: readonly CrashView[];
}

export interface RegistryKeyView {
  readonly id: string;
  readonly kind: 'deploy' | 'signing';
  readonly name: string;
  readonly modules: readonly string[] | null;
  readonly createdAt: string;
  readonly createdBy: string;
  readonly expiresAt: string | null;
  readonly revokedAt: string | null;
  readonly usedAt: string | null;
}

/** Everything the registry writes down; pages have words for each. */
export const AUDIT_ACTIONS = [
  'claimed',
  'published',
  'refused',
  'activated',
  'canary',
  'canary-ended',
  'rolled-back',
  'pinned',
  'unpinned',
  'killed',
  'revived',
  'settings',
  'slots',
  'slot-changed',
  'key-created',
  'key-revoked',
  'override',
  'removed',
  'withdrawn',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

export interface AuditView {
  readonly id: number;
  readonly at: string;
  readonly actor: { readonly kind: 'person' | 'key' | 'system'; readonly id: string; readonly name: string };
  /** A newer registry may know more of them. */
  readonly action: AuditAction | (string & {});
  readonly release: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** `GET /platform/modules/<id>`. */
export interface ModuleDetail extends ModuleView {
  readonly releaseList: readonly ReleaseView[];
  /** Only for who may publish. */
  readonly keys?: readonly RegistryKeyView[];
  readonly audit: readonly AuditView[];
  readonly values: SettingValues;
  readonly switches: Readonly<Record<string, boolean>>;
}

export interface ChangedList {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed?: readonly string[];
}

/** `GET /platform/modules/<id>/diff?from=&to=`. */
export interface ReleaseDiff {
  readonly from: string;
  readonly to: string;
  readonly contract: { readonly from: string; readonly to: string };
  readonly permissions: ChangedList;
  readonly pages: ChangedList;
  readonly operations: ChangedList;
  readonly shared: ChangedList;
  readonly files: ChangedList;
}
