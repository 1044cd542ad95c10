import { PERMISSIONS, PUBLIC, ROLES, SIGNED_IN, type Permission } from '@thidua/contracts';
import { emitSdl, sdlIsCommitted } from '@thidua/server';
import { rootFieldAccess } from '@thidua/testing';
import { describe, expect, it } from 'vitest';
import { roundStates, sessionStates } from './council-session/council-session.states.js';
import { nominationStates } from './nomination/nomination.states.js';
import { subgraph } from './subgraph.js';

describe('the awards subgraph', () => {
  it('has committed the schema that it emits (else: npm run sdl -w @thidua/awards)', async () => {
    expect(await sdlIsCommitted(subgraph, new URL('../schema.graphql', import.meta.url))).toBe(true);
  });

  it('names a permission for every root field; only the certificate is public', () => {
    const access = rootFieldAccess(emitSdl(subgraph));
    expect(access.length).toBeGreaterThan(20);
    const words = access.map(({ field, access: tag }) => [field, tag?.replace('allow/', '').replace('/', ':')]);
    for (const [field, word] of words) expect([...PERMISSIONS, PUBLIC, SIGNED_IN], field).toContain(word);
    expect(words.filter(([, word]) => word === PUBLIC)).toEqual([['Query.certificate', PUBLIC]]);
  });

  it('asks of every root field a permission that some role has and some role has not', () => {
    for (const { field, access } of rootFieldAccess(emitSdl(subgraph))) {
      const word = access?.replace('allow/', '').replace('/', ':') as Permission;
      if (word === (PUBLIC as string)) continue;
      const holders = Object.values(ROLES).filter((role) => role.permissions.includes(word));
      expect(holders.length, field).toBeGreaterThan(0);
      expect(holders.length, field).toBeLessThan(Object.keys(ROLES).length);
    }
  });

  it('has state tables without dead ends (checked when they are made)', () => {
    expect(nominationStates.states).toHaveLength(13);
    expect(sessionStates.initial).toBe('SCHEDULED');
    expect(roundStates.actions('CLOSED')).toEqual([]);
  });
});
