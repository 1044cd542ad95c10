import type { DocumentNode } from 'graphql';
import { compileOperation, type CompiledOperation } from './operation.js';
import type { Planner } from './planner.js';
import { typeConditions, type TypeConditions } from './type-conditions.js';

/** The operations of one supergraph: each is planned and compiled once (kept with its document) and then only run. */
export class CompiledOperations<C> {
  private readonly compiled = new WeakMap<DocumentNode, Map<string, CompiledOperation<C>>>();
  private readonly conditions: TypeConditions;

  constructor(private readonly planner: Planner) {
    this.conditions = typeConditions(planner.fullSchema);
  }

  /** The operation, compiled now or before. @throws GraphQLError when the document holds no such operation */
  of(document: DocumentNode, operationName?: string | null): CompiledOperation<C> {
    let byName = this.compiled.get(document);
    if (!byName) this.compiled.set(document, (byName = new Map()));
    const key = operationName ?? '';
    const there = byName.get(key);
    if (there) return there;
    const made = compileOperation<C>(this.planner, this.conditions, document, operationName ?? undefined);
    byName.set(key, made);
    return made;
  }
}
