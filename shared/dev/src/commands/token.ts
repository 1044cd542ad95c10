import { parseArgs } from 'node:util';
import { runningLauncher } from '../launch/lock.js';
import { loadSecrets } from '../launch/secrets.js';
import { dataFolder } from '../postgres/data-folder.js';

/**
 * `npm run -s token -- LAN` or `-- --client bao`: prints an access token and nothing else. Development only: it asks the running
 * identity provider of this clone with secrets that only the owner of the data folder can read.
 */
async function main(): Promise<string> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { client: { type: 'string' } } });
  const account = positionals[0];
  if (!account && !values.client) throw new Error('Cách dùng / usage: npm run -s token -- LAN | npm run -s token -- --client bao');
  const folder = dataFolder();
  const launcher = runningLauncher(folder);
  if (!launcher?.issuer) throw new Error('Hệ thống chưa chạy; hãy npm start trước / Nothing is running here: npm start first.');
  const secrets = await loadSecrets(folder);
  return values.client
    ? ask(
        `${launcher.issuer}/token`,
        { grant_type: 'client_credentials' },
        `Basic ${Buffer.from(`${values.client}:${secrets.integratorClientSecret}`).toString('base64')}`,
      )
    : ask(`${launcher.issuer}/development/token`, { account: account ?? '' }, `Bearer ${secrets.tokenSecret}`);
}

async function ask(address: string, fields: Record<string, string>, authorization: string): Promise<string> {
  const response = await fetch(address, { method: 'POST', body: new URLSearchParams(fields), headers: { authorization } });
  const answer = (await response.json()) as { access_token?: string; error?: string };
  if (answer.access_token) return answer.access_token;
  const unknown = answer.error === 'unknown_account' || answer.error === 'invalid_client';
  throw new Error(
    unknown ? 'Không có tài khoản này / No such account: LAN, BINH, …, SNV-07; --client bao' : `${response.status} ${answer.error ?? ''}`,
  );
}

try {
  process.stdout.write(`${await main()}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
