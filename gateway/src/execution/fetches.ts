import type { FetchNode } from '@apollo/query-planner';
import type { SubgraphAnswer, SubgraphRequest } from './client.js';
import { downstreamError, SubgraphUnavailable, type SubgraphError } from './errors.js';
import type { CompileParts, Run } from './fetch-tree.js';
import type { Path, Place } from './paths.js';
import { compileRepresentation } from './representation.js';
import { responseKeys } from './response-keys.js';
import { applyRewrites } from './rewrites.js';
import { isObject, mergeInto, type Json, type JsonObject } from './values.js';

export type Fetch<C> = (run: Run<C>, places: Place[]) => Promise<void> | undefined;

interface Prepared {
  service: string;
  request: SubgraphRequest;
  variables(run: { variables: Record<string, unknown> }): string;
}

/** The planner numbers its operations; equal fetches of parallel branches become equal when the number is gone. */
function prepare(node: FetchNode): Prepared {
  const numbered = /^(\s*(?:query|mutation|subscription)\s+)(\w+?)__(\w+)__\d+/;
  const query = node.operation.replace(numbered, '$1$2__$3');
  const operationName = node.operationName?.replace(/__\d+$/, '');
  const used = (node.variableUsages ?? []).filter((name) => name !== 'representations');
  return {
    service: node.serviceName,
    request: { query, bodyHead: bodyHead(query, operationName), operationName, kind: node.operationKind },
    variables: used.length === 0 ? () => '' : ({ variables }) => used.filter((name) => variables[name] !== undefined).map((name) => `${JSON.stringify(name)}:${JSON.stringify(variables[name])}`).join(','),
  };
}

const bodyHead = (query: string, operationName: string | undefined): string =>
  `{"query":${JSON.stringify(query)}${operationName ? `,"operationName":${JSON.stringify(operationName)}` : ''},"variables":`;

/** A fetch of root fields. */
export function compileRootFetch<C>(node: FetchNode, parts: CompileParts): Fetch<C> {
  const prepared = prepare(node);
  const keys = responseKeys(node.operation);
  return async (run, places) => {
    try {
      const answer = await run.client.send(prepared.service, prepared.request, `{${prepared.variables(run)}}`, run.context);
      for (const error of answer.errors ?? []) run.errors.push(downstreamError(prepared.service, error, error.path ? [...error.path] : null));
      if (!isObject(answer.data)) return;
      applyRewrites(node.outputRewrites, answer.data, parts.conditions);
      for (const place of places) mergeInto(place.object, answer.data);
    } catch (failure) {
      if (!(failure instanceof SubgraphUnavailable)) throw failure;
      for (const place of places) run.losses.push({ failure, place, keys });
    }
  };
}

interface Batch {
  texts: string[];
  index: Map<string, number>;
  answer: Promise<SubgraphAnswer>;
}

/**
 * A fetch of entities: one representation for equal objects, one request for equal fetches of parallel branches. Errors
 * come back to the objects they belong to, with real list indices.
 */
export function compileEntityFetch<C>(node: FetchNode, parts: CompileParts): Fetch<C> {
  const prepared = prepare(node);
  const { write, source } = compileRepresentation(node, parts.conditions);
  parts.sources.push(`// ${prepared.service}: ${prepared.request.query}\n${source}`);
  const keys = responseKeys(node.operation, '_entities');
  return (run, places) => {
    const targets = new Map<string, Place[]>();
    for (const place of places) {
      const text = write(place.object);
      if (text === null) continue;
      const same = targets.get(text);
      if (same) same.push(place);
      else targets.set(text, [place]);
    }
    if (targets.size === 0) return undefined;
    return settle(run, { node, prepared, keys, parts }, targets);
  };
}

interface EntityFetch { node: FetchNode; prepared: Prepared; keys: readonly string[]; parts: CompileParts }

async function settle<C>(run: Run<C>, { node, prepared, keys, parts }: EntityFetch, targets: Map<string, Place[]>): Promise<void> {
  const batch = join(run, prepared, targets.keys());
  let answer: SubgraphAnswer;
  try {
    answer = await batch.answer;
  } catch (failure) {
    if (!(failure instanceof SubgraphUnavailable)) throw failure;
    for (const places of targets.values()) for (const place of places) run.losses.push({ failure, place, keys });
    return;
  }
  const entities = isObject(answer.data) ? (answer.data['_entities'] as Json) : null;
  if (Array.isArray(entities)) for (const [text, places] of targets) give(entities[batch.index.get(text)!], places, node, parts);
  placeErrors(run, prepared.service, answer.errors ?? [], batch.index, targets);
}

/** Joins the request of this turn for the same operation, or opens it. */
function join<C>(run: Run<C>, prepared: Prepared, texts: Iterable<string>): Batch {
  const rest = prepared.variables(run);
  const key = `${prepared.service}\n${rest}\n${prepared.request.query}`;
  let batch = run.waiting.get(key) as Batch | undefined;
  if (!batch) {
    const opened: Batch = { texts: [], index: new Map(), answer: undefined as never };
    opened.answer = Promise.resolve().then(() => {
      run.waiting.delete(key);
      const variables = `{${rest}${rest ? ',' : ''}"representations":[${opened.texts.join(',')}]}`;
      return run.client.send(prepared.service, prepared.request, variables, run.context);
    });
    run.waiting.set(key, opened);
    batch = opened;
  }
  for (const text of texts) {
    if (batch.index.has(text)) continue;
    batch.index.set(text, batch.texts.length);
    batch.texts.push(text);
  }
  return batch;
}

/** Each further object with an equal representation gets its own copy: later fetches may add to one place alone. */
function give(entity: Json | undefined, places: Place[], node: FetchNode, parts: CompileParts): void {
  if (!isObject(entity)) return;
  places.forEach((place, i) => {
    const part = i === 0 && places.length === 1 ? entity : (structuredClone(entity) as JsonObject);
    applyRewrites(node.outputRewrites, part, parts.conditions);
    mergeInto(place.object, part);
  });
}

function placeErrors<C>(run: Run<C>, service: string, errors: SubgraphError[], index: Map<string, number>, targets: Map<string, Place[]>): void {
  for (const error of errors) {
    const [head, at, ...rest] = error.path ?? [];
    const paths: (Path | null)[] = head === '_entities' && typeof at === 'number'
      ? [...targets].filter(([text]) => index.get(text) === at).flatMap(([, places]) => places.map((place) => [...place.path(), ...rest]))
      : [[...targets.values()][0]?.[0]?.path() ?? null].filter((p) => p !== undefined);
    for (const path of paths) run.errors.push(downstreamError(service, error, path));
  }
}
