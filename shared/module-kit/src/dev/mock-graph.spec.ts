import { describe, expect, it } from 'vitest';
import { MockGraph } from './mock-graph.js';

const SDL = `
  type Query { campaigns(search: String, first: Int): CampaignConnection  campaign(id: ID!): Campaign }
  type Mutation { saveCampaign(name: String): SaveCampaign! }
  union SaveCampaign = Refusal | CampaignSaved
  type Refusal { reason: String! }
  type CampaignSaved { campaign: Campaign! }
  type CampaignConnection { nodes: [Campaign!]! totalCount: Int! pageInfo: PageInfo! }
  type PageInfo { hasNextPage: Boolean! endCursor: String }
  type Campaign { id: ID! name: String! kind: Kind! startsOn: LocalDate initiator: Organisation }
  type Organisation { id: ID! name: String! fullName: String! }
  enum Kind { REGULAR DRIVE }
  scalar LocalDate
`;
const examples = { Campaign: [{ name: 'Dân vận khéo', initiator: { name: 'Trung ương' } }, { name: 'Chuyển đổi số' }] };
const graph = new MockGraph(SDL, () => examples);
const LIST =
  'query L($search: String) { campaigns(search: $search) { totalCount nodes { id name kind startsOn initiator { id name fullName } } pageInfo { hasNextPage } } }';

describe('the made-up graph of a developer', () => {
  it('answers every field with a value of its type, from examples where there are some', async () => {
    const { data, errors } = await graph.answer(LIST, {});
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({
      campaigns: {
        totalCount: 2,
        nodes: [{ name: 'Dân vận khéo', startsOn: '2025-12-15', initiator: { name: 'Trung ương' } }, { name: 'Chuyển đổi số' }],
        pageInfo: { hasNextPage: false },
      },
    });
  });

  it('says the same each time', async () => {
    expect(await graph.answer(LIST, {})).toEqual(await graph.answer(LIST, {}));
  });

  it('finds without marks what a search names, and counts it', async () => {
    const { data } = await graph.answer(LIST, { search: 'dan van' });
    expect(data).toMatchObject({ campaigns: { totalCount: 1, nodes: [{ name: 'Dân vận khéo' }] } });
  });

  it('takes of a union the answer that is no refusal', async () => {
    const { data } = await graph.answer(
      'mutation { saveCampaign(name: "x") { __typename ... on CampaignSaved { campaign { name } } } }',
      {},
    );
    expect(data).toMatchObject({ saveCampaign: { __typename: 'CampaignSaved' } });
  });

  it('refuses what the graph does not have', async () => {
    const { errors } = await graph.answer('{ campaigns { budget } }', {});
    expect(errors?.[0]?.message).toContain('budget');
  });
});
