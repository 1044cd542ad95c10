/** Where the gateway may be told to find a subgraph: the assertion it sends there is worth something. */
export interface SubgraphUrls {
  allows(url: string): boolean;
}

/**
 * @param hosts `SUBGRAPH_HOSTS`: host names, with port when one is said, comma between; a leading dot means every name below it
 * @param production without a list, production allows no address but those of the committed subgraphs; development allows all
 */
export function subgraphUrls(hosts: string, production: boolean): SubgraphUrls {
  const allowed = hosts
    .split(',')
    .map((host) => host.trim().toLowerCase())
    .filter((host) => host !== '');
  return {
    allows(url) {
      if (allowed.length === 0) return !production;
      const { host, hostname } = new URL(url);
      return allowed.some((entry) => (entry.startsWith('.') ? hostname.endsWith(entry) : entry === host || entry === hostname));
    },
  };
}
