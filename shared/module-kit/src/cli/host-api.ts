import type { LocaleText } from '@thidua/contracts/web';
import { remedy, stop, Stop, trouble } from './say.js';

export interface HostProblem {
  readonly rule?: string;
  readonly file?: string;
  readonly message: LocaleText;
  readonly remedy?: LocaleText;
}

interface HostError {
  readonly error?: { readonly code: string; readonly message: LocaleText };
  readonly problems?: readonly HostProblem[];
}

/** The host refused; `problems` say why when there is more than one reason. */
export class Refused extends Stop {
  constructor(
    readonly code: string,
    text: LocaleText,
    readonly problems: readonly HostProblem[],
  ) {
    super({ vi: `${text.vi} (${code})`, en: text.en });
  }

  /** The registry's own words: each problem with its rule, file and remedy. */
  override print(): void {
    super.print();
    for (const { rule, file, message, remedy: todo } of this.problems) {
      trouble(message, `[${rule ?? this.code}]${file ? ` ${file}:` : ''}`);
      if (todo) remedy(todo);
    }
  }
}

/** Where the province is, and the department's deploy key: `THIDUA_HOST`, `THIDUA_DEPLOY_KEY`. */
export interface HostAccess {
  readonly url: string;
  readonly key: string;
}

/** @throws Stop without a deploy key. */
export function hostAccess(url: string | undefined): HostAccess {
  const key = process.env['THIDUA_DEPLOY_KEY'];
  if (!key) {
    throw stop('Thiếu khóa triển khai', 'The deploy key is missing', {
      vi: 'Đặt biến THIDUA_DEPLOY_KEY (tạo ở Kho mô-đun → Khóa)',
      en: 'set THIDUA_DEPLOY_KEY (made in the module registry → Keys)',
    });
  }
  return { url: (url ?? process.env['THIDUA_HOST'] ?? 'http://localhost:3000').replace(/\/+$/, ''), key };
}

/**
 * One call of the registry.
 * @throws Refused with the host's own words; Stop when nobody answers.
 */
export async function callHost<Answer>(access: HostAccess, method: string, path: string, body?: Uint8Array | object): Promise<Answer> {
  const packed = body instanceof Uint8Array;
  const response = await fetch(`${access.url}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${access.key}`,
      accept: 'application/json',
      ...(body === undefined ? {} : { 'content-type': packed ? 'application/gzip' : 'application/json' }),
    },
    ...(body === undefined ? {} : { body: packed ? new Blob([body as Uint8Array<ArrayBuffer>]) : JSON.stringify(body) }),
  }).catch((cause: unknown) => {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw stop(`${access.url} không trả lời (${reason})`, 'does not answer', {
      vi: 'Kiểm tra --host hoặc THIDUA_HOST',
      en: 'check --host or THIDUA_HOST',
    });
  });
  const answer = (await response.json().catch(() => ({}))) as HostError;
  if (!response.ok) {
    const { code, message } = answer.error ?? { code: `HTTP ${response.status}`, message: { vi: 'Bị từ chối', en: 'Refused' } };
    throw new Refused(code, message, answer.problems ?? []);
  }
  return answer as Answer;
}
