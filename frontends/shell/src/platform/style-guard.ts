import { hashOfFile } from './integrity.js';

/**
 * Import maps cover scripts, and browsers have no policy for styles: a stylesheet of a module that was not loaded with its hash is
 * taken out before it applies. Whoever waits for it hears that it failed.
 * @param onRefused gets its address.
 */
export function guardStyles(onRefused: (href: string) => void): void {
  new MutationObserver((changes) => {
    for (const { target, addedNodes } of changes) {
      for (const node of [target, ...addedNodes]) if (node instanceof Element) check(node, onRefused);
    }
  }).observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ['href', 'rel', 'integrity'] });
}

function check(node: Element, onRefused: (href: string) => void): void {
  const links = node instanceof HTMLLinkElement ? [node] : node.querySelectorAll('link');
  for (const link of links) {
    const isModuleStyle = link.rel.includes('stylesheet') && new URL(link.href, location.href).pathname.startsWith('/modules/');
    if (!isModuleStyle || (link.integrity !== '' && link.integrity === hashOfFile(link.href))) continue;
    const { href } = link;
    link.remove();
    link.removeAttribute('href');
    link.dispatchEvent(new Event('error'));
    onRefused(href);
  }
}
