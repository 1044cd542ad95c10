import type {
  CanaryRule,
  LocaleText,
  ModuleSignature,
  PortalManifest,
  ReleaseChannel,
  SettingValues,
  SlotArrangement,
} from '@thidua/contracts';

/** Place of a module: claimed once, by its department or by an administrator. */
export interface Slot {
  readonly id: string;
  readonly department: string;
  readonly basePath: string;
  readonly scope: string;
  readonly killedReason: string | null;
  readonly values: SettingValues;
  readonly switches: Readonly<Record<string, boolean>>;
}

/** What of a release is needed to offer it. */
export interface Release {
  readonly module: string;
  /** Name of its folder: `<version>-<hash>`. */
  readonly release: string;
  readonly version: string;
  readonly listHash: string;
  readonly manifest: PortalManifest;
  readonly signature: ModuleSignature | null;
  readonly publicKey: string | null;
  readonly killedReason: string | null;
}

export interface Pin {
  readonly kind: 'department' | 'person';
  readonly key: string;
  readonly release: Release;
}

/** One module as the registry offers it at a moment. */
export interface ModuleState {
  readonly slot: Slot;
  readonly stable: Release | null;
  readonly canary: { readonly release: Release; readonly rule: CanaryRule } | null;
  readonly pins: readonly Pin[];
  /** Since when each channel points where it points, ISO. */
  readonly since: Readonly<Partial<Record<ReleaseChannel, string>>>;
}

export interface RegistryState {
  readonly revision: number;
  readonly modules: readonly ModuleState[];
  readonly slots: Readonly<Record<string, SlotArrangement>>;
  /** Developers' own servers, by hash of the session that alone sees them (base64), then by module. */
  readonly overrides: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** Who did something to the registry. */
export interface RegistryActor {
  readonly kind: 'person' | 'key' | 'system';
  readonly id: string;
  readonly name: string;
}

export const SYSTEM: RegistryActor = { kind: 'system', id: 'system', name: 'Hệ thống' };

/** Something that stands against a release, in words for the one who published it. */
export interface Problem {
  readonly rule: string;
  readonly message: LocaleText;
  readonly file?: string;
  readonly remedy?: LocaleText;
  /** Of a graph operation that cannot be served. */
  readonly operation?: string | null;
  readonly field?: string | null;
}

export type { CanaryRule, ReleaseChannel };
