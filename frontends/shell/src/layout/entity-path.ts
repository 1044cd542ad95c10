import type { EntityLink } from '@thidua/contracts/web';
import { pathOf } from './nav-path.js';

/**
 * The page of a portal for an address in the graph's words: `/nominations/7` with `nominations/:id → de-nghi/:id` is
 * `/khcn/de-nghi/7`. The first declaration that fits wins; null when the portal has no such page.
 */
export function entityPath(address: string, basePath: string, links: readonly EntityLink[]): string | null {
  const segments = address.split('/').filter(Boolean);
  for (const { link, path } of links) {
    const found = parameters(segments, link.split('/'));
    if (found)
      return pathOf(
        basePath,
        path.replace(/:(\w+)/g, (whole, name: string) => found.get(name) ?? whole),
      );
  }
  return null;
}

function parameters(segments: readonly string[], pattern: readonly string[]): Map<string, string> | null {
  if (segments.length !== pattern.length) return null;
  const found = new Map<string, string>();
  for (const [index, part] of pattern.entries()) {
    const segment = segments[index] ?? '';
    if (part.startsWith(':')) found.set(part.slice(1), encodeURIComponent(segment));
    else if (part !== segment) return null;
  }
  return found;
}
