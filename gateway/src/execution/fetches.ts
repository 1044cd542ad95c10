import type { FetchNode } from '@apollo/query-planner';
import type { SubgraphAnswer } from './client.js';
import { downstreamError, SubgraphUnavailable, type SubgraphError } from './errors.js';
import type { CompileParts, Run } from './fetch-tree.js';
import type { FetchedOperation } from './fetched-operation.js';
import { objectsAt, pathsAt, type Path, type PlanPath } from './paths.js';
import { compileRepresentation, type RepresentationWriter } from './representation.js';
import { applyRewrites } from './rewrites.js';
import { copyOf, isObject, mergeInto, type Json, type JsonObject } from './values.js';

export type Fetch<C> = (run: Run<C>) => Promise<void> | undefined;

/** A fetch of root fields. */
export function compileRootFetch<C>(node: FetchNode, { service, request, keys, variables }: FetchedOperation, path: PlanPath, parts: CompileParts): Fetch<C> {
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
      for (const at of path.length === 0 ? [[]] : pathsAt(run.data, path)) run.losses.push({ failure, path: at, keys });
    }
  };
}

interface EntityFetch {
  operation: FetchedOperation;
  node: FetchNode;
  path: PlanPath;
  parts: CompileParts;
  write: RepresentationWriter;
  /** How many fetches of the plan have this text: they may go as one. */
  alike: { count: number; id: number };
  /** No other fetch adds anything to what this one brings: objects may share it. */
  isLast: boolean;
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
export function compileEntityFetch<C>(node: FetchNode, operation: FetchedOperation, path: PlanPath, isLast: boolean, parts: CompileParts): Fetch<C> {
  const { write, source } = compileRepresentation(node, parts.conditions);
  parts.sources.push(`// ${operation.service}: ${operation.request.query}\n${source}`);
  const alike = parts.alike(`${operation.service}\n${operation.request.query}`);
  const fetch: EntityFetch = { operation, node, path, parts, write, alike, isLast };
  return (run) => {
    const asked = askFor(objectsAt(run.data, path), write);
    return asked.texts.length === 0 ? undefined : settle(run, fetch, asked);
  };
}

function askFor(objects: JsonObject[], write: RepresentationWriter): Asked {
  const texts: string[] = [];
  const known = new Map<string, number>();
  const groups = objects.map((object) => {
    const text = write(object);
    if (text === null) return -1;
    let group = known.get(text);
    if (group === undefined) {
      group = texts.push(text) - 1;
      known.set(text, group);
    }
    return group;
  });
  return { objects, groups, texts };
}

async function settle<C>(run: Run<C>, fetch: EntityFetch, asked: Asked): Promise<void> {
  const sent = fetch.alike.count === 1 ? sendAlone(run, fetch, asked) : join(run, fetch, asked);
  let answer: SubgraphAnswer;
  try {
    answer = await sent.answer;
  } catch (failure) {
    if (!(failure instanceof SubgraphUnavailable)) throw failure;
    const paths = pathsAt(run.data, fetch.path);
    for (const [i, group] of asked.groups.entries()) if (group >= 0) run.losses.push({ failure, path: paths[i] ?? [], keys: fetch.operation.keys });
    return;
  }
  const entities = isObject(answer.data) ? answer.data['_entities'] : null;
  if (Array.isArray(entities)) give(entities, fetch, asked, sent);
  if (answer.errors) placeErrors(run, fetch, answer.errors, asked, sent);
}

interface Sent {
  answer: Promise<SubgraphAnswer>;
  /** For every representation its place in the request; null = the same. */
  index: number[] | null;
}

function sendAlone<C>(run: Run<C>, { operation }: EntityFetch, { texts }: Asked): Sent {
  return { answer: run.client.send(operation.service, operation.request, withRepresentations(operation.variables(run.variables), texts), run.context), index: null };
}

const withRepresentations = (rest: string, texts: readonly string[]): string => `{${rest}${rest ? ',' : ''}"representations":[${texts.join(',')}]}`;

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
    return run.client.send(operation.service, operation.request, withRepresentations(rest, texts), run.context);
  });
  const batch: Batch = { texts, index: new Map(), answer };
  run.waiting.set(id, batch);
  return batch;
}

/**
 * Merges entities into their objects. What other fetches will add to is copied for every object but the first: their
 * later parts may differ.
 */
function give(entities: Json[], { operation, node, parts, isLast }: EntityFetch, { objects, groups }: Asked, { index }: Sent): void {
  const shares = (operation.isFlat || isLast) && !node.outputRewrites?.length;
  const taken = new Set<number>();
  for (let i = 0; i < objects.length; i += 1) {
    const group = groups[i]!;
    const entity = group < 0 ? null : entities[index ? index[group]! : group];
    if (!isObject(entity)) continue;
    let part = entity;
    if (!shares) {
      // A joined request has other takers as well, and rewriting would change what they get.
      const isFirst = index === null && !node.outputRewrites?.length && !taken.has(group);
      if (isFirst) taken.add(group);
      else part = copyOf(entity);
      applyRewrites(node.outputRewrites, part, parts.conditions);
    }
    mergeInto(objects[i]!, part);
  }
}

function placeErrors<C>(run: Run<C>, { operation, path }: EntityFetch, errors: SubgraphError[], { groups }: Asked, { index }: Sent): void {
  const paths = pathsAt(run.data, path);
  for (const error of errors) {
    const [head, at, ...rest] = error.path ?? [];
    const places: (Path | null)[] = head === '_entities' && typeof at === 'number'
      ? groups.flatMap((group, i) => (group >= 0 && (index ? index[group] : group) === at ? [[...paths[i]!, ...rest]] : []))
      : [paths[groups.findIndex((group) => group >= 0)] ?? null];
    for (const place of places) run.errors.push(downstreamError(operation.service, error, place));
  }
}
