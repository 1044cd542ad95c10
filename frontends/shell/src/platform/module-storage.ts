import type { ModuleStorage } from '@thidua/contracts/web';

/** Together per module: a module that fills its drawer cannot fill the others'. */
export const STORAGE_LIMIT_CHARACTERS = 262_144;

/** One module's drawer of the browser's storage. Keys of others cannot be named, whatever the key. */
export function moduleStorage(moduleId: string, store: Storage): ModuleStorage {
  const prefix = `thidua:module:${moduleId}:`;
  const own = (): string[] =>
    Array.from({ length: store.length }, (_, index) => store.key(index) ?? '').filter((key) => key.startsWith(prefix));
  return Object.freeze({
    get: (key: string) => store.getItem(prefix + key),
    set: (key: string, value: string) => {
      const others = own().filter((name) => name !== prefix + key);
      const size = others.reduce(
        (sum, name) => sum + name.length + (store.getItem(name)?.length ?? 0),
        prefix.length + key.length + value.length,
      );
      if (size > STORAGE_LIMIT_CHARACTERS)
        throw new RangeError(`${moduleId} may keep ${STORAGE_LIMIT_CHARACTERS} characters, this makes ${size}`);
      store.setItem(prefix + key, value);
    },
    remove: (key: string) => store.removeItem(prefix + key),
    keys: () => own().map((name) => name.slice(prefix.length)),
  });
}
