import { emitSdl, sdlIsCommitted } from '@thidua/server';
import { rootFieldAccess } from '@thidua/testing';
import { describe, expect, it } from 'vitest';
import { subgraph } from './subgraph.js';

describe('the evaluations subgraph', () => {
  it('has committed the SDL it emits', async () => {
    expect(await sdlIsCommitted(subgraph, new URL('../schema.graphql', import.meta.url))).toBe(true);
  });

  it('declares who may ask each root field', () => {
    expect(rootFieldAccess(emitSdl(subgraph)).filter(({ access }) => access === null)).toEqual([]);
  });

  it('R-209 has no field for the sender of a petition, nor petitions at all', () => {
    expect(emitSdl(subgraph)).not.toMatch(/sender|petition/i);
  });
});
