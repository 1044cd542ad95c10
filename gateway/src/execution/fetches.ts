import type { FetchNode } from '@apollo/query-planner';
import type { SubgraphAnswer } from './client.js';
import { downstreamError, SubgraphUnavailable, type SubgraphError } from './errors.js';
import type { CompileParts, Run } from './fetch-tree.js';
import type { FetchedOperation } from './fetched-operation.js';
import { objectsAt, placesAt, type Path, type PlanPath } from './paths.js';
import { compileRepresentation, type Representation } from './representation.js';
import { applyRewrites } from './rewrites.js';
import { copyOf, isObject, mergeInto, type Json, type JsonObject } from './values.js';

export type Fetch<C> = (run: Run<C>) => Promise<void> | undefined;

/** A fetch of root fields. */
export function compileRootFetch<C>(
  node: FetchNode,
  { service, request, keys, variables }: FetchedOperation,
  path: PlanPath,
  parts: CompileParts,
): Fetch<C> {
  parts.sources.push(`// ${service}: ${request.query}`);
  return async (run) => {
    try {
      const answer = await run.client.send(service, request, `{${variables(run.variables)}}`, run.context);
      for (const error of answer.errors ?? []) run.errors.push(downstreamError(service, error, error.path ? [...error.path] : null));
      if (!isObject(answer.data)) return;
      applyRewrites(node.outputRewrites, answer.data, parts.conditions);
      if (path.length === 0) mergeInto(run.data, answer.data);
      else for (const object of objectsAt(run.data, path)) mergeInto(object, copyOf(answer.data));
    } catch (failure) {
      if (!(failure instanceof SubgraphUnavailable)) throw failure;
      for (const at of [...placesAt(run.data, path).values()].flat()) run.losses.push({ failure, path: at, keys });
    }
  };
}

interface EntityFetch {
  operation: FetchedOperation;
  node: FetchNode;
  path: PlanPath;
  parts: CompileParts;
  representation: Representation;
  /** How many fetches of the plan have this text: they may go as one. */
  alike: { count: number; id: number };
  /** No other fetch could add different things to what equal objects get: they may share it. */
  mayShare: boolean;
}

/** Objects of a run that are asked for, those with equal representations as one. */
interface Asked {
  objects: JsonObject[];
  /** For every object the number of its representation, -1 without one. */
  groups: number[];
  texts: string[];
}

/**
 * A fetch of entities: one representation for equal objects, one request for equal fetches of parallel branches. Errors
 * come back to the objects they belong to, with real list indices.
 */
export function compileEntityFetch<C>(
  node: FetchNode,
  operation: FetchedOperation,
  path: PlanPath,
  mayShare: boolean,
  parts: CompileParts,
): Fetch<C> {
  const representation = compileRepresentation(node, parts.conditions);
  parts.sources.push(`// ${operation.service}: ${operation.request.query}\n${representation.source}`);
  const alike = parts.alike(`${operation.service}\n${operation.request.query}`);
  const fetch: EntityFetch = { operation, node, path, parts, representation, alike, mayShare };
  return (run) => {
    const asked = askFor(objectsAt(run.data, path, run.isSharing ? new Set() : null), representation);
    return asked.texts.length === 0 ? undefined : settle(run, fetch, asked);
  };
}

function askFor(objects: JsonObject[], { write, likeness }: Representation): Asked {
  const texts: string[] = [];
  const byText = new Map<string, number>();
  const groups: number[] = [];
  /** The first object of each trait's latest group: most equal objects are found without being written. */
  const byTrait = new Map<unknown, number>();
  for (let i = 0; i < objects.length; i += 1) {
    const object = objects[i]!;
    const trait = likeness?.trait(object);
    const alike = trait === undefined ? undefined : byTrait.get(trait);
    if (alike !== undefined && likeness!.same(object, objects[alike]!)) {
      groups.push(groups[alike]!);
      continue;
    }
    const text = write(object);
    let group = text === null ? -1 : byText.get(text);
    if (group === undefined) {
      group = texts.push(text!) - 1;
      byText.set(text!, group);
    }
    groups.push(group);
    if (trait !== undefined) byTrait.set(trait, i);
  }
  return { objects, groups, texts };
}

