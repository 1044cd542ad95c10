import { createHash } from 'node:crypto';
import { CONTRACT_VERSION, type Registry, type RegistryEntry } from '@thidua/contracts';
import { type Exchange, header, send, sendJson } from '../http/exchange.js';
import { serveFile } from '../http/static-files.js';
import type { SessionGuard } from '../session/session.guard.js';
import type { Session } from '../session/session.store.js';
import type { UsageLog } from './health/usage.log.js';
import { type Offer, offerOf, type Visitor } from './registry.resolve.js';
import type { RegistrySnapshot } from './registry.snapshot.js';
import type { ModuleState, RegistryState } from './registry.types.js';
import type { ModuleStorage } from './storage/module-storage.js';
import type { FactsOf, ViewerFacts } from './viewer.facts.js';

/** A retry asks for `/modules/<id>/~2/v/…`: browsers keep a failed script for ever under its address, so each try has its own. */
const MODULE_FILE = /^\/modules\/([a-z][a-z0-9-]{1,30})\/(?:~\d{1,3}\/)?v\/([\w.+-]+)\/([\w@.+/-]+)$/;

/** Kept by this browser alone, and asked again each time. */
const PRIVATE = 'private, no-cache';

export interface ModuleParts {
  readonly snapshot: RegistrySnapshot;
  readonly guard: SessionGuard;
  readonly factsOf: FactsOf;
  readonly storage: ModuleStorage;
  readonly usage: UsageLog;
  readonly signatures: 'required' | 'off';
}

export class ModuleRoutes {
  constructor(private readonly parts: ModuleParts) {}

  /** `GET /registry.json`: the modules this person is offered. Unchanged = 304 without a body. */
  async registry(exchange: Exchange): Promise<void> {
    const body = JSON.stringify(await this.registryFor(await this.parts.guard.session(exchange)));
    const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
    exchange.response.setHeader('etag', tag);
    if (header(exchange.request, 'if-none-match') === tag) {
      exchange.response.setHeader('cache-control', PRIVATE);
      exchange.response.writeHead(304).end();
      return;
    }
    send(exchange, 200, 'application/json; charset=utf-8', body, PRIVATE);
  }

  /** `GET /registry/revision`: a number that grows with every change, from memory; what open tabs ask now and then. */
  async revision(exchange: Exchange): Promise<void> {
    sendJson(exchange, 200, { revision: (await this.parts.snapshot.current()).revision });
  }

  /**
   * Visitors get none. When the graph cannot say what a person may do, everything is offered: a module is not a secret and the
   * graph decides about data anyway, while an empty navigation would make one dead subgraph take all portals with it.
   */
  async registryFor(session: Session | null): Promise<Registry> {
    const state = await this.parts.snapshot.current();
    const common = { contract: CONTRACT_VERSION, signatures: this.parts.signatures, slots: state.slots };
    if (!session) return { ...common, modules: [] };
    const facts = needsFacts(state) ? await this.parts.factsOf(session) : null;
    const overrides = state.overrides[session.key.toString('base64')] ?? {};
    const modules = state.modules.flatMap((module) => entriesOf(module, session, facts, overrides[module.slot.id]));
    this.parts.usage.offered(session, modules);
    return { ...common, modules };
  }

  /** Origins of the developer's servers this session runs modules from; empty for nearly everybody. */
  async overridesOf(session: Session | null): Promise<readonly string[]> {
    if (!session) return [];
    const { overrides } = await this.parts.snapshot.current();
    return [...new Set(Object.values(overrides[session.key.toString('base64')] ?? {}))];
  }

  /** Files of a release. Public and immutable; a release that is gone is 404, and never the shell's page. */
  async file(exchange: Exchange): Promise<void> {
    const [, module, release, file] = MODULE_FILE.exec(decoded(exchange.url.pathname)) ?? [];
    const folder =
      module && release && file && !release.includes('..') ? await this.parts.storage.get(`${module}/v/${release}`, file) : null;
    const served = folder !== null && (await serveFile(exchange, folder, file ?? '', { immutable: true }));
    if (!served) send(exchange, 404, 'text/plain; charset=utf-8', 'Not found');
  }
}

/** The graph is asked only when something depends on who the person is. */
function needsFacts(state: RegistryState): boolean {
  return state.modules.some(
    ({ stable, canary, pins }) => pins.length > 0 || canary !== null || (stable !== null && stable.manifest.permissions.length > 0),
  );
}

function entriesOf(module: ModuleState, session: Session, facts: ViewerFacts | null, override: string | undefined): RegistryEntry[] {
  const visitor: Visitor = {
    subject: session.subject,
    personId: facts?.personId ?? null,
    department: facts?.department ?? null,
    roles: facts?.roles ?? new Set(),
  };
  const offer = offerOf(module, visitor);
  if (!offer) return [];
  const { permissions } = offer.release.manifest;
  if (permissions.length > 0 && facts !== null && !permissions.some((permission) => facts.permissions.has(permission))) return [];
  return [entryOf(module, offer, override)];
}

function entryOf(module: ModuleState, offer: Offer, override: string | undefined): RegistryEntry {
  const { release } = offer;
  const { signature, publicKey } = release;
  return {
    ...release.manifest,
    base: folderPath(module.slot.id, release.release),
    listHash: release.listHash,
    release: release.release,
    values: module.slot.values,
    switches: module.slot.switches,
    ...(signature && publicKey ? { signature, publicKey } : {}),
    ...(offer.state === 'active' ? { state: 'active', channel: offer.channel } : { state: 'killed', reason: offer.reason }),
    ...(override && offer.state === 'active' ? { override } : {}),
  };
}

export function folderPath(module: string, release: string): string {
  return `/modules/${module}/v/${release}/`;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return '';
  }
}
