import { type CrashReport, HEADERS, type RegistryEntry } from '@thidua/contracts/web';

const ADDRESS = '/platform/crash-reports';
/** Reports of one moment go together; a page that fails in a loop makes one report. */
const GATHER_MS = 500;
const MESSAGE_CHARACTERS = 200;

/**
 * Tells the host which releases run here and which fail, so that a release that fails more than the one before can be taken back.
 * Says module, release and the pattern of the page; never an address, an input or who was there.
 */
export class CrashReports {
  readonly #told = new Set<string>();
  #reports: CrashReport[] = [];
  #loads: { module: string; release: string }[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly csrf: string,
    private readonly page: () => string,
  ) {
    addEventListener('pagehide', () => this.#send(true));
  }

  loaded(entry: RegistryEntry): void {
    if (!this.#isNews(entry, 'load')) return;
    this.#loads.push({ module: entry.id, release: releaseOf(entry) });
    this.#later();
  }

  failed(entry: RegistryEntry, code: string, error: unknown): void {
    const page = this.page();
    if (!this.#isNews(entry, `${code} ${page}`)) return;
    const message = (error instanceof Error ? error.message : String(error)).slice(0, MESSAGE_CHARACTERS);
    this.#reports.push({ module: entry.id, release: releaseOf(entry), version: entry.version, page, code, message });
    this.#later();
  }

  /** A developer's own server is nobody's release. */
  #isNews(entry: RegistryEntry, what: string): boolean {
    const key = `${entry.id} ${releaseOf(entry)} ${what}`;
    if (entry.override || this.#told.has(key)) return false;
    this.#told.add(key);
    return true;
  }

  #later(): void {
    this.#timer ??= setTimeout(() => this.#send(false), GATHER_MS);
  }

  #send(leaving: boolean): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#reports.length + this.#loads.length === 0) return;
    const body = JSON.stringify({ reports: this.#reports, loads: this.#loads });
    this.#reports = [];
    this.#loads = [];
    const headers = { 'content-type': 'application/json', [HEADERS.csrf]: this.csrf };
    // Lost reports are nobody's trouble: the page goes on.
    void fetch(ADDRESS, { method: 'POST', body, headers, keepalive: leaving })
      .then((response) => response.text())
      .catch(() => undefined);
  }
}

function releaseOf(entry: RegistryEntry): string {
  return entry.release ?? entry.base.split('/').at(-2) ?? entry.version;
}
