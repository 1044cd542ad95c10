import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LocaleText, PortalManifest } from '@thidua/contracts/web';
import { create } from 'tar';
import { filesOf, MANIFEST_FILE } from '../rules/index.js';
import { signFolder } from '../rules/sign-folder.js';
import { signingKey } from '../signing-key.js';
import { printProblem, verdictOf, type CheckInput } from './check.command.js';
import { callHost, type HostAccess, type HostProblem, Refused } from './host-api.js';
import { done, note, stop, trouble } from './say.js';

interface Published {
  readonly release: string;
  readonly files: number;
  readonly bytes: number;
  /** Channel in which it runs now. */
  readonly active: 'stable' | 'canary' | null;
  readonly repeated?: boolean;
  /** Why it could not be put to use at once; the release itself is kept. */
  readonly refused?: { readonly code: string; readonly message: LocaleText; readonly problems?: readonly HostProblem[] };
}

export interface PublishInput extends CheckInput {
  readonly access: HostAccess;
  readonly activate?: 'stable' | 'canary';
}

/**
 * Signs the built module, checks it, and sends it to the registry.
 * @returns exit code.
 */
export async function publish(input: PublishInput): Promise<number> {
  const dist = join(input.folder, 'dist');
  await sign(input.folder, dist);
  const verdict = await verdictOf(input);
  if (verdict.problems.length > 0) {
    verdict.problems.forEach(printProblem);
    trouble({ vi: 'Chưa gửi: bản dựng không qua kiểm tra', en: 'Not sent: the build does not pass the checks' });
    return 1;
  }
  const { id, version } = JSON.parse(await readFile(join(dist, MANIFEST_FILE), 'utf8')) as PortalManifest;
  const path = `/platform/modules/${id}/releases${input.activate ? `?activate=${input.activate}` : ''}`;
  const answer = await callHost<Published>(input.access, 'POST', path, await archiveOf(dist));
  const size = `${answer.files} tệp, ${Math.ceil(answer.bytes / 1024)} kB`;
  if (answer.repeated) note(`${id} ${answer.release} đã có từ trước`, 'was there already');
  else done(`Đã gửi ${id} ${version} → ${answer.release} (${size})`, 'published');
  if (answer.refused) {
    throw new Refused(answer.refused.code, answer.refused.message, answer.refused.problems ?? []);
  }
  if (answer.active) done(`Đang chạy: ${answer.active}`, 'active');
  else note(`Chưa chạy. Kích hoạt: npm run module -- activate ${answer.release}`, 'not active yet');
  return 0;
}

/** A build made without the key is signed now; a build already signed is signed again, which changes nothing. */
async function sign(folder: string, dist: string): Promise<void> {
  const key = await signingKey(folder);
  if (!key) throw stop('Chưa có khóa ký', 'There is no signing key', { vi: 'npm run keys', en: 'npm run keys' });
  await signFolder(dist, key).catch(() => {
    throw stop('Chưa có bản dựng trong dist/', 'Nothing is built in dist/', { vi: 'npm run build', en: 'npm run build' });
  });
}

async function archiveOf(dist: string): Promise<Uint8Array> {
  const files = [...(await filesOf(dist)).keys()];
  const chunks: Buffer[] = [];
  for await (const chunk of create({ cwd: dist, gzip: true, portable: true, mtime: new Date(0) }, files)) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}
