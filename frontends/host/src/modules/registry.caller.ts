import { PlatformFault } from './platform.fault.js';
import type { RegistryActor } from './registry.types.js';

/** Somebody who acts on the registry, with how far it reaches. */
export interface RegistryCaller {
  readonly actor: RegistryActor;
  /** Holds `module:manage`: every slot, stops, pins, slots of pages. */
  readonly manages: boolean;
  /** Codes of departments for which `module:publish` is held. */
  readonly departments: ReadonlySet<string>;
  /** Modules a deploy key is limited to; null = all of its department. */
  readonly modules: readonly string[] | null;
}

export type PublishReach = Pick<RegistryCaller, 'manages' | 'departments' | 'modules'>;

export function mayPublish(caller: PublishReach, slot: { readonly id: string; readonly department: string }): boolean {
  return caller.manages || (caller.departments.has(slot.department) && (caller.modules === null || caller.modules.includes(slot.id)));
}

/**
 * Publishing, activating, canary, going back and keys: one's own department, or everything for who manages.
 * @throws PlatformFault 403 that says whose slot it is.
 */
export function requirePublish(caller: RegistryCaller, slot: { readonly id: string; readonly department: string }): void {
  if (mayPublish(caller, slot)) return;
  const own = [...caller.departments].join(', ');
  if (caller.departments.has(slot.department))
    throw new PlatformFault(403, 'KEY_SCOPE', {
      vi: `Khoá này không dùng cho mô-đun “${slot.id}”.`,
      en: `This key is not for the module “${slot.id}”.`,
    });
  if (own === '') throw forbidden('module:publish');
  throw new PlatformFault(403, 'SLOT_FOREIGN', {
    vi: `Mô-đun “${slot.id}” thuộc ${slot.department}; ${own} không được phát hành vào đó.`,
    en: `The module “${slot.id}” belongs to ${slot.department}; ${own} may not publish into it.`,
  });
}

/** @throws PlatformFault 403 without `module:manage`. */
export function requireManage(caller: RegistryCaller): void {
  if (!caller.manages) throw forbidden('module:manage');
}

function forbidden(permission: string): PlatformFault {
  return new PlatformFault(403, 'FORBIDDEN', {
    vi: `Việc này cần quyền ${permission}.`,
    en: `This needs the permission ${permission}.`,
  });
}
