import { CONTRACT_VERSION, HEADERS, MODULE_CONTEXT, type ModuleContext } from '@thidua/contracts/web';
import { describe, expect, it } from 'vitest';
import { defineComponent, h, provide } from 'vue';
import { useGraphQuery, type GraphDocument } from '../src/index.js';
import { mount } from './mount.js';

const HASH = `sha256:${'ab'.repeat(32)}`;
type Answer = { viewer: { __typename: 'Viewer'; permissions: string[] } };
type Document = GraphDocument<Answer, { first: number }>;
const TEXT = 'query Shown($first: Int) { viewer { permissions } }';
const registered = Object.assign(new String(TEXT), { __meta__: { hash: HASH } }) as unknown as Document; // eslint-disable-line no-new-wrappers
const draft = TEXT as unknown as Document;

interface Sent {
  body: Record<string, unknown>;
  headers: Headers;
}

/** What leaves the page when a component asks with this document, inside a module when one is named. */
async function sent(document: Document, module?: Pick<ModuleContext, 'moduleId' | 'release'>): Promise<Sent> {
  return new Promise((resolve) => {
    const Asking = defineComponent(() => {
      useGraphQuery(document, { first: 5 });
      return () => h('p', 'x');
    });
    const Module = defineComponent(() => {
      if (module) provide(MODULE_CONTEXT as unknown as string, { contract: CONTRACT_VERSION, ...module });
      return () => h(Asking);
    });
    mount(Module, {
      graph: (body, headers) => {
        resolve({ body: body as unknown as Record<string, unknown>, headers });
        return { data: { viewer: { __typename: 'Viewer', permissions: [] } } };
      },
    });
  });
}

describe('the graph client', () => {
  it('sends a registered document as its hash, never as text', async () => {
    const { body } = await sent(registered);
    expect(body).toEqual({ documentId: HASH, variables: { first: 5 } });
  });

  it('sends a draft that has no hash as text: the graph decides', async () => {
    const { body } = await sent(draft);
    expect(body['documentId']).toBeUndefined();
    expect(String(body['query'])).toContain('viewer');
  });

  it('says which module asks, and nothing where none does', async () => {
    expect((await sent(registered, { moduleId: 'noivu', release: '1.4.2-1a2b3c4d5e' })).headers.get(HEADERS.module)).toBe(
      'noivu@1.4.2-1a2b3c4d5e',
    );
    expect((await sent(registered)).headers.has(HEADERS.module)).toBe(false);
  });
});
