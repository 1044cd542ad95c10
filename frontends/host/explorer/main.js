import { GraphiQL } from 'graphiql';
import 'graphiql/style.css';
import { buildSchema } from 'graphql';
import { createElement as h, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { ask, readSession } from './graph.js';
import './explorer.css';
import { words } from './words.js';

const CONTRACTS = ['department', 'integrator', 'ministry', 'public'];
const FIRST = `# ${words.hello}
query SoKhoaHoc {
  organisation(code: "SKHCN") {
    name
  }
}
`;

const schemas = new Map();

/** What an audience sees, as the reference shows it; asked once. */
function schemaOf(contract) {
  if (!schemas.has(contract)) {
    const text = fetch(`/graph/${contract}/schema.graphql`).then((response) => (response.ok ? response.text() : Promise.reject(new Error(contract))));
    schemas.set(contract, text.then(buildSchema));
  }
  return schemas.get(contract);
}

function Explorer({ session }) {
  const [contract, choose] = useState(session.signedIn ? 'department' : 'public');
  const [token, paste] = useState('');
  const [schema, show] = useState(null);
  useEffect(() => {
    let isCurrent = true;
    schemaOf(contract).then(
      (found) => isCurrent && show(found),
      () => isCurrent && show(null),
    );
    return () => {
      isCurrent = false;
    };
  }, [contract]);
  const fetcher = (question) => ask(session, token.trim(), question);
  return h(
    'div',
    { className: 'frame' },
    h(
      'header',
      { className: 'bar' },
      h('a', { className: 'brand', href: '/graph/' }, words.title),
      h(
        'label',
        null,
        h('span', null, words.contract),
        h(
          'select',
          { value: contract, onChange: (event) => choose(event.target.value) },
          CONTRACTS.map((id) => h('option', { key: id, value: id }, words.contracts[id])),
        ),
      ),
      h(
        'label',
        { className: 'token' },
        h('span', null, words.token),
        h('input', { type: 'password', autoComplete: 'off', spellCheck: false, value: token, onChange: (event) => paste(event.target.value) }),
      ),
      h('span', { className: 'who' }, token.trim() ? words.asClient : session.person ? session.person.name : words.asPublic),
    ),
    h(GraphiQL, { key: schema ? contract : 'none', fetcher, schema, defaultQuery: FIRST, isHeadersEditorEnabled: false, shouldPersistHeaders: false }),
  );
}

createRoot(document.querySelector('#explorer')).render(h(Explorer, { session: await readSession() }));
