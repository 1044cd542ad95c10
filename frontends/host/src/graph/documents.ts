import { createHash } from 'node:crypto';
import { CAST, ROUND } from '../ceremony/ballot.operations.js';
import { DECISION, SIGN } from '../ceremony/sign.operations.js';
import { VIEWER_PERMISSIONS } from '../modules/viewer-permissions.operations.js';

/** SHA-256 of a document's text, hex: the name under which the graph knows it. */
export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Everything the host itself asks of the graph, by hash; registered as client `host` at start. */
export const HOST_DOCUMENTS: Readonly<Record<string, string>> = Object.fromEntries(
  [ROUND, CAST, DECISION, SIGN, VIEWER_PERMISSIONS].map((text) => [hashOf(text), text]),
);

/** Release under which they are registered: changes with any of them. */
export const HOST_DOCUMENTS_RELEASE: string = hashOf(Object.keys(HOST_DOCUMENTS).toSorted().join()).slice(0, 10);
export const HOST_RELEASE = `host@${HOST_DOCUMENTS_RELEASE}`;
