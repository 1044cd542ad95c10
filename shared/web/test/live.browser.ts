import { describe, expect, it, vi } from 'vitest';
import { createLiveClient, type GraphDocument, type LiveState } from '../src/index.js';
import { waitBefore } from '../src/live/live-retry.rules.js';

const TALLY = 'subscription Tally { tally }' as GraphDocument<{ tally: number }, Record<string, never>>;

/** A host that opens lines; the test says what comes over the last of them. */
function host(status = 200) {
  const headers: Record<string, string>[] = [];
  const lines: ReadableStreamDefaultController<Uint8Array>[] = [];
  const send: typeof fetch = async (_input, init) => {
    headers.push(init!.headers as Record<string, string>);
    if (status !== 200) return new Response('{"errors":[]}', { status, headers: { 'content-type': 'application/json' } });
    const body = new ReadableStream<Uint8Array>({ start: (controller) => void lines.push(controller) });
    return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
  };
  const say = (text: string): void => lines.at(-1)!.enqueue(new TextEncoder().encode(text));
  return {
    headers,
    lines,
    send,
    tell: (tally: number) =>
      say(`event: next\nid: p:${tally}\ndata: ${JSON.stringify({ data: { tally }, extensions: { position: `p:${tally}` } })}\n\n`),
    end: (reason: string, retry: boolean) =>
      say(
        `event: next\ndata: ${JSON.stringify({ errors: [{ message: reason, extensions: { code: 'LIVE_ENDED', reason, retry } }] })}\n\nevent: complete\ndata: \n\n`,
      ),
  };
}

function listen(graph: ReturnType<typeof host>) {
  const client = createLiveClient({ csrfToken: () => 'csrf', locale: () => 'vi', actingRole: () => null, fetch: graph.send });
  const heard: number[] = [];
  const states: LiveState[] = [];
  const stop = client.subscribe<{ tally: number }>(
    TALLY,
    {},
    { next: ({ tally }) => void heard.push(tally), state: (state) => void states.push(state) },
  );
  return { heard, states, stop };
}

describe('a live line of the page', () => {
  it('is opened with the session’s token and heard as it comes', async () => {
    const graph = host();
    const { heard, states, stop } = listen(graph);
    await vi.waitFor(() => expect(states).toEqual(['connecting', 'live']));
    graph.tell(1);
    graph.tell(2);
    await vi.waitFor(() => expect(heard).toEqual([1, 2]));
    expect(graph.headers[0]).toMatchObject({ 'x-thidua-csrf': 'csrf', 'accept-language': 'vi', accept: 'text/event-stream' });
    stop();
  });

  it.each([
    ['breaks', (graph: ReturnType<typeof host>) => graph.lines.at(-1)!.error(new Error('cable'))],
    ['is over with its token', (graph: ReturnType<typeof host>) => graph.end('TOKEN_EXPIRED', true)],
  ])('that %s is opened again after the last position, and says that it is', async (_how, lose) => {
    const graph = host();
    const { heard, states, stop } = listen(graph);
    await vi.waitFor(() => expect(states).toEqual(['connecting', 'live']));
    graph.tell(7);
    await vi.waitFor(() => expect(heard).toEqual([7]));
    lose(graph);
    await vi.waitFor(() => expect(graph.headers).toHaveLength(2), { timeout: 3_000 });
    expect(graph.headers[1]!['last-event-id']).toBe('p:7');
    graph.tell(8);
    await vi.waitFor(() => expect(heard).toEqual([7, 8]));
    expect(states).toEqual(['connecting', 'live', 'reconnecting', 'live']);
    stop();
  });

  it.each<[string, () => ReturnType<typeof host>, ((graph: ReturnType<typeof host>) => void) | null]>([
    ['that is refused', () => host(403), null],
    ['that the graph has no more', () => host(), (graph) => graph.end('SCHEMA_CHANGED', false)],
  ])('%s is off, and not asked for again', async (_what, make, then) => {
    const graph = make();
    const { states } = listen(graph);
    if (then) {
      await vi.waitFor(() => expect(states).toContain('live'));
      then(graph);
    }
    await vi.waitFor(() => expect(states.at(-1)).toBe('off'));
    await new Promise((resolve) => {
      setTimeout(resolve, 900);
    });
    expect(graph.headers).toHaveLength(1);
  });

  it('waits longer after every failure, and not as long as all others', () => {
    expect([0, 1, 4, 20].map((failures) => waitBefore(failures, () => 1))).toEqual([500, 1_000, 8_000, 30_000]);
    expect(waitBefore(0, () => 0)).toBe(250);
  });
});
