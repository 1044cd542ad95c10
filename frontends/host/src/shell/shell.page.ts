import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locale, Theme } from '../http/preferences.js';

export interface PageState {
  readonly nonce: string;
  readonly locale: Locale;
  readonly theme: Theme;
  /** Given to the shell in the page, which saves two round trips. */
  readonly boot: unknown;
}

/**
 * The shell's page. Every script of the shell is in an import map with its hash, and the entry and its preloads carry theirs: the
 * page runs under `Integrity-Policy`, which blocks scripts nobody vouched for.
 */
export class ShellPage {
  private constructor(
    private readonly template: string,
    private readonly importMap: string,
  ) {}

  /** @throws when the shell is not built. */
  static async load(folder: string): Promise<ShellPage> {
    const html = await readFile(join(folder, 'index.html'), 'utf8').catch(() => {
      throw new Error('The shell is not built: run its build before the host starts');
    });
    const hashes = await scriptHashes(folder);
    const template = html
      .replace(
        /<script type="module"([^>]*?)src="([^"]+)"/g,
        (_, rest: string, src: string) => `<script type="module" nonce="%NONCE%" integrity="${hashOf(hashes, src)}"${rest}src="${src}"`,
      )
      .replace(
        /<link rel="modulepreload"([^>]*?)href="([^"]+)"/g,
        (_, rest: string, href: string) =>
          `<link rel="modulepreload" nonce="%NONCE%" integrity="${hashOf(hashes, href)}"${rest}href="${href}"`,
      );
    return new ShellPage(template, JSON.stringify({ integrity: hashes }));
  }

  render(state: PageState): string {
    const head = `<meta property="csp-nonce" nonce="${state.nonce}"><script type="importmap" nonce="${state.nonce}">${this.importMap}</script>`;
    const boot = `<script type="application/json" id="boot">${escapeJson(state.boot)}</script>`;
    const theme = state.theme === 'system' ? '' : ` data-theme="${state.theme}"`;
    // A function as replacement: `$&` in someone's name must stay text.
    return this.template
      .replace(/<html[^>]*>/, () => `<html lang="${state.locale}"${theme}>`)
      .replace('<head>', () => `<head>${head}`)
      .replace('</body>', () => `${boot}</body>`)
      .replaceAll('%NONCE%', state.nonce);
  }
}

async function scriptHashes(folder: string): Promise<Record<string, string>> {
  const files = (await readdir(join(folder, 'assets'))).filter((file) => file.endsWith('.js')).toSorted();
  const entries = await Promise.all(
    files.map(
      async (file) =>
        [
          `/assets/${file}`,
          `sha384-${createHash('sha384')
            .update(await readFile(join(folder, 'assets', file)))
            .digest('base64')}`,
        ] as const,
    ),
  );
  return Object.fromEntries(entries);
}

function hashOf(hashes: Record<string, string>, path: string): string {
  const hash = hashes[path];
  if (!hash) throw new Error(`The shell's page loads ${path}, which is not among its built scripts`);
  return hash;
}

/** JSON inside a script element: `</script>` and comment openers must not end it. */
function escapeJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
}
