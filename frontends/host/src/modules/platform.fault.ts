import type { LocaleText } from '@thidua/contracts';
import { HttpFault } from '../http/exchange.js';
import type { Problem } from './registry.types.js';

/** A refusal of the registry: what, why and what stands against it, in both languages. */
export class PlatformFault extends HttpFault {
  constructor(
    status: number,
    code: string,
    readonly text: LocaleText,
    readonly problems: readonly Problem[] = [],
  ) {
    super(status, code, text.en);
  }
}

export const unknownModule = (id: string): PlatformFault =>
  new PlatformFault(404, 'MODULE_UNKNOWN', { vi: `Không có mô-đun “${id}”.`, en: `There is no module “${id}”.` });

export const unknownRelease = (release: string): PlatformFault =>
  new PlatformFault(404, 'RELEASE_UNKNOWN', { vi: `Không có bản phát hành “${release}”.`, en: `There is no release “${release}”.` });
