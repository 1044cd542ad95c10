/** Absolute path of a navigation entry; the front page has no trailing slash. */
export function pathOf(basePath: string, path: string): string {
  return path ? `${basePath}/${path}` : basePath;
}

/** The entry of the page in view: the longest of the module's paths that leads to it, so that `/khcn` is not current everywhere. */
export function isCurrent(page: string, path: string, all: readonly string[]): boolean {
  const leads = (candidate: string): boolean => page === candidate || page.startsWith(`${candidate}/`);
  return leads(path) && !all.some((other) => other.length > path.length && leads(other));
}
