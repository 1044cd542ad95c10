/** A declared table of states, checked for dead ends when it is made (processes are read in one place, not in ifs). */
export interface StateTable<S extends string, A extends string> {
  readonly initial: S;
  readonly states: readonly S[];
  /** The state reached, or null when the action is not possible from here. */
  move(from: S, action: A): S | null;
  /** Actions possible from a state. */
  actions(from: S): A[];
}

export interface StateDefinition<S extends string, A extends string> {
  initial: S;
  /** States a thing may rest in for ever. */
  final: readonly S[];
  transitions: Record<S, Partial<Record<A, S>>>;
}

/** @throws when a state cannot be reached, or is not final and cannot be left. */
export function stateTable<S extends string, A extends string>(definition: StateDefinition<S, A>): StateTable<S, A> {
  const states = Object.keys(definition.transitions) as S[];
  const targets = (state: S): S[] => Object.values(definition.transitions[state]) as S[];
  const reached = new Set<S>([definition.initial]);
  for (const state of reached) for (const next of targets(state)) reached.add(next);
  const problems = states.flatMap((state) => [
    ...(reached.has(state) ? [] : [`${state} cannot be reached`]),
    ...(targets(state).length > 0 || definition.final.includes(state) ? [] : [`${state} is a dead end`]),
    ...targets(state)
      .filter((next) => !states.includes(next))
      .map((next) => `${state} leads to unknown ${next}`),
  ]);
  if (problems.length > 0) throw new Error(`State table is wrong: ${problems.join('; ')}`);
  return {
    initial: definition.initial,
    states,
    move: (from, action) => definition.transitions[from]?.[action] ?? null,
    actions: (from) => Object.keys(definition.transitions[from] ?? {}) as A[],
  };
}
