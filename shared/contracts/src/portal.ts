/**
 * The portal contract: what a department's module and the provincial shell agree on.
 *
 * A module is one file (`./module` of its federation entry) whose default export is made by `defineModule`. Nothing else
 * of a module is known to the shell. This file has no dependency, so that a module built elsewhere, on another day, needs
 * the contract alone. It is **bundled into each module** (never shared at run time): the version a module carries must be
 * the one it was built against, not the one the shell happens to have.
 */

/** Version of this contract. Minor: something optional was added. Major: a module has to be built again. */
export const CONTRACT_VERSION = '1.0.0';

/** The two languages every text for people exists in. */
export type PortalLocale = 'vi' | 'en';
/** A text shown to people, Vietnamese first. */
export type LocaleText = Readonly<Record<PortalLocale, string>>;

/** Loads a Vue component on first use: `() => import('./x.vue')`. The contract knows nothing of Vue, hence `unknown`. */
export type ComponentLoader = () => Promise<{ readonly default: unknown }>;

/** A page of the module. `path` is relative to the module's `basePath`; absolute paths are refused by the shell. */
export interface ModuleRoute {
  readonly path: string;
  /** Unique inside the module; the shell prefixes it with the module's id. */
  readonly name: string;
  readonly component: ComponentLoader;
  /** Passes route parameters as props, as in vue-router. */
  readonly props?: boolean;
  readonly title: LocaleText;
  /** Any one of these permissions opens the page; absent = every signed-in person. */
  readonly permissions?: readonly string[];
}

/** Headings of the navigation, in the order they are shown. */
export const NAV_GROUPS = ['plans', 'results', 'awards', 'management', 'own'] as const;
export type NavGroup = (typeof NAV_GROUPS)[number];

/** An entry of the department's navigation. */
export interface NavEntry {
  readonly id: string;
  /** Relative to the module's `basePath`; '' is its front page. */
  readonly path: string;
  readonly label: LocaleText;
  readonly group: NavGroup;
  /** A name of the design system's icon sheet (`doc`, `flag`, `task`, `target`, `rate`, `bulb`, `medal`, `vote`, `sign`, `chart`, `org`…). */
  readonly icon: string;
  readonly permissions?: readonly string[];
}

/** Places of the shell that modules may fill. A department fills its own part only. */
export const SLOTS = ['inbox.aside', 'home.department'] as const;
export type SlotName = (typeof SLOTS)[number];

/** A small part of the module shown on a page of the shell. Loaded when its place is shown, isolated when it fails. */
export interface SlotEntry {
  readonly slot: SlotName;
  readonly id: string;
  readonly title: LocaleText;
  readonly component: ComponentLoader;
  readonly permissions?: readonly string[];
}

/**
 * Where the module shows something the graph links to. Tasks and events speak the graph's words (`nominations/:id`), because
 * they do not know who reads them in which portal; the shell turns them into a page of the reader's own portal.
 */
export interface EntityLink {
  /** Address in the graph's words; segments that start with `:` are parameters. */
  readonly link: string;
  /** Page with the same parameters, relative to the module's `basePath`; may carry a query. */
  readonly path: string;
}

/** Texts of the module, put under its id: `t('khcn.…')`. */
export type ModuleMessages = Readonly<Record<PortalLocale, Readonly<Record<string, unknown>>>>;

/** What `activate` hands to the shell. */
export interface ModuleParts {
  readonly routes: readonly ModuleRoute[];
  readonly nav: readonly NavEntry[];
  readonly slots?: readonly SlotEntry[];
  readonly messages?: ModuleMessages;
}

/** Who is at the screen, as far as a module may know. Deciding stays with the graph. */
export interface PortalViewer {
  readonly personId: string | null;
  readonly name: string;
  readonly permissions: readonly string[];
  /** Role the person acts in, a `RoleCode`; null when nobody chose. */
  readonly actingRole: string | null;
  readonly departmentCode: string | null;
}

