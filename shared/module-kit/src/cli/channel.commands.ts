import type { ModuleDetail } from '@thidua/contracts/web';
import { callHost, type HostAccess } from './host-api.js';
import { done, note, plain, stop } from './say.js';

export interface ActivateOptions {
  readonly channel: 'stable' | 'canary';
  readonly departments?: readonly string[];
  readonly roles?: readonly string[];
  readonly share?: number;
}

/** Puts a release before people: everybody (`stable`), or those a canary rule names. */
export async function activate(access: HostAccess, module: string, release: string, options: ActivateOptions): Promise<number> {
  const rule = {
    ...(options.departments ? { departments: options.departments } : {}),
    ...(options.roles ? { roles: options.roles } : {}),
    ...(options.share === undefined ? {} : { share: options.share }),
  };
  if (options.channel === 'canary' && Object.keys(rule).length === 0) {
    throw stop('Bản thử cần --departments, --roles hoặc --share', 'A canary needs --departments, --roles or --share');
  }
  const body = { channel: options.channel, release, ...(options.channel === 'canary' ? { rule } : {}) };
  await callHost(access, 'PUT', `/platform/modules/${module}/channel`, body);
  const whom = options.channel === 'canary' ? JSON.stringify(rule) : 'mọi người / everybody';
  done(`${module} ${release} → ${options.channel} (${whom})`, 'active on the next load');
  return 0;
}

/** Ends a canary: everybody gets the stable release again. */
export async function endCanary(access: HostAccess, module: string): Promise<number> {
  await callHost(access, 'PUT', `/platform/modules/${module}/channel`, { channel: 'canary', release: null });
  done(`${module}: đã dừng bản thử`, 'canary ended');
  return 0;
}

/** One step back, effective on the next load. */
export async function rollback(access: HostAccess, module: string): Promise<number> {
  const { from, to } = await callHost<{ from: string; to: string }>(access, 'POST', `/platform/modules/${module}/rollback`, {});
  done(`${module}: ${from} → ${to}`, 'rolled back');
  return 0;
}

/** What of a module is live, and its releases, newest first. */
export async function show(access: HostAccess, module: string): Promise<number> {
  const state = await callHost<ModuleDetail>(access, 'GET', `/platform/modules/${module}`);
  note(`${state.id} (${state.department}): stable ${state.stable?.release ?? '—'}, canary ${state.canary?.release ?? '—'}`, state.name.en);
  if (state.killed !== null) note(`Đã ngừng: ${state.killed}`, 'stopped');
  for (const { release, publishedAt, channels, operations, health } of state.releaseList) {
    const failures = health ? `, ${health.failed}/${health.sessions} lỗi` : '';
    plain(`${release}  ${publishedAt}  ${channels.join(' + ') || '·'}  (${operations} câu hỏi đồ thị${failures})`);
  }
  return 0;
}
