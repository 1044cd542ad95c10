import { SUBGRAPH_UNAVAILABLE } from '@thidua/contracts';
import type { GraphQLFormattedError } from 'graphql';
import type { Path } from './paths.js';
import type { Shape } from './shape.js';

/** An error as a subgraph sends it. */
export interface SubgraphError {
  message?: string;
  path?: readonly (string | number)[];
  extensions?: Record<string, unknown>;
}

/** Thrown by the client when a subgraph did not answer in a way that can be used. */
export class SubgraphUnavailable extends Error {
  constructor(
    readonly service: string,
    message: string,
    readonly code: string = SUBGRAPH_UNAVAILABLE,
  ) {
    super(message);
  }
}

/** A subgraph's own error, at the place in the client's answer where its data would have been. */
export function downstreamError(service: string, error: SubgraphError, path: Path | null): GraphQLFormattedError {
  return {
    message: error.message ?? 'A part of the graph failed.',
    ...(path ? { path } : {}),
    extensions: { code: 'DOWNSTREAM_SERVICE_ERROR', ...error.extensions, service },
  };
}

/** What a dead subgraph did not bring: these keys of the object at this path. */
export interface Loss {
  failure: SubgraphUnavailable;
  path: Path;
  keys: readonly string[];
}

/** More say nothing new: a list of a thousand rows needs no thousand errors. */
const LOSSES_TOLD = 50;

/** One error for every place of the answer that is null because a subgraph is dead, as far as the client asked for it. */
export function lossErrors(losses: readonly Loss[], root: Shape): GraphQLFormattedError[] {
  const errors: GraphQLFormattedError[] = [];
  const told = new Set<string>();
  for (const { failure, path, keys } of losses) {
    const shapes = shapesAt(root, path);
    const asked = keys.filter((key) => shapes.some((shape) => shape.fields.some((field) => field.source === key)));
    // What was only a means for other fields is told of the object they belong to.
    for (const at of asked.length > 0 ? asked.map((key) => [...path, key]) : [path]) {
      const same = `${failure.service} ${JSON.stringify(at)}`;
      if (told.has(same) || errors.length >= LOSSES_TOLD) continue;
      told.add(same);
      errors.push({
        message: failure.message,
        ...(at.length > 0 ? { path: at } : {}),
        extensions: { code: failure.code, service: failure.service },
      });
    }
  }
  return errors;
}

/** What the client asked of the objects at a path. */
function shapesAt(root: Shape, path: Path): Shape[] {
  let shapes = [root];
  for (const key of path) {
    if (typeof key === 'number') continue;
    shapes = shapes.flatMap((shape) => shape.fields.filter((field) => field.source === key).flatMap((field) => [...field.below.values()]));
  }
  return shapes;
}
