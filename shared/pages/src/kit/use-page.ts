import { inject, type Component } from 'vue';
import { useI18n } from 'vue-i18n';
import { MODULE_CONTEXT, type ModuleContext } from '@thidua/contracts/web';
import { useSessionStore } from '@thidua/web';

export type Translate = (key: string, named?: Record<string, unknown>) => string;

export interface PageTools {
  readonly departmentCode: string;
  /** Year the page works in: that of the business day. */
  readonly year: number;
  readonly t: Translate;
  /** Absolute path of a page of this module. */
  path(relative: string): string;
  can(permission: string): boolean;
  /** What other modules add to a page (`ModuleContext.slot`); undefined in a shell of before contract 1.1. */
  readonly slotPart: Component | undefined;
  /** Picks the text of the page's language where the graph sends both. */
  named(thing: { readonly name: string; readonly nameEn?: string | null }): string;
}

/**
 * What every department page needs: whose page it is, its words and its addresses. The words live under the module's id,
 * so that two departments may run different versions of these pages side by side.
 */
export function usePage(): PageTools {
  const module = inject<ModuleContext>(MODULE_CONTEXT as unknown as string);
  if (!module) throw new Error('Department pages run inside a module: the shell provides MODULE_CONTEXT.');
  const i18n = useI18n({ useScope: 'global' });
  const session = useSessionStore();
  return {
    departmentCode: module.departmentCode,
    year: Number((session.session?.today ?? new Date().toISOString()).slice(0, 4)),
    t: (key, named) => i18n.t(`${module.moduleId}.pages.${key}`, named ?? {}),
    path: (relative) => [module.basePath.replace(/\/$/, ''), relative].filter(Boolean).join('/'),
    slotPart: module.slot as Component | undefined,
    can: (permission) => session.can(permission),
    named: (thing) => (i18n.locale.value === 'en' && thing.nameEn ? thing.nameEn : thing.name),
  };
}
