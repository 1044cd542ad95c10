import type { GraphAnswer, LocaleText, NoticeKind, PortalLocale, PortalViewer, SettingValues } from '@thidua/contracts/web';

/** First message to a frame; it carries the port everything else goes through. */
export const START = 'thidua:start';

/** What the frame knows of the shell from the start. Its context answers from this copy. */
export interface FrameStart {
  readonly kind: typeof START;
  readonly entry: string;
  readonly moduleId: string;
  readonly basePath: string;
  readonly departmentCode: string;
  readonly contract: string;
  readonly release: string;
  readonly viewer: PortalViewer;
  readonly locale: PortalLocale;
  readonly settings: SettingValues;
  readonly flags: Readonly<Record<string, boolean>>;
  readonly stored: Readonly<Record<string, string>>;
  readonly page: FramePageAddress;
}

/** Address below the module's place, without a leading slash. */
export interface FramePageAddress {
  readonly path: string;
  readonly query: string;
}

export type ToFrame =
  | { readonly kind: 'page'; readonly page: FramePageAddress }
  | { readonly kind: 'locale'; readonly locale: PortalLocale }
  | { readonly kind: 'event'; readonly event: string; readonly payload: unknown }
  | { readonly kind: 'answer'; readonly id: number; readonly answer: GraphAnswer };

export type FromFrame =
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly code: 'BAD_MODULE' | 'ACTIVATE' | 'PAGE' | 'RENDER'; readonly message: string }
  | { readonly kind: 'error'; readonly message: string }
  | { readonly kind: 'height'; readonly pixels: number }
  | { readonly kind: 'notify'; readonly message: LocaleText; readonly level: NoticeKind }
  | { readonly kind: 'navigate'; readonly path: string }
  | { readonly kind: 'emit'; readonly event: string; readonly payload: unknown }
  | { readonly kind: 'listen'; readonly event: string }
  | { readonly kind: 'store'; readonly key: string; readonly value: string | null }
  | { readonly kind: 'ask'; readonly id: number; readonly document: string; readonly variables: Readonly<Record<string, unknown>> };

const text = (value: unknown): value is string => typeof value === 'string' && value.length <= 100_000;
const record = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

const SHAPES: Readonly<Record<FromFrame['kind'], (message: Record<string, unknown>) => boolean>> = {
  ready: () => true,
  failed: ({ code, message }) => ['BAD_MODULE', 'ACTIVATE', 'PAGE', 'RENDER'].includes(code as string) && text(message),
  error: ({ message }) => text(message),
  height: ({ pixels }) => typeof pixels === 'number' && pixels >= 0 && pixels < 100_000,
  notify: ({ message, level }) =>
    record(message) && text(message['vi']) && text(message['en']) && ['ok', 'info', 'warn', 'bad'].includes(level as string),
  // A path of this portal: `//host` and `/\host` would be another site.
  navigate: ({ path }) => text(path) && /^\/(?![/\\])/.test(path),
  emit: ({ event }) => text(event),
  listen: ({ event }) => text(event),
  store: ({ key, value }) => text(key) && (value === null || text(value)),
  ask: ({ id, document, variables }) => Number.isInteger(id) && text(document) && record(variables),
};

/** A message of a frame nobody trusts: of one of the known shapes, or null. */
export function fromFrame(data: unknown): FromFrame | null {
  if (!record(data) || !text(data['kind']) || !Object.hasOwn(SHAPES, data['kind'])) return null;
  return SHAPES[data['kind'] as FromFrame['kind']](data) ? (data as unknown as FromFrame) : null;
}

/** Parameters of an address by the first pattern that fits: `ho-so/:id`. */
export function matchPage<Route extends { readonly path: string }>(
  routes: readonly Route[],
  path: string,
): { route: Route; params: Record<string, string> } | null {
  const segments = path.split('/').filter(Boolean);
  for (const route of routes) {
    const pattern = route.path.split('/').filter(Boolean);
    if (pattern.length !== segments.length) continue;
    const fits = pattern.every((part, index) => part.startsWith(':') || part === segments[index]);
    if (!fits) continue;
    const params = pattern.flatMap((part, index) =>
      part.startsWith(':') ? [[part.slice(1), decodeURIComponent(segments[index] ?? '')] as const] : [],
    );
    return { route, params: Object.fromEntries(params) };
  }
  return null;
}
