import type { ReleaseChannel } from '@thidua/contracts';
import type pg from 'pg';
import { inTransaction } from '../database/database.js';
import { audit } from './audit.store.js';
import { type GraphSync, refused } from './graph.sync.js';
import { PlatformFault, unknownModule, unknownRelease } from './platform.fault.js';
import { announceChange, type RegistrySnapshot } from './registry.snapshot.js';
import { type CanaryRule, type Problem, type RegistryActor, SYSTEM } from './registry.types.js';

export interface Moved {
  readonly from: string | null;
  readonly to: string | null;
}

interface LockedSlot {
  readonly id: string;
  readonly department: string;
  readonly killedReason: string | null;
}

interface ReleaseState {
  readonly killedReason: string | null;
  readonly operations: string | null;
}

export interface ChannelParts {
  readonly pool: pg.Pool;
  readonly snapshot: RegistrySnapshot;
  readonly sync: GraphSync;
}

/** Which releases people get. Every change takes the module's row first, so that two at once come one after the other. */
export class Channels {
  constructor(private readonly parts: ChannelParts) {}

  /**
   * Makes a release the stable one, or the canary of those the rule takes.
   * @param wanted.expected release the person saw there; another one by now = 409.
   * @param wanted.unasked when the graph is silent, the release is made active without its word (start of a host).
   * @throws PlatformFault 404, 409 (changed, stopped, graph cannot serve it), 503 (graph silent).
   */
  async activate(
    actor: RegistryActor,
    module: string,
    wanted: { channel: ReleaseChannel; release: string; rule?: CanaryRule; expected?: string | null; unasked?: boolean },
  ): Promise<Moved> {
    const { channel, release } = wanted;
    return this.change(module, async (client) => {
      const from = await this.#expect(client, module, channel, wanted.expected);
      const found = await releaseState(client, module, release);
      if (found.killedReason !== null)
        throw new PlatformFault(409, 'RELEASE_KILLED', {
          vi: `Bản ${release} đang bị ngừng: ${found.killedReason}. Hãy cho chạy lại trước.`,
          en: `The release ${release} is stopped: ${found.killedReason}. Revive it first.`,
        });
      if (wanted.unasked) this.parts.sync.unasked.add(`${module}/${release}`);
      else await this.#serve(module, release, found.operations);
      const rule = channel === 'canary' ? (wanted.rule ?? {}) : null;
      await point(client, actor, module, channel, release, rule);
      if (channel === 'stable') await endCanaryOf(client, module, release);
      await client.query('update host.module_release set failed_at = null where module = $1 and release = $2', [module, release]);
      await audit(client, actor, channel === 'canary' ? 'canary' : 'activated', {
        module,
        release,
        detail: { channel, from, ...(rule ? { rule } : {}) },
      });
      await this.parts.sync.activate(client, module, !wanted.unasked);
      return { from, to: release };
    });
  }

  async endCanary(actor: RegistryActor, module: string, expected?: string | null): Promise<Moved> {
    return this.change(module, async (client) => {
      const from = await this.#expect(client, module, 'canary', expected);
      await client.query(`delete from host.module_channel where module = $1 and channel = 'canary'`, [module]);
      await audit(client, actor, 'canary-ended', { module, ...(from ? { release: from } : {}) });
      await this.parts.sync.activate(client, module, false);
      return { from, to: null };
    });
  }

  /**
   * One step back to the last good release; the one left is marked as failed and not gone back to.
   * @throws PlatformFault 409 when there is none.
   */
  async rollBack(actor: RegistryActor, module: string, options: { expected?: string | null; why?: string } = {}): Promise<Moved> {
    return this.change(module, async (client) => {
      const from = await this.#expect(client, module, 'stable', options.expected);
      const to = await lastGood(client, module, from);
      if (!from || !to)
        throw new PlatformFault(409, 'NOTHING_BEFORE', {
          vi: 'Không có bản tốt nào trước đó để quay về.',
          en: 'There is no good release before this one.',
        });
      await client.query('update host.module_release set failed_at = now() where module = $1 and release = $2', [module, from]);
      await point(client, actor, module, 'stable', to, null);
      await endCanaryOf(client, module, from);
      await audit(client, actor, 'rolled-back', { module, release: to, detail: { from, ...(options.why ? { why: options.why } : {}) } });
      await this.parts.sync.activate(client, module, false);
      return { from, to };
    });
  }

