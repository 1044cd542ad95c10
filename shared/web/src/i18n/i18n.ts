import { createI18n, useI18n } from 'vue-i18n';
import type { PortalLocale } from '@thidua/contracts/web';
import { webMessagesEn } from './messages.en.js';
import { webMessagesVi } from './messages.vi.js';

type MessageTree = Readonly<Record<string, unknown>>;

/**
 * The one i18n instance of the page, made by the shell. The design system speaks under `web`, the shell under its own
 * keys, and each module under its id (`mergeModuleMessages`), so that two modules cannot overwrite each other's words.
 */
export function createWebI18n(locale: PortalLocale, own: Partial<Record<PortalLocale, MessageTree>> = {}) {
  return createI18n({
    legacy: false,
    locale,
    fallbackLocale: 'vi',
    missingWarn: false,
    fallbackWarn: false,
    messages: {
      vi: { web: webMessagesVi, ...own.vi },
      en: { web: webMessagesEn, ...own.en },
    },
  });
}
export type WebI18n = ReturnType<typeof createWebI18n>;

/** Adds a module's texts under its id, live: a later locale switch reaches them. */
export function mergeModuleMessages(i18n: WebI18n, moduleId: string, messages: Readonly<Record<PortalLocale, MessageTree>>): void {
  for (const locale of ['vi', 'en'] as const) {
    i18n.global.mergeLocaleMessage(locale, { [moduleId]: messages[locale] });
  }
}

/** Texts of the design system. */
export function useWebText(): (key: string, named?: Record<string, unknown>) => string {
  const { t } = useI18n({ useScope: 'global' });
  return (key, named) => t(`web.${key}`, named ?? {});
}
