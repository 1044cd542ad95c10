import type { DocumentNode } from 'graphql';
import { Recent } from '../http/recent.js';
import { liftLiterals } from './literals.js';
import { compileOperation, planOperation, type CompiledOperation } from './operation.js';
import { NO_STORED_PLANS, type StoredPlans } from './plan-store.js';
import type { Planner } from './planner.js';
import { typeConditions, type TypeConditions } from './type-conditions.js';
import { operationOf } from './variables.js';

/** Compiled operations kept, by characters of their lifted texts in each generation. */
const CAPACITY = 500_000;

/**
 * The operations of one supergraph: each is planned and compiled once and then only run. Operations that differ in constants
 * only are one.
 */
export class CompiledOperations<C> {
  readonly #byDocument = new WeakMap<DocumentNode, Map<string, CompiledOperation<C>>>();
  readonly #byText = new Recent<CompiledOperation<C>>(CAPACITY);
  readonly #conditions: TypeConditions;
  #planned = 0;

  constructor(
    private readonly planner: Planner,
    private readonly stored: StoredPlans = NO_STORED_PLANS,
  ) {
    this.#conditions = typeConditions(planner.fullSchema);
  }

  /** How often an operation had to be planned. */
  get planned(): number {
    return this.#planned;
  }

  /** The operation, compiled now or before. @throws GraphQLError when the document holds no such operation */
  of(document: DocumentNode, operationName?: string | null): CompiledOperation<C> {
    let byName = this.#byDocument.get(document);
    if (!byName) this.#byDocument.set(document, (byName = new Map()));
    const key = operationName ?? '';
    const there = byName.get(key);
    if (there) return there;
    const made = this.#make(document, operationName ?? undefined);
    byName.set(key, made);
    return made;
  }

  #make(document: DocumentNode, operationName?: string): CompiledOperation<C> {
    const operation = operationOf(document, operationName);
    // The events of a stream are asked for in the subscriber's own words.
    if (operation.operation === 'subscription') return compileOperation<C>(this.planner, this.#conditions, document, operationName);
    const lifted = liftLiterals(this.planner.apiSchema, document, operation);
    let compiled = this.#byText.get(lifted.text);
    if (!compiled) {
      const plans = this.stored.find(lifted.text) ?? this.#plan(lifted.text, lifted.document, operationName);
      compiled = compileOperation<C>(this.planner, this.#conditions, lifted.document, operationName, plans);
      this.#byText.set(lifted.text, compiled);
    }
    return Object.keys(lifted.literals).length === 0 ? compiled : bound(compiled, lifted.literals);
  }

  #plan(text: string, document: DocumentNode, operationName?: string): ReturnType<typeof planOperation> {
    this.#planned += 1;
    const plans = planOperation(this.planner, document, operationName);
    this.stored.keep(text, plans);
    return plans;
  }
}

/** The operation with its constants. */
const bound = <C>(compiled: CompiledOperation<C>, literals: Readonly<Record<string, unknown>>): CompiledOperation<C> => ({
  ...compiled,
  run: (client, variables, context) => compiled.run(client, { ...variables, ...literals }, context),
});
