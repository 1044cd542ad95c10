import type { IntegrityList } from '@thidua/contracts/web';
import { ModuleFailure } from './module-failure.js';

/**
 * Loads the stylesheets of a module's version, held to their hashes (import maps do not cover styles). All of them at once: a
 * style that a page would add later is then already there, checked.
 * @param undo gets what removes them again, before anything is awaited.
 * @throws ModuleFailure UNREACHABLE when one is missing or differs.
 */
export async function loadStyles(list: IntegrityList, base: string, undo: (() => void)[]): Promise<void> {
  const links = Object.entries(list)
    .filter(([file]) => file.endsWith('.css'))
    .map(([file, integrity]) => stylesheet(new URL(file, base).href, integrity));
  undo.push(() => links.forEach(({ link }) => link.remove()));
  await Promise.all(links.map(({ loaded }) => loaded));
}

function stylesheet(href: string, integrity: string): { link: HTMLLinkElement; loaded: Promise<void> } {
  const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href, integrity, crossOrigin: 'anonymous' });
  const loaded = new Promise<void>((resolve, reject) => {
    link.addEventListener('load', () => resolve());
    link.addEventListener('error', () => reject(new ModuleFailure('UNREACHABLE', `stylesheet ${href}`)));
  });
  document.head.append(link);
  return { link, loaded };
}
