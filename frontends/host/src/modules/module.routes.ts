import { CONTRACT_VERSION, type Registry, type RegistryEntry } from '@thidua/contracts';
import { type Exchange, send, sendJson } from '../http/exchange.js';
import { serveFile } from '../http/static-files.js';
import type { Session } from '../session/session.store.js';
import type { SessionGuard } from '../session/session.guard.js';
import type { RegistryStore } from './registry.store.js';

/** Permissions of the person behind a session; null when the graph cannot say at the moment. */
export type PermissionsOf = (session: Session) => Promise<ReadonlySet<string> | null>;

/** A retry asks for `/modules/<id>/~2/v/…`: browsers keep a failed script for ever under its address, so each try has its own. */
const MODULE_FILE = /^\/modules\/([a-z][a-z0-9-]{1,30})\/(?:~\d{1,3}\/)?v\/([\w.-]+)\/([\w./-]+)$/;

export interface ModuleParts {
  readonly registry: RegistryStore;
  readonly guard: SessionGuard;
  readonly permissionsOf: PermissionsOf;
  readonly modulesDir: string;
}

export class ModuleRoutes {
  constructor(private readonly parts: ModuleParts) {}

  /** `GET /registry.json`: the modules this person is offered. */
  async registry(exchange: Exchange): Promise<void> {
    sendJson(exchange, 200, await this.registryFor(await this.parts.guard.session(exchange)));
  }

  /**
   * Visitors get none. When the graph cannot say what a person may do, everything is offered: a module is not a secret and the
   * graph decides about data anyway, while an empty navigation would make one dead subgraph take all portals with it.
   */
  async registryFor(session: Session | null): Promise<Registry> {
    if (!session) return { contract: CONTRACT_VERSION, modules: [] };
    const entries = await this.parts.registry.active();
    const limited = entries.some((entry) => entry.permissions.length > 0);
    const held = limited ? await this.parts.permissionsOf(session) : null;
    return { contract: CONTRACT_VERSION, modules: entries.filter((entry) => offered(entry, held)) };
  }

  /** Files of a module's version. Public and immutable; a version that is gone is 404, and never the shell's page. */
  async file(exchange: Exchange): Promise<void> {
    const match = MODULE_FILE.exec(decoded(exchange.url.pathname));
    const served =
      match !== null &&
      (await serveFile(exchange, `${this.parts.modulesDir}/${match[1]}/v/${match[2]}`, match[3] ?? '', { immutable: true }));
    if (!served) send(exchange, 404, 'text/plain; charset=utf-8', 'Not found');
  }
}

function offered(entry: RegistryEntry, held: ReadonlySet<string> | null): boolean {
  return entry.permissions.length === 0 || held === null || entry.permissions.some((permission) => held.has(permission));
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return '';
  }
}
