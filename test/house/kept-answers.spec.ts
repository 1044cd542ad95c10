import { describe, expect, it } from 'vitest';
import { files, isTest, read } from './tree.js';

const code = files.filter(
  (file) => /^(subgraphs\/[a-z]+|shared\/server)\/src\/.*\.ts$/.test(file) && !isTest(file) && !file.includes('/demo/'),
);
const places = (where: string[], pattern: RegExp): string[] => [...new Set(where.filter((file) => pattern.test(read(file))))];

/** The gateway keeps an answer as long as nothing changes that it was seen to rest on: so everything has to be seen. */
describe('what an answer of a subgraph rests on', () => {
  it('is no clock but that of its context, nor chance', () => {
    const subgraphs = code.filter((file) => file.startsWith('subgraphs/'));
    expect(places(subgraphs, /\bnew Date\(\)|\bDate\.now\(|\bMath\.random\(|\bperformance\.now\(/)).toEqual([
      'subgraphs/organisations/src/projection/feed-state.ts', // reads feed_offset as well, which ends it
      'subgraphs/organisations/src/role/grants.service.ts', // a route of its own
      'subgraphs/organisations/src/webhook/webhook.delivery.ts', // a job
      'subgraphs/organisations/src/webhook/webhook.job.ts', // a job
    ]);
  });

  it('is no connection beside the one whose statements are noted', () => {
    expect(places(code, /from 'pg'|from "pg"/)).toEqual([]);
  });

  it('is no table that hides in a function or a rule of the database', () => {
    const made = code.flatMap((file) => [
      ...read(file).matchAll(/create (?:or replace )?(?:function|procedure|rule|view|materialized view)\s+([\w.]+)/gi),
    ]);
    expect(made.map(([, name]) => name!.toLowerCase()).toSorted()).toEqual(['f_unaccent', 'note_change', 'notify_outbox', 'search_key']);
  });

  it('is nothing that a process remembers from request to request', () => {
    expect(places(code, /^(?:export )?(?:let |const \w+ = new (?:Weak)?(?:Map|Set)(?:<.*>)?\(\))/m)).toEqual([
      'shared/server/src/ballot/round-lock.ts', // a lock of the writers
      'shared/server/src/feed/wake.ts', // who waits for the feed
      'subgraphs/campaigns/src/plan-import/citations.rules.ts', // measures of a text, found by that text
      'subgraphs/campaigns/src/plan-import/sections.rules.ts',
      'subgraphs/evaluations/src/target/judgement.service.ts', // by the row object of one request
    ]);
  });
});
