import type { ChangedList, PortalManifest, ReleaseDiff } from '@thidua/contracts';
import type { FileList } from './publish/prepared.js';

export interface ComparedRelease {
  readonly release: string;
  readonly manifest: PortalManifest;
  readonly files: FileList;
  readonly operations: readonly { readonly name: string; readonly hash: string }[];
}

/** What a release would change for people, the graph and the shell. Operations are named; a changed one has the name, another text. */
export function diffOf(from: ComparedRelease, to: ComparedRelease): ReleaseDiff {
  return {
    from: from.release,
    to: to.release,
    contract: { from: from.manifest.contract, to: to.manifest.contract },
    permissions: changed(permissionsOf(from.manifest), permissionsOf(to.manifest)),
    pages: changed(pagesOf(from.manifest), pagesOf(to.manifest)),
    operations: changed(operationsOf(from), operationsOf(to)),
    shared: changed(new Map(Object.entries(from.manifest.shared)), new Map(Object.entries(to.manifest.shared))),
    files: changed(hashesOf(from.files), hashesOf(to.files)),
  };
}

function changed(from: ReadonlyMap<string, string>, to: ReadonlyMap<string, string>): ChangedList {
  const names = (map: ReadonlyMap<string, string>, keep: (name: string) => boolean): string[] => [...map.keys()].filter(keep).toSorted();
  return {
    added: names(to, (name) => !from.has(name)),
    removed: names(from, (name) => !to.has(name)),
    changed: names(to, (name) => from.has(name) && from.get(name) !== to.get(name)),
  };
}

/** Every permission named anywhere in the manifest. */
function permissionsOf(manifest: PortalManifest): Map<string, string> {
  const lists = [
    manifest,
    ...manifest.nav,
    ...manifest.slots,
    ...(manifest.pages ?? []),
    ...(manifest.search ?? []),
    ...(manifest.commands ?? []),
  ];
  return new Map(lists.flatMap(({ permissions }) => (permissions ?? []).map((permission) => [permission, ''] as const)));
}

/** Pages as declared; of a manifest that declares none, its navigation. */
function pagesOf(manifest: PortalManifest): Map<string, string> {
  const pages: readonly { readonly path: string; readonly permissions?: readonly string[] }[] = manifest.pages ?? manifest.nav;
  return new Map(pages.map((page) => [`${manifest.basePath}/${page.path}`.replace(/\/$/, ''), JSON.stringify(page.permissions ?? [])]));
}

function operationsOf({ operations }: ComparedRelease): Map<string, string> {
  return new Map(operations.map(({ name, hash }) => [name, hash]));
}

/** Names without the hash a build puts into them, so that a changed file is one change, not two. */
function hashesOf(files: FileList): Map<string, string> {
  return new Map(Object.entries(files).map(([path, { hash }]) => [path.replace(/-[\w-]{8}(?=\.\w+$)/, ''), hash]));
}
