import { Directive } from 'type-graphql';

export interface CacheHint {
  /** Seconds an answer may be kept at most. It is checked against the database before every use all the same. */
  maxAge: number;
  /** PUBLIC = may be shared by callers where the answer never looked at who asks; PRIVATE = never. */
  scope?: 'PUBLIC' | 'PRIVATE';
}

/** What the definition of `@cacheControl` looks like in every subgraph; composition carries it into the supergraph. */
export const CACHE_CONTROL_SDL = `extend schema @link(url: "https://thidua.vn/specs/cache/v1.0", import: ["@cacheControl"]) @composeDirective(name: "@cacheControl")

directive @cacheControl(maxAge: Int, scope: cache__Scope) on FIELD_DEFINITION | OBJECT | INTERFACE | UNION

enum cache__Scope {
  PUBLIC
  PRIVATE
}`;

/**
 * Lets the gateway keep answers: on a root field for operations that begin there, on a type for its fetched entities.
 * Without it nothing is kept; `maxAge: 0` on a field keeps every operation with that field from being kept.
 */
export const CacheControl = ({ maxAge, scope = 'PRIVATE' }: CacheHint): PropertyDecorator & MethodDecorator & ClassDecorator =>
  Directive(`@cacheControl(maxAge: ${maxAge}, scope: ${scope})`);