async function settle<C>(run: Run<C>, fetch: EntityFetch, asked: Asked): Promise<void> {
  const sent = fetch.alike.count === 1 ? sendAlone(run, fetch, asked) : join(run, fetch, asked);
  let answer: SubgraphAnswer;
  try {
    answer = await sent.answer;
  } catch (failure) {
    if (!(failure instanceof SubgraphUnavailable)) throw failure;
    const places = placesAt(run.data, fetch.path);
    for (const [i, group] of asked.groups.entries()) {
      if (group >= 0)
        for (const path of places.get(asked.objects[i]!) ?? []) run.losses.push({ failure, path, keys: fetch.operation.keys });
    }
    return;
  }
  const entities = isObject(answer.data) ? answer.data['_entities'] : null;
  if (Array.isArray(entities)) give(run, entities, fetch, asked, sent);
  if (answer.errors) placeErrors(run, fetch, answer.errors, asked, sent);
}

interface Sent {
  answer: Promise<SubgraphAnswer>;
  /** For every representation its place in the request; null = the same. */
  index: number[] | null;
}

function sendAlone<C>(run: Run<C>, { operation }: EntityFetch, { texts }: Asked): Sent {
  const answer = send(run, operation, operation.variables(run.variables), texts);
  if (!run.client.sendEntities) texts.length = 0; // not needed while the answer is on its way
  return { answer, index: null };
}

function send<C>(
  { client, context }: Run<C>,
  { service, request }: FetchedOperation,
  rest: string,
  texts: string[],
): Promise<SubgraphAnswer> {
  return client.sendEntities
    ? client.sendEntities(service, request, rest, texts, context)
    : client.send(service, request, withRepresentations(rest, texts), context);
}

export const withRepresentations = (rest: string, texts: readonly string[]): string =>
  `{${rest}${rest ? ',' : ''}"representations":[${texts.join(',')}]}`;

/** A request of this turn that equal fetches of parallel branches may still join. */
export interface Batch {
  texts: string[];
  index: Map<string, number>;
  answer: Promise<SubgraphAnswer>;
}

function join<C>(run: Run<C>, { operation, alike }: EntityFetch, { texts }: Asked): Sent {
  const rest = operation.variables(run.variables);
  const batch = run.waiting.get(alike.id) ?? open(run, operation, alike.id, rest);
  const index = texts.map((text) => {
    let at = batch.index.get(text);
    if (at === undefined) {
      at = batch.texts.push(text) - 1;
      batch.index.set(text, at);
    }
    return at;
  });
  return { answer: batch.answer, index };
}

function open<C>(run: Run<C>, operation: FetchedOperation, id: number, rest: string): Batch {
  const texts: string[] = [];
  const answer = Promise.resolve().then(() => {
    run.waiting.delete(id);
    return send(run, operation, rest, texts);
  });
  const batch: Batch = { texts, index: new Map(), answer };
  run.waiting.set(id, batch);
  return batch;
}

/**
 * Merges entities into their objects. Equal objects share what is in them where that is safe, else each but the first gets
 * a copy: their later parts may differ.
 */
function give<C>(
  run: Run<C>,
  entities: Json[],
  { operation, node, parts, mayShare }: EntityFetch,
  { objects, groups }: Asked,
  { index }: Sent,
): void {
  const rewrites = node.outputRewrites?.length ? node.outputRewrites : undefined;
  // A joined request has other takers, and rewriting changes what it is given: the entity itself stays as it came.
  const mustCopy = index !== null || rewrites !== undefined;
  const given: (JsonObject | undefined)[] = [];
  for (let i = 0; i < objects.length; i += 1) {
    const group = groups[i]!;
    const entity = group < 0 ? null : entities[index ? index[group]! : group];
    if (!isObject(entity)) continue;
    const before = given[group];
    let part = before;
    if (part === undefined || !(mayShare || operation.isFlat)) {
      part = before !== undefined || mustCopy ? copyOf(entity) : entity;
      if (rewrites) applyRewrites(rewrites, part, parts.conditions);
      given[group] = part;
    } else if (!operation.isFlat) run.isSharing = true;
    mergeInto(objects[i]!, part);
  }
}

function placeErrors<C>(
  run: Run<C>,
  { operation, path }: EntityFetch,
  errors: SubgraphError[],
  { objects, groups }: Asked,
  { index }: Sent,
): void {
  const places = placesAt(run.data, path);
  const ofGroup = (wanted: number): Path[] =>
    groups.flatMap((group, i) => (group >= 0 && (index ? index[group] : group) === wanted ? (places.get(objects[i]!) ?? []) : []));
  for (const error of errors) {
    const [head, at, ...rest] = error.path ?? [];
    const paths: (Path | null)[] =
      head === '_entities' && typeof at === 'number'
        ? ofGroup(at).map((place) => [...place, ...rest])
        : [places.get(objects[groups.findIndex((group) => group >= 0)]!)?.[0] ?? null];
    for (const one of paths) run.errors.push(downstreamError(operation.service, error, one));
  }
}
