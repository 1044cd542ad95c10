import { HEADERS, type LocaleText } from '@thidua/contracts/web';

/** A rule a release or request did not keep. */
export interface HostProblem {
  readonly rule: string;
  readonly file?: string;
  readonly message: LocaleText;
  readonly remedy?: LocaleText;
}

/** The host refused, or did not answer. The texts are for people. */
export class HostRefusal extends Error {
  constructor(
    readonly code: string,
    readonly text: LocaleText,
    readonly problems: readonly HostProblem[] = [],
  ) {
    super(`${code}: ${text.vi}`);
  }
}

const NO_ANSWER: LocaleText = {
  vi: 'Máy chủ không trả lời. Chưa có gì thay đổi chắc chắn, hãy tải lại rồi xem.',
  en: 'The host does not answer. Reload to see whether anything changed.',
};

interface Refused {
  readonly error?: { readonly code?: string; readonly message?: LocaleText | string };
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
  readonly problems?: readonly HostProblem[];
}

/**
 * Asks the host's own API (`/platform/…`) with the session of the page.
 * @throws HostRefusal with the host's words, or NETWORK.
 */
export async function askHost<T>(csrf: string, method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<T> {
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      headers: { accept: 'application/json', [HEADERS.csrf]: csrf, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  } catch {
    throw new HostRefusal('NETWORK', NO_ANSWER);
  }
  const answer: unknown = response.status === 204 ? null : await response.json().catch(() => null);
  if (!response.ok) throw refusalOf((answer ?? {}) as Refused, response.status);
  return answer as T;
}

function refusalOf(answer: Refused, status: number): HostRefusal {
  const code = answer.error?.code ?? answer.errors?.[0]?.extensions?.code ?? `HTTP_${status}`;
  const message = answer.error?.message ?? answer.errors?.[0]?.message;
  const text = typeof message === 'string' ? { vi: message, en: message } : (message ?? NO_ANSWER);
  return new HostRefusal(code, text, answer.problems ?? []);
}
