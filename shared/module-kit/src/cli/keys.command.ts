import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { newSigningPair, signingKeyOf } from '../rules/signature.js';
import { KEY_FILE } from '../signing-key.js';
import { done, note, plain } from './say.js';

/** Makes the department's key pair unless there is one, and prints the public half to register. */
export async function keys(folder: string): Promise<number> {
  const file = process.env['THIDUA_SIGNING_KEY'] ?? join(folder, KEY_FILE);
  let pem = await readFile(file, 'utf8').catch(() => null);
  if (pem === null) {
    pem = newSigningPair().privateKey;
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, pem, { mode: 0o600, flag: 'wx' });
    await chmod(file, 0o600);
    done(`Đã tạo khóa ký ${file} (giữ kín, không đưa vào git)`, 'signing key made (keep it secret, not in git)');
  } else note(`Dùng khóa ký có sẵn ${file}`, 'using the key that is there');
  const key = signingKeyOf(pem);
  note('Đăng ký khóa công khai này ở Kho mô-đun → Khóa → Khóa ký', 'Register this public key in the module registry → Keys → Signing key');
  plain(`id         ${key.id}`);
  plain(`public key ${key.publicKey}`);
  return 0;
}
