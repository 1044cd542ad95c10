import type { LocaleText } from '@thidua/contracts/web';

/** Why a module is not there. Stable: the card, the log and the tests name it. */
export type FailureCode =
  | 'KILLED'
  | 'PERMISSION'
  | 'COLLISION'
  | 'CONTRACT'
  | 'SHARED_VERSION'
  | 'SIGNATURE'
  | 'NO_CRYPTO'
  | 'INTEGRITY'
  | 'UNREACHABLE'
  | 'TIMEOUT'
  | 'BAD_MODULE'
  | 'ACTIVATE'
  | 'PAGE'
  | 'RENDER';

/** A module that could not be loaded, activated or drawn. */
export class ModuleFailure extends Error {
  constructor(
    readonly code: FailureCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** Trying again changes nothing: the release, the browser or the person would have to be another. */
const HOPELESS: ReadonlySet<FailureCode> = new Set([
  'KILLED',
  'PERMISSION',
  'COLLISION',
  'CONTRACT',
  'SHARED_VERSION',
  'SIGNATURE',
  'NO_CRYPTO',
]);

const REASONS: Readonly<Record<FailureCode, LocaleText>> = {
  KILLED: { vi: 'Phần này đang tạm ngừng', en: 'It is stopped for now' },
  PERMISSION: { vi: 'Các vai của bạn không dùng phần này', en: 'None of your roles uses it' },
  COLLISION: {
    vi: 'Địa chỉ của phần này trùng với một phần khác của cổng',
    en: 'Its address is taken by another part of the portal',
  },
  SIGNATURE: {
    vi: 'Chữ ký của phần này không đúng với bản đã đăng ký, nên không chạy',
    en: 'Its signature does not match the registered release, so it was not run',
  },
  NO_CRYPTO: {
    vi: 'Trình duyệt này không kiểm tra được chữ ký Ed25519 của phần này, nên không chạy. Hãy cập nhật trình duyệt',
    en: 'This browser cannot check its Ed25519 signature, so it was not run. Please update the browser',
  },
  CONTRACT: { vi: 'Phần này được dựng cho một bản khác của cổng tỉnh', en: 'It was built for another version of the provincial portal' },
  SHARED_VERSION: {
    vi: 'Phần này cần thư viện mà cổng tỉnh chưa có',
    en: 'It needs a library version the provincial portal does not have',
  },
  INTEGRITY: {
    vi: 'Tệp của phần này khác với bản đã đăng ký, nên không chạy',
    en: 'Its files differ from the registered version, so they were not run',
  },
  UNREACHABLE: { vi: 'Không tải được tệp của phần này', en: 'Its files could not be loaded' },
  TIMEOUT: { vi: 'Tải quá 4 giây', en: 'Loading took more than 4 seconds' },
  BAD_MODULE: { vi: 'Phần này bị lỗi khi khởi động', en: 'It failed while starting' },
  ACTIVATE: { vi: 'Phần này bị lỗi khi khởi động', en: 'It failed while starting' },
  PAGE: { vi: 'Không tải được trang này', en: 'This page could not be loaded' },
  RENDER: { vi: 'Trang này bị lỗi khi hiển thị', en: 'This page failed while being shown' },
};

export function isHopeless(failure: ModuleFailure): boolean {
  return HOPELESS.has(failure.code);
}

export function reasonOf(failure: ModuleFailure): LocaleText {
  return REASONS[failure.code];
}

/** Any error as a failure; one that already says what it is stays. */
export function asFailure(error: unknown, code: FailureCode): ModuleFailure {
  return error instanceof ModuleFailure
    ? error
    : new ModuleFailure(code, error instanceof Error ? error.message : String(error), { cause: error });
}
