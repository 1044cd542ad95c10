const TRACE_PARENT = /^(?!ff)[\da-f]{2}-(?!0{32})[\da-f]{32}-(?!0{16})[\da-f]{16}-[\da-f]{2}$/;
const TRACE_STATE = /^[\x20-\x7e]{1,512}$/;

/** W3C trace context of a caller as headers for subgraphs; nothing when there is none or it is not well formed. */
export function traceHeaders(headers: Readonly<Record<string, string | string[] | undefined>>): readonly string[] {
  const { traceparent, tracestate } = headers;
  if (typeof traceparent !== 'string' || !TRACE_PARENT.test(traceparent)) return [];
  return typeof tracestate === 'string' && TRACE_STATE.test(tracestate)
    ? ['traceparent', traceparent, 'tracestate', tracestate]
    : ['traceparent', traceparent];
}
