import { sendJson, type ServiceIdentity } from '@thidua/server/process';
import type { AssertedActor } from '@thidua/contracts';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { holdsOne, registryCaller, requireOne } from '../documents/registrar.js';
import { readAs, readJsonBytes } from '../http/json-body.js';
import { Problem } from '../http/problem.js';
import type { Callers } from '../identity/callers.js';
import { KEPT_DAYS } from '../usage/usage.writer.js';
import type { UsageStore } from '../usage/usage.store.js';
import type { ClientLimitTable } from './client.limits.js';
import type { ClientKind, ClientStore } from './client.store.js';

export interface ClientParts {
  store: ClientStore;
  limits: ClientLimitTable;
  usage: UsageStore;
  /** Writes what is counted so far, so that an answer tells the present. */
  settle: () => Promise<void>;
  callers: Callers;
  identity: ServiceIdentity;
}

const amount = z.number().int().positive().max(1_000_000_000).nullable().optional();
const settings = z.strictObject({
  name: z.string().trim().min(1).max(200).optional(),
  costPerRequest: amount,
  costPerMinute: amount,
  requestsPerMinute: amount,
  requestsPerDay: amount,
  expiresAt: z.iso.datetime({ offset: true }).nullable().optional(),
});
const PLACE = /^\/registry\/clients\/(integrator|person|public)\/([\w.*-]{1,64})$/;
const NO_BODY = Buffer.alloc(0);

/** `GET /registry/clients`, `PUT /registry/clients/<kind>/<id>`, `GET /registry/usage`. @returns false = another path */
export async function clientsRoute(parts: ClientParts, request: IncomingMessage, response: ServerResponse, url: URL): Promise<boolean> {
  const place = PLACE.exec(url.pathname);
  const to = `${request.method} ${place ? '/registry/clients/*' : url.pathname}`;
  if (to !== 'GET /registry/clients' && to !== 'GET /registry/usage' && to !== 'PUT /registry/clients/*') return false;
  const body = request.method === 'PUT' ? await readJsonBytes(request, 16 * 1024) : NO_BODY;
  const caller = await registryCaller(parts.callers, parts.identity, request.headers, body);
  response.setHeader('cache-control', 'no-store');
  if (place) sendJson(response, 200, { client: await change(parts, caller, place[1] as ClientKind, place[2]!, body) });
  else if (url.pathname === '/registry/clients') sendJson(response, 200, await clients(parts, caller));
  else sendJson(response, 200, await usage(parts, caller, url.searchParams));
  return true;
}

/** All clients with what they asked today; a client sees itself. */
async function clients({ store, usage: used, settle }: ClientParts, caller: AssertedActor): Promise<object> {
  const mayAll = holdsOne(caller, ['client:manage', 'usage:read']);
  if (!mayAll && caller.kind !== 'client') requireOne(caller, ['client:manage', 'usage:read']);
  await settle();
  const [rows, today] = await Promise.all([store.all(), used.today()]);
  const seen = rows.filter(({ kind, id }) => mayAll || (kind === 'integrator' && (id === caller.id || id === '*')));
  return { clients: seen.map((row) => ({ ...row, requestsToday: today.get(`${row.kind}:${row.id}`) ?? 0 })) };
}

async function change({ store, limits }: ClientParts, caller: AssertedActor, kind: ClientKind, id: string, body: Buffer): Promise<object> {
  requireOne(caller, ['client:manage']);
  const given = readAs(settings, body);
  if (kind !== 'integrator' && (given.requestsPerDay ?? null) !== null)
    throw new Problem(
      400,
      'BAD_USER_INPUT',
      'Hạn mức theo ngày chỉ dành cho hệ thống tích hợp.',
      'Only integrators have a quota per day.',
      {
        field: 'requestsPerDay',
      },
    );
  const row = await store.put(kind, id, given, `${caller.kind}:${caller.id}`);
  await limits.refresh();
  return row;
}

async function usage({ usage: used, settle }: ClientParts, caller: AssertedActor, search: URLSearchParams): Promise<object> {
  const asked = search.get('client') ?? undefined;
  const isOwn = caller.kind === 'client' && asked === `integrator:${caller.id}`;
  if (!isOwn) requireOne(caller, ['usage:read']);
  const days = Number(search.get('days') ?? 30);
  if (!Number.isInteger(days) || days < 1 || days > KEPT_DAYS)
    throw new Problem(400, 'BAD_USER_INPUT', `«days» là số ngày từ 1 đến ${KEPT_DAYS}.`, `“days” is a number from 1 to ${KEPT_DAYS}.`, {
      field: 'days',
    });
  const fields = search.getAll('field');
  await settle();
  const question = { client: asked, fields: fields.length > 0 ? fields : undefined, days };
  return { days, fields: await used.fields(question), operations: fields.length > 0 ? [] : await used.operations(question) };
}
