/** A line that is silent for this long is dead: every twelve seconds something comes, if only a heartbeat. */
const SILENCE_MS = 40_000;
/** These may be different in a while (404: a document that is being registered); other refusals stay what they are. */
const PASSING = new Set([404, 408, 425, 429]);

/**
 * `fetch` for a stream of events: notices a dead line, and an answer that will be the same the next time.
 * @param refused called when there is no use in asking again
 */
export function watchedFetch(send: typeof fetch, refused: () => void): typeof fetch {
  return async (input, init) => {
    const response = await send(input, init);
    if (response.status >= 400 && response.status < 500 && !PASSING.has(response.status)) refused();
    const isStream = response.headers.get('content-type')?.startsWith('text/event-stream') ?? false;
    if (response.ok && !isStream) refused();
    if (!response.body || !isStream) return response;
    return new Response(response.body.pipeThrough(noticeSilence()), { status: response.status, headers: response.headers });
  };
}

function noticeSilence(): TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const listen = (controller: TransformStreamDefaultController): void => {
    clearTimeout(timer);
    timer = setTimeout(() => controller.error(new Error('the line is silent')), SILENCE_MS);
  };
  return new TransformStream({
    start: listen,
    transform(chunk, controller) {
      listen(controller);
      controller.enqueue(chunk);
    },
    flush: () => clearTimeout(timer),
  });
}
