import type { PoolClient } from 'pg';
import { compose, type CommittedSubgraph, type Composed } from '../composition/compose.js';
import { lockRegistry } from '../documents/document.store.js';
import { entitiesOf } from './check/house.rules.js';
import { checkAgainstReality, type Checked } from './check/schema.check.js';
import { comparedGraph, type ActiveGraph, type SchemaRegistry } from './schema.registry.js';
import { readReality } from './store/reality.store.js';
import { addSchema, addSupergraph, keepSubgraph } from './store/schema.store.js';
import { sha256 } from './store/signature.js';

export type Seeded =
  | { readonly outcome: 'nothing new' }
  | { readonly outcome: 'published'; readonly supergraph: number; readonly subgraphs: readonly string[]; readonly breaking: number }
  | { readonly outcome: 'refused'; readonly reasons: readonly string[] };

/**
 * Brings committed SDL into the registry: all of it when the registry is empty, later what the files say anew. A file that has not
 * changed since a gateway last looked is older than anything published and changes nothing.
 * @param strict production: what hits active modules, integrators or traffic is refused, else it is logged only; and a text that was
 *   committed before never comes back, because then it is an older gateway that starts again (in development: another branch)
 */
export function seedFromFiles(registry: SchemaRegistry, files: readonly CommittedSubgraph[], strict: boolean): Promise<Seeded> {
  const { database, signer, documents, days } = registry.parts;
  return database.transaction(async (client): Promise<Seeded> => {
    await lockRegistry(client);
    const graph = await registry.read(client);
    const seen = strict ? await seenBefore(client) : new Set<string>();
    const isNew = (name: string, hash: string): boolean => graph.known.get(name)?.fileSha256 !== hash && !seen.has(`${name} ${hash}`);
    const fresh = files.filter(({ name, sdl }) => isNew(name, sha256(sdl)));
    if (fresh.length === 0) return { outcome: 'nothing new' };
    const others = graph.members.filter(({ name }) => !fresh.some((file) => file.name === name));
    let composed: Composed;
    try {
      composed = compose([...others, ...fresh]);
    } catch (error) {
      return { outcome: 'refused', reasons: (error as Error).message.split('\n') };
    }
    const reality = await readReality(client, documents, days, new Date());
    const newer = comparedGraph({ sdl: composed.supergraph, api: composed.api });
    const checked: Checked = graph.supergraph
      ? checkAgainstReality(comparedGraph(graph.supergraph), newer, reality)
      : { changes: [], hits: [], early: [] };
    const against = [...checked.hits, ...checked.early].map(({ message }) => message.en);
    if (strict && against.length > 0) return { outcome: 'refused', reasons: against };
    const members: Record<string, number> = Object.fromEntries(others.map(({ name, version }) => [name, version]));
    const owned = ownedBy(graph, files);
    for (const file of fresh) {
      const { name, sdl } = file;
      const departmentId = graph.known.get(name)?.departmentId ?? null;
      await keepSubgraph(client, { name, departmentId, owns: owned.get(name)!, fileSha256: sha256(sdl) });
      members[file.name] = await addSchema(client, { ...file, origin: 'file', by: 'file' }, signer);
    }
    const subgraph = fresh.length === 1 ? fresh[0]!.name : null;
    const made = { sdl: composed.supergraph, api: composed.api, members, subgraph, by: 'file', changes: checked.changes };
    const breaking = checked.changes.filter(({ level }) => level === 'breaking').length;
    const supergraph = await addSupergraph(client, made, signer);
    return { outcome: 'published', supergraph, subgraphs: fresh.map(({ name }) => name), breaking };
  });
}

/** Every committed text there ever was, as `<subgraph> <sha256>`. */
async function seenBefore(client: PoolClient): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ seen: string }>(
    `select subgraph || ' ' || sha256 as seen from gateway.schema_version where origin = 'file'`,
  );
  return new Set(rows.map(({ seen }) => seen));
}

/** What each owns: first what is said, then what nobody else is said to own. */
function ownedBy(graph: ActiveGraph, files: readonly CommittedSubgraph[]): Map<string, string[]> {
  const said = new Map([...graph.members, ...files].flatMap(({ name, owns }) => owns.map((type) => [type, name] as const)));
  const owned = new Map(files.map(({ name }) => [name, new Set<string>()]));
  for (const { name, owns, sdl } of files)
    for (const type of [...owns, ...entitiesOf(sdl)]) if ((said.get(type) ?? name) === name) owned.get(name)!.add(type);
  return new Map([...owned].map(([name, types]) => [name, [...types].toSorted()]));
}
