import type { PortalLocale } from '@thidua/contracts/web';
import { applyTheme, type ThemeChoice } from '@thidua/web';

const YEAR_SECONDS = 31_536_000;

/** Cookies, because pages of the host (ballots, signatures) are drawn by the server in the same language and theme. */
function remember(name: 'lang' | 'theme', value: string): void {
  const secure = location.protocol === 'https:' ? '; Secure' : '';
  document.cookie = `${name}=${value}; Path=/; Max-Age=${YEAR_SECONDS}; SameSite=Lax${secure}`;
}

export function savedLocale(): PortalLocale {
  return document.documentElement.lang === 'en' ? 'en' : 'vi';
}

export function chooseLocale(locale: PortalLocale): void {
  remember('lang', locale);
  document.documentElement.lang = locale;
}

export function chooseTheme(theme: ThemeChoice): void {
  remember('theme', theme);
  applyTheme(theme);
}
