import { SLOTS } from '@thidua/contracts';
import { z } from 'zod';
import { type Exchange, header, HttpFault, sendJson } from '../http/exchange.js';
import type { SessionGuard } from '../session/session.guard.js';
import type { Session } from '../session/session.store.js';
import type { Catalogue } from './catalogue.js';
import type { Channels } from './channel.service.js';
import type { CrashRoutes } from './health/crash.routes.js';
import type { KeyStore } from './keys/key.store.js';
import { PlatformFault, unknownModule } from './platform.fault.js';
import { readJson } from './platform.input.js';
import * as shape from './platform.shapes.js';
import type { Publisher } from './publish/publish.service.js';
import { type RegistryCaller, requireManage, requirePublish } from './registry.caller.js';
import type { RegistrySnapshot } from './registry.snapshot.js';
import type { Slot } from './registry.types.js';
import type { ModuleSettings } from './settings.service.js';
import type { FactsOf } from './viewer.facts.js';

export interface PlatformParts {
  readonly guard: SessionGuard;
  readonly factsOf: FactsOf;
  readonly keys: KeyStore;
  readonly publisher: Publisher;
  readonly channels: Channels;
  readonly settings: ModuleSettings;
  readonly catalogue: Catalogue;
  readonly crashes: CrashRoutes;
  readonly snapshot: RegistrySnapshot;
}

const BODY_LIMIT = 64 * 1024;
const ROUTE = /^\/platform\/(modules|slots)(?:\/([a-z][a-z0-9.-]{1,40})(?:\/([a-z]+)(?:\/([\w-]{1,40}))?)?)?$/;

interface Call {
  readonly exchange: Exchange;
  readonly caller: RegistryCaller;
  /** Null for a deploy key. */
  readonly session: Session | null;
  readonly id: string;
  /** Last part of the address, such as the id of a key. */
  readonly rest: string;
}

type Act = (call: Call) => Promise<unknown>;

