import type { IntegrityList } from '@thidua/contracts/web';
import { ModuleFailure } from './module-failure.js';

/**
 * Loads the stylesheets of a module's version, held to their hashes (import maps do not cover styles).
 * @returns removes them again.
 * @throws ModuleFailure UNREACHABLE when one is missing or differs.
 */
export async function loadStyles(list: IntegrityList, base: string): Promise<() => void> {
  const links = Object.entries(list)
    .filter(([file]) => file.endsWith('.css'))
    .map(([file, integrity]) => stylesheet(new URL(file, base).href, integrity));
  const remove = (): void => links.forEach(({ link }) => link.remove());
  try {
    await Promise.all(links.map(({ loaded }) => loaded));
    return remove;
  } catch (error) {
    remove();
    throw error;
  }
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
