import type { LocaleText } from '@thidua/contracts/web';
import { useSessionStore } from '@thidua/web';
import { useI18n } from 'vue-i18n';

/** Texts of the shell (`t`) and texts that come as data in both languages (`text`). */
export function useLocaleText() {
  const session = useSessionStore();
  const { t } = useI18n({ useScope: 'global' });
  const text = (value: LocaleText): string => value[session.locale];
  return { t, text };
}
