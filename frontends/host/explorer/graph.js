/** Who is signed in, as the host tells every page of its own. */
export async function readSession() {
  const response = await fetch('/session');
  return response.ok ? response.json() : { signedIn: false, csrf: '', person: null };
}

/**
 * Asks the graph through the host: as the client whose token was pasted, else as the person of the session. The token stays in this
 * page: it is kept nowhere.
 */
export async function ask(session, token, { query, variables, operationName }) {
  const response = await fetch('/graph/query', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-thidua-csrf': session.csrf,
      ...(token ? { 'x-thidua-client-token': token } : {}),
    },
    body: JSON.stringify({ query, variables, operationName }),
  });
  return response.json();
}
