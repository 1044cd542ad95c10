import type { LocaleText } from './portal.js';

/** The thing of the graph that a page with a slot is about. */
export interface SlotSubject {
  /** Type of the graph: `Person`, `Campaign`, `Plan`, `Organisation`. */
  readonly type: string;
  readonly id: string;
}

/** One value an administrator can set, in the words of JSON Schema; `title` and `description` in both languages. */
export interface SettingProperty {
  readonly type: 'string' | 'integer' | 'number' | 'boolean';
  readonly title: LocaleText;
  readonly description?: LocaleText;
  readonly default: string | number | boolean;
  /** Allowed values of a string. */
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
}

/** JSON Schema of a flat object: what can be set without code. */
export interface SettingsSchema {
  readonly type: 'object';
  readonly properties: Readonly<Record<string, SettingProperty>>;
}

export type SettingValue = string | number | boolean;
export type SettingValues = Readonly<Record<string, SettingValue>>;

/** Defaults of a schema with what was set over them; what the schema does not know or allow is left out. */
export function settingValues(schema: SettingsSchema | undefined, set: Readonly<Record<string, unknown>> | undefined): SettingValues {
  return Object.fromEntries(
    Object.entries(schema?.properties ?? {}).map(([key, property]) => {
      const value = set?.[key];
      return [key, isAllowed(property, value) ? value : property.default];
    }),
  );
}

/** True when a value is one the property takes. */
export function isAllowed(property: SettingProperty, value: unknown): value is SettingValue {
  if (property.type === 'boolean') return typeof value === 'boolean';
  if (property.type === 'string')
    return (
      typeof value === 'string' &&
      value.length <= (property.maxLength ?? 2000) &&
      (property.enum === undefined || property.enum.includes(value))
    );
  if (typeof value !== 'number' || !Number.isFinite(value)) return false;
  if (property.type === 'integer' && !Number.isInteger(value)) return false;
  return value >= (property.minimum ?? -Infinity) && value <= (property.maximum ?? Infinity);
}

/** A switch of the module an administrator can turn without a new release. */
export interface FeatureFlag {
  readonly id: string;
  readonly title: LocaleText;
  readonly description?: LocaleText;
  readonly default: boolean;
}

/** A search of the module in the command palette, as declared. */
export interface SearchDeclaration {
  readonly id: string;
  /** Heading over its results. */
  readonly title: LocaleText;
  readonly permissions?: readonly string[];
}

export interface SearchResult {
  /** Unique among the results of one search. */
  readonly id: string;
  readonly title: string;
  readonly hint?: string;
  readonly icon?: string;
  /** Relative to the module's `basePath`. */
  readonly path: string;
}

/** `text` is what was typed, at least two characters; the search takes care of marks ("kế hoạch" = "ke hoach"). */
export interface SearchProvider {
  readonly id: string;
  search(text: string, signal: AbortSignal): Promise<readonly SearchResult[]>;
}

/** A command of the palette. With `path` it opens a page and needs no code; without, the module runs it. */
export interface CommandDeclaration {
  readonly id: string;
  readonly title: LocaleText;
  /** More words to find it by, with marks. */
  readonly keywords?: readonly string[];
  readonly icon?: string;
  /** Relative to the module's `basePath`. */
  readonly path?: string;
  readonly permissions?: readonly string[];
}

export interface CommandEntry {
  readonly id: string;
  run(): void | Promise<void>;
}

/** Notices of the module beside those of the province, as declared. */
export interface NotificationDeclaration {
  readonly id: string;
  readonly title: LocaleText;
  readonly permissions?: readonly string[];
}

export interface NotificationItem {
  readonly id: string;
  readonly title: string;
  readonly detail?: string;
  readonly kind?: 'info' | 'wait' | 'warn' | 'ok';
  /** `yyyy-mm-dd` or an instant. */
  readonly at?: string;
  /** Relative to the module's `basePath`. */
  readonly path?: string;
}

/** Asked when the list of notices is opened, at most once a minute. */
export interface NotificationSource {
  readonly id: string;
  list(signal: AbortSignal): Promise<readonly NotificationItem[]>;
}

/** Text values by key, kept in the browser for this module alone. `set` throws when the drawer is full. */
export interface ModuleStorage {
  get(key: string): string | null;
  set(key: string, value: string): void;
  remove(key: string): void;
  keys(): readonly string[];
}

/**
 * A page of a sandboxed module (`sandboxed: true`), the default export its route's `component` loads. It draws with whatever it
 * brings along; the frame has no Vue, no shell and no network, only the context.
 */
export interface SandboxPage<Target = unknown> {
  /** `target` is an `HTMLElement`. @returns takes the page out again. */
  mount(target: Target, page: { readonly params: Readonly<Record<string, string>>; readonly query: string }): void | (() => void);
}

/** Answer of the graph to `ModuleContext.ask`. */
export interface GraphAnswer<T = unknown> {
  readonly data: T | null;
  readonly errors: readonly { readonly message: string; readonly code: string }[];
}

/** An operation of the module: its text, or what a code generator made of it (`hash` = `sha256:<hex>` under which it is registered). */
export interface RegisteredText {
  toString(): string;
  readonly __meta__?: Readonly<Record<string, unknown>> | undefined;
}