/** `/platform/modules…`: the registry for its page (session and CSRF) and for departments' machines (deploy key). */
export class PlatformRoutes {
  /** What a deploy key may do; everything else needs a person. */
  readonly #forKeys: Readonly<Record<string, Act>> = {
    'POST releases': (call) => this.#publish(call),
    'PUT channel': (call) => this.#channel(call),
    'POST rollback': (call) => this.#rollback(call),
    'GET ': ({ caller, id }) => this.parts.catalogue.module(caller, id),
  };
  readonly #forPeople: Readonly<Record<string, Act>> = {
    ...this.#forKeys,
    'GET diff': ({ exchange, id }) => this.parts.catalogue.diff(id, param(exchange, 'from'), param(exchange, 'to')),
    'GET audit': async ({ exchange, id }) => ({
      audit: await this.parts.catalogue.audit(id, Number(exchange.url.searchParams.get('before')) || null),
    }),
    'POST kill': (call) => this.#kill(call),
    'POST revive': (call) => this.#revive(call),
    'PUT pin': (call) => this.#pin(call),
    'PUT settings': (call) => this.#settings(call),
    'PUT slot': (call) => this.#slot(call),
    'PUT override': (call) => this.#override(call),
    'GET keys': async (call) => ({ keys: await this.parts.keys.list((await this.#own(call)).department) }),
    'POST keys': (call) => this.#addKey(call),
    'DELETE keys': async (call) => this.parts.keys.revoke(call.caller.actor, await this.#own(call), call.rest),
  };

  constructor(private readonly parts: PlatformParts) {}

  /** @returns false for an address that is not the registry's. */
  async handle(exchange: Exchange): Promise<boolean> {
    const method = exchange.request.method ?? 'GET';
    const { pathname } = exchange.url;
    if (pathname === '/platform/crash-reports' && method === 'POST') return this.parts.crashes.report(exchange).then(() => true);
    const [, place, id = '', verb = '', rest = ''] = ROUTE.exec(pathname) ?? [];
    if (!place) return false;
    const bearer = /^Bearer (\S+)$/.exec(header(exchange.request, 'authorization') ?? '')?.[1];
    const session = bearer ? null : await this.#session(exchange, method);
    const caller = bearer ? await this.parts.keys.holder(bearer) : await this.#person(session);
    const call: Call = { exchange, caller, session, id, rest };
    const act = place === 'slots' ? this.#slotAct(call, method) : this.#act(call, `${method} ${verb}`);
    if (!act) throw new HttpFault(405, 'METHOD', 'Not allowed here');
    const answer = await act(call);
    if (!exchange.response.headersSent) sendJson(exchange, 200, answer ?? {});
    return true;
  }

  #act({ id, session }: Call, name: string): Act | undefined {
    if (id === '') return name === 'GET ' && session ? ({ caller }) => this.parts.catalogue.modules(caller) : undefined;
    return session ? this.#forPeople[name] : this.#forKeys[name];
  }

  #slotAct({ id, session }: Call, method: string): Act | undefined {
    if (method !== 'PUT' || !session) return undefined;
    return async ({ caller, exchange }) => {
      requireManage(caller);
      if (!(SLOTS as readonly string[]).includes(id))
        throw new PlatformFault(404, 'SLOT_UNKNOWN', { vi: `Không có ô “${id}”.`, en: `There is no slot “${id}”.` });
      await this.parts.settings.arrange(caller.actor, id, await readJson(exchange, shape.arrangement, BODY_LIMIT));
    };
  }

  async #session(exchange: Exchange, method: string): Promise<Session> {
    const session = await this.parts.guard.required(exchange);
    if (method !== 'GET' && method !== 'HEAD') this.parts.guard.checkOrigin(exchange, session);
    return session;
  }

  /** @throws PlatformFault 503 when the graph cannot say what the person may do: nothing is changed on a guess. */
  async #person(session: Session | null): Promise<RegistryCaller> {
    const facts = session ? await this.parts.factsOf(session) : null;
    if (!session || !facts)
      throw new PlatformFault(503, 'GRAPH_UNAVAILABLE', {
        vi: 'Hiện không xác định được quyền của bạn. Hãy thử lại sau.',
        en: 'What you may do cannot be told at the moment. Try again later.',
      });
    return { actor: { kind: 'person', id: session.subject, name: session.name }, ...facts.reach };
  }

  /** The slot, when the caller may publish into it. @throws PlatformFault 403, 404. */
  async #own({ caller, id }: Call): Promise<Slot> {
    const slot = (await this.parts.snapshot.current()).modules.find((module) => module.slot.id === id)?.slot;
    if (!slot) throw unknownModule(id);
    requirePublish(caller, slot);
    return slot;
  }

  async #publish({ exchange, caller, id }: Call): Promise<void> {
    const { searchParams } = exchange.url;
    const asked = shape.activateParam.safeParse(searchParams.get('activate') ?? undefined);
    if (!asked.success)
      throw new PlatformFault(422, 'BAD_INPUT', { vi: 'activate là stable hoặc canary.', en: 'activate is stable or canary.' });
    const published = await this.parts.publisher.publish(caller, id, exchange.request);
    const activation = asked.data ? await this.#activateNew(caller, id, published.release, asked.data) : { active: null };
    sendJson(exchange, published.repeated ? 200 : 201, { ...published, ...activation });
  }

  /** The release is recorded already: what stands against making it active is said beside it, not instead of it. */
  async #activateNew(caller: RegistryCaller, module: string, release: string, channel: 'stable' | 'canary'): Promise<object> {
    try {
      await this.parts.channels.activate(caller.actor, module, { channel, release });
      return { active: channel };
    } catch (error) {
      if (!(error instanceof PlatformFault)) throw error;
      return { active: null, refused: { code: error.code, message: error.text, problems: error.problems } };
    }
  }

  async #channel(call: Call): Promise<unknown> {
    await this.#own(call);
    const { channel, release, rule, expected } = await readJson(call.exchange, shape.channel, BODY_LIMIT);
    const { actor } = call.caller;
    const told = expected === undefined ? {} : { expected };
    if (release === null) {
      if (channel === 'stable')
        throw new PlatformFault(422, 'BAD_INPUT', {
          vi: 'Kênh stable luôn có một bản; hãy dùng kill.',
          en: 'Stable always has a release; use kill.',
        });
      return this.parts.channels.endCanary(actor, call.id, expected);
    }
    return this.parts.channels.activate(actor, call.id, { channel, release, ...told, ...(rule ? { rule } : {}) });
  }

  async #rollback(call: Call): Promise<unknown> {
    await this.#own(call);
    const { expected } = await readJson(call.exchange, shape.rollback, BODY_LIMIT);
    return this.parts.channels.rollBack(call.caller.actor, call.id, expected === undefined ? {} : { expected });
  }

  async #kill({ exchange, caller, id }: Call): Promise<void> {
    requireManage(caller);
    const { release, reason } = await readJson(exchange, shape.kill, BODY_LIMIT);
    await this.parts.channels.kill(caller.actor, id, release ?? null, reason);
  }

  async #revive({ exchange, caller, id }: Call): Promise<void> {
    requireManage(caller);
    await this.parts.channels.revive(caller.actor, id, (await readJson(exchange, shape.revive, BODY_LIMIT)).release ?? null);
  }

  async #pin({ exchange, caller, id }: Call): Promise<void> {
    requireManage(caller);
    await this.parts.channels.pin(caller.actor, id, await readJson(exchange, shape.pin, BODY_LIMIT));
  }

  async #settings({ exchange, caller, id }: Call): Promise<void> {
    requireManage(caller);
    const { values, switches } = await readJson(exchange, shape.settings, BODY_LIMIT);
    await this.parts.settings.set(caller.actor, id, { ...(values ? { values } : {}), ...(switches ? { switches } : {}) });
  }

  async #slot({ exchange, caller, id }: Call): Promise<void> {
    requireManage(caller);
    const { department, basePath, scope } = await readJson(exchange, shape.slot, BODY_LIMIT);
    await this.parts.settings.assign(caller.actor, id, { department, basePath, scope: scope ?? `portal_${id.replaceAll('-', '_')}` });
  }

  async #override(call: Call): Promise<void> {
    await this.#own(call);
    const { origin } = await readJson(call.exchange, shape.override, BODY_LIMIT);
    if (call.session) await this.parts.settings.override(call.caller.actor, call.session, call.id, origin);
  }

  async #addKey(call: Call): Promise<void> {
    const { id: module, department } = await this.#own(call);
    const wanted: z.infer<typeof shape.key> = await readJson(call.exchange, shape.key, BODY_LIMIT);
    const { actor } = call.caller;
    const made =
      wanted.kind === 'deploy'
        ? await this.parts.keys.makeDeployKey(actor, {
            module,
            department,
            name: wanted.name,
            days: wanted.days,
            modules: wanted.modules ?? [module],
          })
        : await this.parts.keys.addSigningKey(actor, {
            module,
            department,
            name: wanted.name,
            publicKey: wanted.publicKey,
            days: wanted.days ?? null,
          });
    sendJson(call.exchange, 201, made);
  }
}

function param(exchange: Exchange, name: string): string {
  const value = exchange.url.searchParams.get(name);
  if (!value) throw new PlatformFault(422, 'BAD_INPUT', { vi: `Thiếu “${name}”.`, en: `“${name}” is missing.` });
  return value;
}
