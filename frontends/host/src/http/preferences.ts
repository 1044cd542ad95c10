import type { IncomingMessage } from 'node:http';
import { cookies } from './exchange.js';

export type Locale = 'vi' | 'en';
export type Theme = 'light' | 'dark' | 'system';

/** Language a person chose in the shell (cookie `lang`); Vietnamese for everyone else, whatever the browser was installed in. */
export function localeOf(request: IncomingMessage): Locale {
  return cookies(request).get('lang') === 'en' ? 'en' : 'vi';
}

/** Theme a person chose in the shell (cookie `theme`), so that pages of the server are not light in a dark room. */
export function themeOf(request: IncomingMessage): Theme {
  const theme = cookies(request).get('theme');
  return theme === 'light' || theme === 'dark' ? theme : 'system';
}
