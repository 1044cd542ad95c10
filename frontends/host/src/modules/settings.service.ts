import { isAllowed, type PortalManifest, type SettingValue, type SlotArrangement } from '@thidua/contracts';
import type pg from 'pg';
import { inTransaction } from '../database/database.js';
import type { Session } from '../session/session.store.js';
import { audit } from './audit.store.js';
import type { Channels } from './channel.service.js';
import { PlatformFault } from './platform.fault.js';
import { announceChange, type RegistrySnapshot } from './registry.snapshot.js';
import type { RegistryActor } from './registry.types.js';

/** What an administrator sets about modules without code: values, flags, the order of slots, the slot itself; and a developer's override. */
export class ModuleSettings {
  constructor(
    private readonly pool: pg.Pool,
    private readonly snapshot: RegistrySnapshot,
    private readonly channels: Channels,
  ) {}

  /** Sets values and flags the stable release declares. @throws PlatformFault 422 that names the first one it does not know or allow. */
  async set(
    actor: RegistryActor,
    module: string,
    wanted: { values?: Readonly<Record<string, SettingValue>>; switches?: Readonly<Record<string, boolean>> },
  ): Promise<void> {
    await this.channels.change(module, async (client) => {
      const manifest = await stableManifest(client, module);
      checkValues(manifest, wanted.values ?? {});
      for (const flag of Object.keys(wanted.switches ?? {})) if (!manifest?.flags?.some(({ id }) => id === flag)) throw wrongSetting(flag);
      await client.query(
        `update host.module_slot set set_values = coalesce($2, set_values), switches = coalesce($3, switches) where id = $1`,
        [module, wanted.values ? JSON.stringify(wanted.values) : null, wanted.switches ? JSON.stringify(wanted.switches) : null],
      );
      await audit(client, actor, 'settings', { module, detail: wanted });
    });
  }

  async arrange(actor: RegistryActor, slot: string, arrangement: SlotArrangement): Promise<void> {
    await this.#change(async (client) => {
      await client.query(
        `insert into host.slot_arrangement (slot, arrangement, set_by) values ($1, $2, $3)
         on conflict (slot) do update set arrangement = excluded.arrangement, set_at = now(), set_by = excluded.set_by`,
        [slot, JSON.stringify(arrangement), actor.id],
      );
      await audit(client, actor, 'slots', { detail: { slot, ...arrangement } });
    });
  }

  /** Gives a module's place to a department before its first release, or to another one later. */
  async assign(actor: RegistryActor, module: string, place: { department: string; basePath: string; scope: string }): Promise<void> {
    await this.#change(async (client) => {
      await client.query(
        `insert into host.module_slot (id, department, base_path, scope, claimed_by) values ($1, $2, $3, $4, $5)
         on conflict (id) do update set department = excluded.department, base_path = excluded.base_path, scope = excluded.scope`,
        [module, place.department, place.basePath, place.scope, actor.id],
      );
      await audit(client, actor, 'slot-changed', { module, detail: place });
    }).catch((error: unknown) => {
      if ((error as { code?: string }).code !== '23505') throw error;
      throw new PlatformFault(409, 'SLOT_TAKEN', {
        vi: `Địa chỉ ${place.basePath} hoặc tên ${place.scope} đã thuộc mô-đun khác.`,
        en: `The address ${place.basePath} or the name ${place.scope} belongs to another module.`,
      });
    });
  }

  /** Lets one session, and no other, run a module from a developer's own machine. */
  async override(actor: RegistryActor, session: Session, module: string, origin: string | null): Promise<void> {
    await this.channels.change(module, async (client) => {
      if (origin === null) {
        await client.query('delete from host.module_override where session_hash = $1 and module = $2', [session.key, module]);
      } else {
        await client.query(
          `insert into host.module_override (session_hash, module, origin) values ($1, $2, $3)
           on conflict (session_hash, module) do update set origin = excluded.origin`,
          [session.key, module, origin],
        );
      }
      await audit(client, actor, 'override', { module, detail: { origin } });
    });
  }

  async #change(work: (client: pg.PoolClient) => Promise<void>): Promise<void> {
    await inTransaction(this.pool, async (client) => {
      await work(client);
      await announceChange(client);
    });
    await this.snapshot.changed();
  }
}

async function stableManifest(client: pg.ClientBase, module: string): Promise<PortalManifest | null> {
  const { rows } = await client.query<{ manifest: PortalManifest }>(
    `select manifest from host.module_channel join host.module_release using (module, release) where module = $1 and channel = 'stable'`,
    [module],
  );
  return rows[0]?.manifest ?? null;
}

function checkValues(manifest: PortalManifest | null, values: Readonly<Record<string, SettingValue>>): void {
  for (const [name, value] of Object.entries(values)) {
    const property = manifest?.settings?.properties[name];
    if (!property || !isAllowed(property, value)) throw wrongSetting(name);
  }
}

function wrongSetting(name: string): PlatformFault {
  return new PlatformFault(422, 'BAD_SETTING', {
    vi: `Mô-đun không có thiết lập “${name}” hoặc giá trị không được phép.`,
    en: `The module has no setting “${name}”, or the value is not allowed.`,
  });
}
