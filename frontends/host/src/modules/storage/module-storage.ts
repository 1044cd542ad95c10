/**
 * Where the immutable folders of releases are kept. A folder is named by content, put whole and never changed; two hosts that
 * share a storage see the same.
 */
export interface ModuleStorage {
  /** Folder on this machine in which releases are prepared; a folder put from here may be moved instead of copied. */
  readonly scratch: string;
  /**
   * Puts a prepared folder in place. It is visible whole or not at all; a folder that is there already stays as it is.
   * @param folder such as `khcn/v/1.4.2-0a1b2c3d4e`. @param staged path of the prepared folder, which is used up.
   */
  put(folder: string, staged: string): Promise<void>;
  /** Folder of this machine from which a file can be served, its compressed twins beside it; null when there is no such file. */
  get(folder: string, file: string): Promise<string | null>;
  /** Names of all folders below a prefix such as `khcn/v/`; everything for ''. */
  list(prefix: string): Promise<string[]>;
  remove(folder: string): Promise<void>;
}

/** Folders are `<module>/v/<release>`, nothing else is ever asked for. */
const FOLDER = /^[a-z][a-z0-9-]{1,30}\/v\/[\w.-]+$/;

/** @throws Error for anything that is not a folder of a release. */
export function checkedFolder(folder: string): string {
  if (!FOLDER.test(folder) || folder.includes('..')) throw new Error(`“${folder}” is not the folder of a release`);
  return folder;
}
