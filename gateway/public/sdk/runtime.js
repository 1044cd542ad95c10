/** What every generated client shares: tokens, repeated requests, faults. No dependency; Node 20 and browsers of today. */

const ATTEMPTS = 3;
const FIRST_WAIT_MS = 300;
const LONGEST_WAIT_MS = 20_000;
/** A token is renewed this long before it ends. */
const MARGIN_MS = 30_000;

/** The graph gave no data at all: refused, beyond a quota, or not reached. */
export class GraphFault extends Error {
  constructor(message, { status, code, requestId, errors }) {
    super(message);
    this.name = 'GraphFault';
    Object.assign(this, { status, code, requestId, errors });
  }
}

/** @param operations hash of each registered operation by the name of its method */
export function createCaller(options, operations) {
  const tokenOf = tokens(options);
  const caller = {};
  for (const [name, hash] of Object.entries(operations)) {
    caller[name] = (variables = {}, callOptions = {}) => call(options, tokenOf, { documentId: `sha256:${hash}`, variables }, callOptions);
  }
  return caller;
}

async function call(options, tokenOf, question, { signal, locale = 'vi', requestId = crypto.randomUUID() }) {
  const ask = options.fetch ?? fetch;
  for (let attempt = 1; ; attempt += 1) {
    const isLast = attempt === ATTEMPTS;
    let response;
    try {
      const headers = { 'content-type': 'application/json', 'accept-language': locale, 'x-request-id': requestId };
      headers.authorization = `Bearer ${await tokenOf()}`;
      response = await ask(options.url, { method: 'POST', headers, body: JSON.stringify(question), signal });
    } catch (error) {
      if (signal?.aborted || error instanceof GraphFault) throw error;
      if (isLast)
        throw new GraphFault(`The graph is not reached: ${error.message}`, { status: 0, code: 'UNREACHABLE', requestId, errors: [] });
      await wait(attempt, null, signal);
      continue;
    }
    if (!isLast && isPassing(response.status)) {
      await wait(attempt, response.headers.get('retry-after'), signal);
      continue;
    }
    return answerOf(response, requestId);
  }
}

async function answerOf(response, requestId) {
  const body = await response.json().catch(() => ({}));
  const errors = body.errors ?? [];
  if (body.data) return { data: body.data, errors, requestId };
  const [first] = errors;
  throw new GraphFault(first?.message ?? `The graph answered ${response.status}`, {
    status: response.status,
    code: first?.extensions?.code ?? 'INTERNAL',
    requestId,
    errors,
  });
}

const isPassing = (status) => status === 429 || status === 502 || status === 503 || status === 504;

function wait(attempt, retryAfter, signal) {
  const asked = retryAfter === null ? NaN : Number(retryAfter) * 1000;
  const ms = Math.min(Number.isFinite(asked) ? asked : FIRST_WAIT_MS * 2 ** (attempt - 1) * (0.5 + Math.random()), LONGEST_WAIT_MS);
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal?.addEventListener('abort', () => (clearTimeout(timer), reject(signal.reason)), { once: true });
  });
}

/** `token` as given, or client credentials, kept until shortly before they end. */
function tokens({ token, tokenUrl, clientId, clientSecret, fetch: ask = fetch }) {
  if (typeof token === 'function') return token;
  if (token) return async () => token;
  let kept = null;
  return () => {
    if (kept && Date.now() < kept.until) return kept.token;
    const asking = ask(tokenUrl, {
      method: 'POST',
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
      headers: { authorization: `Basic ${btoa(`${clientId}:${clientSecret}`)}` },
    }).then(async (response) => {
      const answer = await response.json().catch(() => ({}));
      if (!answer.access_token)
        throw new GraphFault('No access token', {
          status: response.status,
          code: answer.error ?? 'UNAUTHENTICATED',
          requestId: '',
          errors: [],
        });
      entry.until = Date.now() + (answer.expires_in ?? 300) * 1000 - MARGIN_MS;
      return answer.access_token;
    });
    const entry = { until: Date.now() + MARGIN_MS, token: asking };
    kept = entry;
    asking.catch(() => {
      if (kept === entry) kept = null;
    });
    return asking;
  };
}
