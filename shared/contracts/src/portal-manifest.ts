import type {
  CommandDeclaration,
  FeatureFlag,
  NotificationDeclaration,
  SearchDeclaration,
  SettingsSchema,
  SettingValues,
} from './portal-contributions.js';
import type { EntityLink, LocaleText, ModuleRoute, NavEntry, PortalLocale, SlotDeclaration } from './portal.js';

/** A page as declared: what `routes` of the running module must stay within. */
export type PageEntry = Omit<ModuleRoute, 'component' | 'props'>;

/** The graph operations a release ships. */
export interface ShippedOperations {
  /** File beside the manifest: `{ "<sha-256 hex>": "<document>" }`. */
  readonly file: string;
  readonly count: number;
}

/** `portal.json` in a module's `dist`: what the registry reads. Written by the build (`thiduaModule`). */
export interface PortalManifest {
  readonly id: string;
  readonly version: string;
  readonly contract: string;
  readonly name: LocaleText;
  readonly departmentCode: string;
  readonly basePath: string;
  /** Name of the federation container, unique in the province. */
  readonly scope: string;
  /** File of the federation manifest, relative to the folder; of a sandboxed module its only script. */
  readonly entry: string;
  /** Ranges of the packages the shell must provide, by package name. */
  readonly shared: Readonly<Record<string, string>>;
  /** Navigation as known before any code of the module runs. */
  readonly nav: readonly NavEntry[];
  /** Permissions of which a person needs at least one to be offered the module; empty = everyone signed in. */
  readonly permissions: readonly string[];
  /** Widgets on pages of the shell and of other modules. */
  readonly slots: readonly SlotDeclaration[];
  /** Absent = the module shows no entity of its own. */
  readonly links?: readonly EntityLink[];
  // Since contract 1.1.0, all optional.
  /** Absent = not declared (1.0.0): the shell then takes the routes as the code gives them. */
  readonly pages?: readonly PageEntry[];
  readonly flags?: readonly FeatureFlag[];
  readonly settings?: SettingsSchema;
  readonly locales?: readonly PortalLocale[];
  readonly operations?: ShippedOperations;
  readonly search?: readonly SearchDeclaration[];
  readonly commands?: readonly CommandDeclaration[];
  readonly notifications?: readonly NotificationDeclaration[];
  /** Shown in a sandboxed frame without access to the page, its storage or the network; `entry` is then one plain module script. */
  readonly sandboxed?: boolean;
}

/** `signature.json` in a module's folder: what the department vouches for. Not itself in the list of hashes. */
export interface ModuleSignature {
  /** Id of the department's key in the registry. */
  readonly key: string;
  readonly alg: 'Ed25519';
  /** SRI hash (`sha384-…`) of `portal.json`. */
  readonly manifest: string;
  /** SRI hash of `mf-integrity.json`. */
  readonly list: string;
  /** base64url of the 64 bytes over `signedMessage`. */
  readonly signature: string;
}

/** The text under a signature: id and version stand in it, so that a signature is no use for another module or version. */
export function signedMessage(module: Pick<PortalManifest, 'id' | 'version'>, hashes: Pick<ModuleSignature, 'manifest' | 'list'>): string {
  return ['thidua-module-1', module.id, module.version, hashes.manifest, hashes.list].join('\n');
}

export type ReleaseChannel = 'stable' | 'canary';

/** One entry of `GET /registry.json`: the manifest plus what the host knows about this deployment. */
export interface RegistryEntry extends PortalManifest {
  /** Absolute path of the immutable folder on the host, ending in a slash: `/modules/khcn/v/1.0.0-1a2b3c4d/`. */
  readonly base: string;
  /** SRI hash (`sha384-…`) of `mf-integrity.json` in that folder. */
  readonly listHash: string;
  /** Name of the folder, `<version>-<hash>`. */
  readonly release?: string;
  /** Channel by which this person gets this release. */
  readonly channel?: ReleaseChannel;
  /** `killed`: shown as stopped with the reason, no code runs. */
  readonly state?: 'active' | 'killed';
  /** Why it is stopped, as the person who stopped it wrote it. */
  readonly reason?: string;
  readonly signature?: ModuleSignature;
  /** Raw Ed25519 public key of `signature.key`, base64url (32 bytes). */
  readonly publicKey?: string;
  /** What an administrator set, over the defaults of `settings` and `flags`. */
  readonly values?: SettingValues;
  readonly switches?: Readonly<Record<string, boolean>>;
  /** Origin of a developer's own server: this session alone runs the module from there, unsigned, under a banner. */
  readonly override?: string;
}

/** How an administrator arranged one slot. Widgets are named `<module>/<id>`. */
export interface SlotArrangement {
  /** Those named come first, in this order; the others follow by module and declaration. */
  readonly order: readonly string[];
  readonly hidden: readonly string[];
  readonly settings: Readonly<Record<string, SettingValues>>;
}

/** Answer of `GET /registry.json`. */
export interface Registry {
  readonly contract: string;
  readonly modules: readonly RegistryEntry[];
  /** Unless `off`, a release without a valid signature does not run. */
  readonly signatures?: 'required' | 'off';
  readonly slots?: Readonly<Record<string, SlotArrangement>>;
}

/** `mf-integrity.json`: SRI hash of every file of the folder by its relative path. */
export type IntegrityList = Readonly<Record<string, string>>;

/** `POST /platform/crash-reports`. */
export interface CrashReport {
  readonly module: string;
  readonly release: string;
  readonly version: string;
  /** Pattern of the page (`/khcn/ke-hoach/:id`), never the address: an address may name a person. */
  readonly page: string;
  /** `FailureCode` of the shell, or `ERROR` for one that cost an act only. */
  readonly code: string;
  readonly message: string;
}
