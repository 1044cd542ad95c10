import type { GraphAnswer, RegisteredText, RegistryEntry } from '@thidua/contracts/web';
import { faultsOf, sendable } from '@thidua/web';
import type { Client } from '@urql/core';

/** Runs one of a module's registered operations for `ModuleContext.ask`, under the module's name. */
export async function askGraph<T>(
  client: Client,
  entry: RegistryEntry,
  document: RegisteredText,
  variables: Readonly<Record<string, unknown>>,
): Promise<GraphAnswer<T>> {
  const context = { requestPolicy: 'network-only' as const, module: `${entry.id}@${entry.release ?? entry.version}` };
  const text = String(document);
  const hash = document.__meta__?.['hash'] ?? `sha256:${await hexHash(text)}`;
  const registered = sendable({ toString: () => text, __meta__: { hash } });
  const isMutation = /^\s*mutation\b/.test(text);
  const { data, error } = await (
    isMutation ? client.mutation<T>(registered, { ...variables }, context) : client.query<T>(registered, { ...variables }, context)
  ).toPromise();
  return { data: data ?? null, errors: faultsOf(error).map(({ message, code }) => ({ message, code })) };
}

async function hexHash(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
