import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startProvince, type Province, type Visitor } from '../support/province.js';

const texts = ['shared/pages', 'frontends/shell'].map(
  (room) => JSON.parse(readFileSync(new URL(`../../${room}/src/generated/persisted-documents.json`, import.meta.url), 'utf8')) as object,
);
const registered = Object.assign({}, ...texts) as Record<string, string>;

/** Operation that a request asks for by its hash. */
function nameOf(body: string | null): string | undefined {
  const { documentId } = JSON.parse(body?.startsWith('{') ? body : '{}') as { documentId?: string };
  return /(?:query|mutation|subscription)\s+(\w+)/.exec(registered[documentId ?? ''] ?? '')?.[1];
}

interface Sent {
  body: Record<string, unknown>;
  module: string | undefined;
}

/** What a browser says to the graph: hashes of operations that releases have registered, and nothing else. */
describe('the pages and the graph', () => {
  let province: Province;
  let lan: Visitor;
  const sent: Sent[] = [];

  beforeAll(async () => {
    province = await startProvince();
    lan = await province.visit('LAN');
    lan.page.on('request', (request) => {
      if (new URL(request.url()).pathname !== '/graphql' || request.method() !== 'POST') return;
      sent.push({ body: JSON.parse(request.postData() ?? '{}') as Sent['body'], module: request.headers()['x-thidua-module'] });
    });
  });
  afterAll(() => province?.close());

  it('no request of any page carries the text of an operation, and every page has its data', async () => {
    const { page, go } = lan;
    for (const [path, operation] of [
      ['/', 'ShellStatistics'],
      ['/viec', 'ShellInbox'],
      ['/ho-so', 'ShellDossier'],
      ['/khcn', 'Department'],
      ['/khcn/ke-hoach', 'PlanList'],
      ['/khcn/chi-tieu', 'TargetList'],
      ['/khcn/de-nghi', 'NominationList'],
    ] as const) {
      const answered = page.waitForResponse((response) => nameOf(response.request().postData()) === operation);
      await go(path);
      const answer = (await (await answered).json()) as { data?: object; errors?: object[] };
      expect([answer.data !== null, answer.errors], path).toEqual([true, undefined]);
    }
    expect(sent.length).toBeGreaterThan(8);
    for (const { body } of sent) {
      expect(body['documentId'], JSON.stringify(body)).toMatch(/^sha256:[0-9a-f]{64}$/);
      expect(body).not.toHaveProperty('query');
    }
    expect(sent.map(({ module }) => module?.split('@')[0])).toContain('khcn');
  });

  it('a script in the page that sends text, or a hash nobody registered, gets nothing', async () => {
    const answers = await lan.page.evaluate(async () => {
      const { csrf } = (await (await fetch('/session')).json()) as { csrf: string };
      const ask = async (body: object): Promise<[number, string]> => {
        const response = await fetch('/graphql', {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-thidua-csrf': csrf },
          body: JSON.stringify(body),
        });
        const { errors } = (await response.json()) as { errors: { extensions: { code: string } }[] };
        return [response.status, errors[0]!.extensions.code];
      };
      return [await ask({ query: '{ viewer { permissions } }' }), await ask({ documentId: `sha256:${'0'.repeat(64)}` })];
    });
    expect(answers).toEqual([
      [403, 'DOCUMENT_REQUIRED'],
      [404, 'PERSISTED_QUERY_NOT_FOUND'],
    ]);
  });

  it('what the pages used is counted for the releases that asked it', async () => {
    const response = await fetch(`${province.graph.url('gateway')}/registry/usage?client=module:khcn&days=1`, {
      headers: { authorization: `Bearer ${await province.graph.token('SNV-06')}` },
    });
    const { operations, fields } = (await response.json()) as {
      operations: { client: string; operation: string }[];
      fields: { coordinate: string }[];
    };
    expect(operations.map(({ operation }) => operation)).toEqual(expect.arrayContaining(['TargetList', 'PlanList']));
    for (const { client } of operations) expect(client).toMatch(/^module:khcn@.+/);
    expect(fields.map(({ coordinate }) => coordinate)).toEqual(expect.arrayContaining(['Query.organisation', 'Target.text']));
  });
});
