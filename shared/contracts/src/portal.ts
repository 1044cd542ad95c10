/**
 * The portal contract: what a department's module and the provincial shell agree on.
 *
 * A module is one file (`./module` of its federation entry) whose default export is made by `defineModule`. Nothing else
 * of a module is known to the shell. The `portal*.ts` files depend on nothing but each other, so that a module built elsewhere,
 * on another day, needs the contract alone. It is **bundled into each module** (never shared at run time): the version a module carries must be
 * the one it was built against, not the one the shell happens to have.
 *
 * 1.1.0 added: declared pages, flags, settings, search, commands, notifications, operations; signatures; storage, settings and
 * slots in the context; sandboxed modules. A module built against 1.0.0 runs unchanged.
 */
import type {
  CommandEntry,
  GraphAnswer,
  ModuleStorage,
  NotificationSource,
  RegisteredText,
  SearchProvider,
  SettingsSchema,
  SettingValues,
  SlotSubject,
} from './portal-contributions.js';

/** Version of this contract. Minor: something optional was added. Major: a module has to be built again. */
export const CONTRACT_VERSION = '1.1.0';

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

/**
 * Places that modules may fill with widgets. `home.department` and `department.aside` take the part of the department in view;
 * the others take parts of every department. `person.*`, `campaign.*`, `plan.*` and `department.*` pass a `subject`.
 */
export const SLOTS = [
  'inbox.aside',
  'home.department',
  'dashboard.main',
  'dashboard.aside',
  'person.main',
  'person.aside',
  'campaign.aside',
  'plan.aside',
  'department.aside',
] as const;
export type SlotName = (typeof SLOTS)[number];

/** A widget as declared in the manifest: known before any code runs, so that an administrator can order, hide and set it. */
export interface SlotDeclaration {
  readonly slot: SlotName;
  /** Unique inside the module. */
  readonly id: string;
  readonly title: LocaleText;
  readonly permissions?: readonly string[];
  /** What an administrator may set for this widget; the values come as the prop `settings`. */
  readonly settings?: SettingsSchema;
}

/**
 * A small part of the module shown on a page of the shell or of another module. Loaded when its place is shown, isolated when it
 * fails. The component gets the props `subject` (`SlotSubject` or null) and `settings` (values by key); it may declare neither.
 */
export interface SlotEntry extends SlotDeclaration {
  readonly component: ComponentLoader;
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
  readonly search?: readonly SearchProvider[];
  /** Code of declared commands that have no `path`. */
  readonly commands?: readonly CommandEntry[];
  readonly notifications?: readonly NotificationSource[];
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
  /** Since 1.1: release that runs, `1.4.2-1a2b3c4d5e`. */
  readonly release?: string;
  /** Since 1.1: values an administrator set for the module, defaults of the manifest filled in. */
  settings?(): SettingValues;
  /** Since 1.1: a flag of the manifest; false for one that is not declared. */
  flag?(id: string): boolean;
  /** Since 1.1: the module's own drawer of the browser's storage; another module's keys cannot be named. */
  readonly storage?: ModuleStorage;
  /** Since 1.1: one of the module's registered operations. Modules with Vue use `useGraphQuery` instead. */
  ask?<T>(document: RegisteredText, variables?: Readonly<Record<string, unknown>>): Promise<GraphAnswer<T>>;
  /** Since 1.1: aborted when the module is taken out; give it to long work. */
  readonly signal?: AbortSignal;
  /**
   * Since 1.1: Vue component that shows what other modules contribute to a page of this one:
   * `<component :is="context.slot" name="campaign.aside" :subject="{ type: 'Campaign', id }" />`. Props: `SlotProps`.
   */
  readonly slot?: unknown;
}

/** Props of `ModuleContext.slot`. */
export interface SlotProps {
  readonly name: SlotName;
  readonly subject?: SlotSubject | null;
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
