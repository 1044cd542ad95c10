import { describe, expect, it } from 'vitest';
import { Positions } from './positions.js';
import { RequestKeeping } from './request-keeping.js';

const keeping = (): RequestKeeping => new RequestKeeping(new Positions(async () => Promise.reject(new Error('not asked'))));

describe('what a query rests on', () => {
  it('is everything its parts rest on, fetched and kept alike', () => {
    const query = keeping();
    query.add('campaigns', { topics: ['plan'], access: ['plan:read'] });
    query.add('campaigns', { topics: ['plan', 'campaign'], day: '2025-12-15' });
    query.addKept({
      text: '',
      rests: [{ service: 'awards', topics: ['award'], day: null }],
      access: ['award:read'],
      caller: true,
      since: 0,
      expires: 0,
    });
    expect(query.whole()).toEqual({
      rests: [
        { service: 'campaigns', topics: ['plan', 'campaign'], day: '2025-12-15' },
        { service: 'awards', topics: ['award'], day: null },
      ],
      access: ['plan:read', 'award:read'],
      caller: true,
      since: 1,
    });
  });

  it('is unknown when nothing was asked, when a part does not tell, or when midnight passed between two parts', () => {
    expect(keeping().whole()).toBeNull();
    const silent = keeping();
    silent.add('campaigns', { topics: ['plan'] });
    silent.add('awards', { not: 'peers' });
    expect([silent.whole(), silent.obstacle]).toEqual([null, 'awards: peers']);
    const late = keeping();
    late.add('campaigns', { topics: [], day: '2025-12-15' });
    late.add('campaigns', { topics: [], day: '2025-12-16' });
    expect([late.whole(), late.obstacle]).toEqual([null, 'campaigns: midnight']);
  });

  it('is not current while a subgraph cannot be asked', async () => {
    const query = keeping();
    const kept = { text: '', access: [], caller: false, since: 9, expires: 0 };
    expect(await query.isCurrent({ ...kept, rests: [{ service: 'awards', topics: [], day: null }] })).toBe(false);
    const two = ['awards', 'campaigns'].map((service) => ({ service, topics: [], day: null }));
    expect(await query.isCurrent({ ...kept, rests: two })).toBe(false);
  });
});