  /** Takes back a release that was activated before the graph could say that it cannot serve it. */
  async withdraw(module: string, release: string, problems: readonly Problem[]): Promise<void> {
    await this.change(module, async (client) => {
      await client.query('update host.module_release set problems = $3 where module = $1 and release = $2', [
        module,
        release,
        JSON.stringify(problems),
      ]);
      const current = await this.#expect(client, module, 'stable', undefined);
      if (current !== release) return;
      const to = await lastGood(client, module, release);
      if (to) await point(client, SYSTEM, module, 'stable', to, null);
      else await client.query(`delete from host.module_channel where module = $1 and channel = 'stable'`, [module]);
      await audit(client, SYSTEM, 'withdrawn', { module, release, detail: { to, problems } });
      await this.parts.sync.activate(client, module, false);
    });
  }

  /** Takes a failing canary from everybody. */
  async failCanary(actor: RegistryActor, module: string, release: string, why: string): Promise<Moved> {
    return this.change(module, async (client) => {
      await this.#expect(client, module, 'canary', release);
      await client.query('update host.module_release set failed_at = now() where module = $1 and release = $2', [module, release]);
      await endCanaryOf(client, module, release);
      await audit(client, actor, 'rolled-back', { module, release, detail: { channel: 'canary', from: release, why } });
      await this.parts.sync.activate(client, module, false);
      return { from: release, to: null };
    });
  }

  /** Stops a release, or the whole module when none is named. */
  async kill(actor: RegistryActor, module: string, release: string | null, reason: string): Promise<void> {
    await this.#stopOrStart(actor, module, release, reason);
  }

  async revive(actor: RegistryActor, module: string, release: string | null): Promise<void> {
    await this.#stopOrStart(actor, module, release, null);
  }

  /** Gives a department or a person one release, whatever the channels say; `release` null ends it. */
  async pin(
    actor: RegistryActor,
    module: string,
    pin: { kind: 'department' | 'person'; key: string; release: string | null },
  ): Promise<void> {
    await this.change(module, async (client) => {
      if (pin.release === null) {
        await client.query('delete from host.module_pin where module = $1 and kind = $2 and key = $3', [module, pin.kind, pin.key]);
      } else {
        await this.#serve(module, pin.release, (await releaseState(client, module, pin.release)).operations);
        await client.query(
          `insert into host.module_pin (module, kind, key, release, set_by) values ($1, $2, $3, $4, $5)
           on conflict (module, kind, key) do update set release = excluded.release, set_at = now(), set_by = excluded.set_by`,
          [module, pin.kind, pin.key, pin.release, actor.id],
        );
      }
      const detail = { kind: pin.kind, key: pin.key };
      await audit(client, actor, pin.release ? 'pinned' : 'unpinned', { module, detail, ...(pin.release ? { release: pin.release } : {}) });
      await this.parts.sync.activate(client, module, pin.release !== null);
    });
  }

  /** One change of one module: its row is held, all hosts are told when it is done. @throws PlatformFault 404. */
  async change<T>(module: string, work: (client: pg.PoolClient, slot: LockedSlot) => Promise<T>): Promise<T> {
    const result = await inTransaction(this.parts.pool, async (client) => {
      const { rows } = await client.query<{ id: string; department: string; killed_reason: string | null }>(
        'select id, department, killed_reason from host.module_slot where id = $1 for update',
        [module],
      );
      if (!rows[0]) throw unknownModule(module);
      const done = await work(client, { id: rows[0].id, department: rows[0].department, killedReason: rows[0].killed_reason });
      await announceChange(client);
      return done;
    });
    await this.parts.snapshot.changed();
    return result;
  }

