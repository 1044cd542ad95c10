import type { LocaleText, RegistryEntry } from '@thidua/contracts/web';
import type { ModuleStatus } from './modules.store.js';

export interface WarningPorts {
  notify(message: LocaleText): void;
  report(entry: RegistryEntry, code: string, message: string): void;
}

/** Says once per release and tab that a part burdens the page: the shell cannot stop it, but people should know whose part it is. */
export class ModuleWarnings {
  readonly #said = new Set<string>();

  constructor(private readonly ports: WarningPorts) {}

  slow(status: ModuleStatus | undefined, milliseconds: number): void {
    this.#say(status, 'SLOW', `blocked the page for ${Math.round(milliseconds)} ms`, {
      vi: 'làm trang bị đứng',
      en: 'keeps the page busy',
    });
  }

  heavy(status: ModuleStatus | undefined, megabytes: number): void {
    this.#say(status, 'MEMORY', `the page grew by ${megabytes} MB`, { vi: 'dùng nhiều bộ nhớ', en: 'uses much memory' });
  }

  #say(status: ModuleStatus | undefined, code: 'SLOW' | 'MEMORY', message: string, what: LocaleText): void {
    if (!status || this.#said.has(`${code} ${status.entry.base}`)) return;
    const { entry } = status;
    this.#said.add(`${code} ${entry.base}`);
    console.warn(`[${entry.id} ${entry.release ?? entry.version}] ${code}: ${message}`);
    this.ports.report(entry, code, message);
    this.ports.notify({
      vi: `Phần của ${entry.name.vi} ${what.vi}. Nếu trang chậm, hãy lưu lại rồi tải lại trang.`,
      en: `The part of ${entry.name.en} ${what.en}. If the page is slow, save and reload it.`,
    });
  }
}
