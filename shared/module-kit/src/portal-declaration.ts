import type {
  CommandDeclaration,
  EntityLink,
  FeatureFlag,
  LocaleText,
  ModuleMessages,
  NavEntry,
  NotificationDeclaration,
  PageEntry,
  SearchDeclaration,
  SettingsSchema,
  SlotDeclaration,
} from '@thidua/contracts/web';

/**
 * What a portal says about itself before any of its code runs: `src/portal.ts` of the module, pure data without Vue files.
 * The build writes it, with what it knows itself, to `portal.json`.
 */
export interface PortalDeclaration {
  readonly id: string;
  readonly name: LocaleText;
  /** Code of the department's organisation in the graph, such as `SKHCN`. */
  readonly departmentCode: string;
  /** First segment of the portal's addresses, such as `/khcn`. */
  readonly basePath: string;
  readonly nav: readonly NavEntry[];
  readonly permissions?: readonly string[];
  /** Pages the running module stays within; the routes of `activate` may not leave them. Absent = as the code gives them. */
  readonly pages?: readonly PageEntry[];
  readonly slots?: readonly SlotDeclaration[];
  /** Pages to which tasks of the inbox and other links of the graph lead. */
  readonly links?: readonly EntityLink[];
  /** Switches and values an administrator can set without a new release. */
  readonly flags?: readonly FeatureFlag[];
  readonly settings?: SettingsSchema;
  readonly search?: readonly SearchDeclaration[];
  readonly commands?: readonly CommandDeclaration[];
  readonly notifications?: readonly NotificationDeclaration[];
  /** Texts of the module: named here, they are checked for both languages before a release. `activate` hands out the same object. */
  readonly messages?: ModuleMessages;
}

const BASE_PATH = /^\/[a-z][a-z0-9-]*$/;

/**
 * Checks a declaration where it is written.
 * @throws TypeError for a base path that is not one lower-case segment, or a navigation entry that leaves it.
 */
export function definePortal(portal: PortalDeclaration): PortalDeclaration {
  if (!BASE_PATH.test(portal.basePath)) throw new TypeError(`basePath "${portal.basePath}" must be one segment such as "/khcn"`);
  for (const entry of portal.nav) {
    if (entry.path.startsWith('/'))
      throw new TypeError(`navigation "${entry.id}": path "${entry.path}" must be relative to ${portal.basePath}`);
  }
  for (const { link, path } of portal.links ?? []) {
    if (link.startsWith('/') || path.startsWith('/'))
      throw new TypeError(`link "${link}": both addresses are relative, without a leading slash`);
  }
  return portal;
}