export type NoticeKind = 'ok' | 'info' | 'warn' | 'bad';

/** What the shell gives to a module. Everything a module may ask of the shell is here. */
export interface ModuleContext {
  readonly moduleId: string;
  readonly basePath: string;
  readonly departmentCode: string;
  /** Version of the contract the shell speaks. */
  readonly contract: string;
  viewer(): PortalViewer;
  locale(): PortalLocale;
  /** A short message at the edge of the screen. */
  notify(message: LocaleText, kind?: NoticeKind): void;
  /** Goes to an absolute path of the shell. */
  navigate(path: string): void;
  /** Tells the other modules; handlers of others that throw are not the sender's business. */
  emit(event: string, payload?: unknown): void;
  /** Listens; returns the function that stops listening. Everything is stopped when the module is deactivated. */
  on(event: string, handler: (payload: unknown) => void): () => void;
}

/** A department's module. */
export interface PortalModule {
  /** Same as in the registry: lower case letters, digits, hyphens. */
  readonly id: string;
  /** `CONTRACT_VERSION` at build time. */
  readonly contract: string;
  activate(context: ModuleContext): ModuleParts | Promise<ModuleParts>;
  deactivate?(): void | Promise<void>;
}

/** Key of `provide`/`inject` for the module's context. `Symbol.for`: a second copy of this file has the same key. */
export const MODULE_CONTEXT: symbol = Symbol.for('thidua.module');

const MODULE_ID = /^[a-z][a-z0-9-]{1,30}$/;

/**
 * Declares a module and checks what can be checked without running it.
 * @throws TypeError when the id is not lower case letters, digits and hyphens.
 */
export function defineModule(module: PortalModule): PortalModule {
  if (!MODULE_ID.test(module.id)) throw new TypeError(`Module id "${module.id}" must match ${MODULE_ID.source}`);
  return Object.freeze({ ...module });
}

/** True when a shell that speaks `host` can run a module built against `module`: same major, host minor not smaller. */
export function contractAccepts(host: string, module: string): boolean {
  const [hostMajor, hostMinor] = versionParts(host);
  const [moduleMajor, moduleMinor] = versionParts(module);
  return hostMajor !== -1 && hostMajor === moduleMajor && hostMinor >= moduleMinor;
}

function versionParts(version: string): [number, number] {
  const match = /^(\d+)\.(\d+)\.\d+(?:-[\w.]+)?$/.exec(version);
  return match ? [Number(match[1]), Number(match[2])] : [-1, -1];
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
  /** File of the federation manifest, relative to the folder. */
  readonly entry: string;
  /** Ranges of the packages the shell must provide, by package name. */
  readonly shared: Readonly<Record<string, string>>;
  /** Navigation as known before any code of the module runs. */
  readonly nav: readonly NavEntry[];
  /** Permissions of which a person needs at least one to be offered the module; empty = everyone signed in. */
  readonly permissions: readonly string[];
  readonly slots: readonly Pick<SlotEntry, 'slot' | 'id' | 'title'>[];
  /** Absent = the module shows no entity of its own. */
  readonly links?: readonly EntityLink[];
}

/** One entry of `GET /registry.json`: the manifest plus what the host knows about this deployment. */
export interface RegistryEntry extends PortalManifest {
  /** Absolute path of the immutable folder on the host, ending in a slash: `/modules/khcn/v/1.0.0-1a2b3c4d/`. */
  readonly base: string;
  /** SRI hash (`sha384-…`) of `mf-integrity.json` in that folder. */
  readonly listHash: string;
}

/** Answer of `GET /registry.json`. */
export interface Registry {
  readonly contract: string;
  readonly modules: readonly RegistryEntry[];
}

/** `mf-integrity.json`: SRI hash of every file of the folder by its relative path. */
export type IntegrityList = Readonly<Record<string, string>>;
