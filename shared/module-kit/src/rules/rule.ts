import type { IntegrityList, LocaleText, PortalManifest } from '@thidua/contracts/web';
import type { Program } from 'acorn';
import type { GraphQLSchema } from 'graphql';

/** What a rule found: one sentence in both languages, and the file it is about. */
export interface Finding {
  readonly file?: string;
  readonly message: LocaleText;
  /** Said, but no reason to refuse. */
  readonly warning?: boolean;
}

/** A finding as the registry and `npm run check` print it. */
export interface Problem {
  readonly rule: string;
  readonly file?: string;
  readonly message: LocaleText;
  /** What to do. */
  readonly remedy: LocaleText;
}

/** Bounds of one release. */
export interface SizeLimits {
  readonly files: number;
  readonly fileBytes: number;
  readonly scriptBytes: number;
  readonly styleBytes: number;
  readonly totalBytes: number;
  /** `portal.json`: everybody who is offered the module gets it with every page. */
  readonly manifestBytes: number;
}

/** A public key of a department: `publicKey` = 32 raw Ed25519 bytes, base64url. */
export interface SigningKey {
  readonly id: string;
  readonly publicKey: string;
}

/** What the rules are applied against: the province as it stands. */
export interface RuleContext {
  /** Version of the portal contract the shell speaks. */
  readonly contract: string;
  /** Versions the shell provides, by package name. */
  readonly provided: Readonly<Record<string, string>>;
  readonly permissions: ReadonlySet<string>;
  /** Keys of the department; null = not known here, a missing or foreign signature is then a warning. */
  readonly keys: readonly SigningKey[] | null;
  /** Department whose deploy key sends the release; absent = not checked. */
  readonly department?: string;
  /** Other modules of the province: two may not share an address or a container name. */
  readonly others?: readonly Pick<PortalManifest, 'id' | 'basePath' | 'scope'>[];
  /** Graph against which operations are validated; absent = syntax only. */
  readonly schema?: GraphQLSchema;
  readonly limits?: Partial<SizeLimits>;
}

/** A parsed script; `program` is null when it is not JavaScript. */
export interface Script {
  readonly file: string;
  readonly program: Program | null;
}

/** A built module: bytes by relative path, and what could be read of them. */
export interface ModuleBundle {
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Null when `portal.json` is missing or of another shape. */
  readonly manifest: PortalManifest | null;
  /** Null when `mf-integrity.json` is missing or no list of hashes. */
  readonly list: IntegrityList | null;
  /** JavaScript files, parsed once. */
  readonly scripts: readonly Script[];
  text(file: string): string;
}

/** One rule for a release. Pure: same bundle and context, same findings. */
export interface Rule {
  readonly id: string;
  readonly what: LocaleText;
  readonly remedy: LocaleText;
  check(bundle: ModuleBundle, context: RuleContext): Iterable<Finding>;
}

export const both = (vi: string, en: string): LocaleText => ({ vi, en });
