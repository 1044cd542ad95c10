import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** Something the caller can put right; its text is for people. */
export class CliFault extends Error {}

/** The registry behind a gateway, asked with a token. */
export interface RegistryClient {
  /** @returns body of an answer 200, 201, 409 or 422 that is no fault; the status with it. @throws CliFault for everything else */
  ask<T>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown): Promise<{ status: number; body: T }>;
}

/** @param origin of a gateway @param token access token of a person or client that holds `schema:publish` */
export function registryClient(origin: string, token: string): RegistryClient {
  return {
    async ask<T>(method: string, path: string, body?: unknown) {
      const response = await fetch(new URL(path, origin), {
        method,
        headers: { authorization: `Bearer ${token}`, 'accept-language': 'vi', ...(body ? { 'content-type': 'application/json' } : {}) },
        ...(body ? { body: JSON.stringify(body) } : {}),
      }).catch(() => {
        throw new CliFault(`Cổng đồ thị không trả lời tại ${origin} / The gateway does not answer at ${origin} (GRAPH_URL).`);
      });
      const said = (await response.json().catch(() => null)) as (T & { errors?: { message: string }[] }) | null;
      if (!said || said.errors) throw new CliFault(`${response.status} ${said?.errors?.map(({ message }) => message).join('; ') ?? ''}`);
      return { status: response.status, body: said };
    },
  };
}

const TOKEN_COMMAND = fileURLToPath(new URL('../../../../shared/dev/dist/commands/token.js', import.meta.url));

/**
 * `THIDUA_TOKEN`, or in development the token of an account of the running system, as `npm run -s token -- ACCOUNT` prints it.
 * @throws CliFault when there is neither
 */
export async function tokenFor(account: string | undefined, env: NodeJS.ProcessEnv): Promise<string> {
  if (env['THIDUA_TOKEN']) return env['THIDUA_TOKEN'];
  if (!account)
    throw new CliFault(
      'Cần THIDUA_TOKEN hoặc --as TÀI_KHOẢN (phát triển) / Set THIDUA_TOKEN, or --as ACCOUNT in development, e.g. --as KHOI.',
    );
  try {
    return (await promisify(execFile)(process.execPath, [TOKEN_COMMAND, account], { env })).stdout.trim();
  } catch (error) {
    throw new CliFault((error as { stderr?: string }).stderr?.trim() || (error as Error).message);
  }
}
