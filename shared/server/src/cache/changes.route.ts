import type { AssertedActor, ChangesAnswer, ChangesQuestion } from '@thidua/contracts';
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { DataSource } from 'typeorm';
import { businessDay, type Clock } from '../clock.js';
import { readBody, sendJson } from '../http-server.js';
import { changesSince, keepPruning, watchedTables } from './change-log.js';
import { StatementReader } from './reads.js';

/** What a subgraph needs so that others may keep its answers. */
export interface Keeping {
  readonly statements: StatementReader;
  /** Another release may answer otherwise from the same data. */
  readonly release: string;
  stop(): void;
}

/** @param release the same for replicas of one build; absent = every start of the process counts as another. */
export async function startKeeping(dataSource: DataSource, release: string | undefined): Promise<Keeping> {
  return {
    statements: new StatementReader(await watchedTables(dataSource)),
    release: release ?? randomUUID(),
    stop: keepPruning(dataSource),
  };
}

const QUESTION_LIMIT = 1024 * 1024;

/** `POST /changes`: what has been committed since a position. For services only. */
export async function answerChanges(
  { keeping, dataSource, clock }: { keeping: Keeping; dataSource: DataSource; clock: Clock },
  actor: AssertedActor,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (actor.kind !== 'service') return sendJson(response, 403, { error: 'services only' });
  const { since } = JSON.parse((await readBody(request, QUESTION_LIMIT)).toString('utf8')) as ChangesQuestion;
  const changes = await changesSince(dataSource, since ?? null);
  const answer: ChangesAnswer = { ...changes, epoch: `${changes.epoch} ${keeping.release}`, day: businessDay(clock.now()) };
  const text = JSON.stringify(answer);
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
  response.end(text);
}