  async #stopOrStart(actor: RegistryActor, module: string, release: string | null, reason: string | null): Promise<void> {
    await this.change(module, async (client) => {
      if (release === null) await client.query('update host.module_slot set killed_reason = $2 where id = $1', [module, reason]);
      else {
        await releaseState(client, module, release);
        await client.query('update host.module_release set killed_reason = $3 where module = $1 and release = $2', [
          module,
          release,
          reason,
        ]);
      }
      const action = reason === null ? 'revived' : 'killed';
      await audit(client, actor, action, { module, ...(release ? { release } : {}), ...(reason ? { detail: { reason } } : {}) });
      await this.parts.sync.activate(client, module, false);
    });
  }

  /** @throws PlatformFault 409 for operations the graph cannot serve, 503 when it is silent. */
  async #serve(module: string, release: string, operations: string | null): Promise<void> {
    const problems = await this.parts.sync.register(module, release, operations);
    if (problems.length > 0) throw refused(problems);
  }

  async #expect(
    client: pg.ClientBase,
    module: string,
    channel: ReleaseChannel,
    expected: string | null | undefined,
  ): Promise<string | null> {
    const { rows } = await client.query<{ release: string }>('select release from host.module_channel where module = $1 and channel = $2', [
      module,
      channel,
    ]);
    const current = rows[0]?.release ?? null;
    if (expected !== undefined && expected !== current)
      throw new PlatformFault(409, 'CHANGED', {
        vi: `Người khác vừa thay đổi: hiện là ${current ?? 'chưa có bản nào'}.`,
        en: `Somebody changed it meanwhile: it is ${current ?? 'none'} now.`,
      });
    return current;
  }
}

async function releaseState(client: pg.ClientBase, module: string, release: string): Promise<ReleaseState> {
  const { rows } = await client.query<{ killed_reason: string | null; operations: string | null }>(
    `select killed_reason, manifest -> 'operations' ->> 'file' as operations from host.module_release
     where module = $1 and release = $2 and removed_at is null`,
    [module, release],
  );
  if (!rows[0]) throw unknownRelease(release);
  return { killedReason: rows[0].killed_reason, operations: rows[0].operations };
}

async function point(
  client: pg.ClientBase,
  actor: RegistryActor,
  module: string,
  channel: ReleaseChannel,
  release: string,
  rule: CanaryRule | null,
): Promise<void> {
  await client.query(
    `insert into host.module_channel (module, channel, release, rule, set_by) values ($1, $2, $3, $4, $5)
     on conflict (module, channel) do update
       set since = case when host.module_channel.release = excluded.release then host.module_channel.since else now() end,
           release = excluded.release, rule = excluded.rule, set_by = excluded.set_by`,
    [module, channel, release, rule === null ? null : JSON.stringify(rule), actor.id],
  );
  if (channel === 'stable') await client.query('insert into host.module_stable (module, release) values ($1, $2)', [module, release]);
}

/** A canary that became stable, or was taken back, is no canary any more. */
async function endCanaryOf(client: pg.ClientBase, module: string, release: string): Promise<void> {
  await client.query(`delete from host.module_channel where module = $1 and channel = 'canary' and release = $2`, [module, release]);
}

async function lastGood(client: pg.ClientBase, module: string, current: string | null): Promise<string | null> {
  const { rows } = await client.query<{ release: string }>(
    `select stable.release from host.module_stable stable join host.module_release as shipped using (module, release)
     where stable.module = $1 and stable.release is distinct from $2
       and shipped.failed_at is null and shipped.killed_reason is null and shipped.removed_at is null
     order by stable.id desc limit 1`,
    [module, current],
  );
  return rows[0]?.release ?? null;
}
