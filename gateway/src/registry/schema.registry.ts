import type { AssertedActor } from '@thidua/contracts';
import { buildSchema } from 'graphql';
import type { PoolClient } from 'pg';
import { composeApart } from '../composition/compose.apart.js';
import type { Composed } from '../composition/compose.js';
import { lockRegistry, type DocumentStore } from '../documents/document.store.js';
import { accessTable } from '../operation/access.rules.js';
import type { PlatformDatabase } from '../platform/database.js';
import { guestProblems } from './check/guest.rules.js';
import { entitiesOf, houseProblems, type HouseProblem, type Owners } from './check/house.rules.js';
import { checkAgainstReality } from './check/schema.check.js';
import type { Verdict } from './check/verdict.js';
import type { ComparedGraph } from './diff/schema.diff.js';
import { forbidden, mayPublish, ownerOfNew } from './registry.access.js';
import { readReality } from './store/reality.store.js';
import {
  activeVersion,
  addSchema,
  addSupergraph,
  keepSubgraph,
  readMembers,
  readSubgraphs,
  readSupergraph,
  type Member,
  type StoredSupergraph,
  type SubgraphRow,
} from './store/schema.store.js';
import type { RegistrySigner } from './store/signature.js';

/** What somebody wants to change. */
export interface Proposal {
  readonly subgraph: string;
  /** Null = take the subgraph out of the graph. */
  readonly sdl: string | null;
  /** Where the gateway finds it; null = as before. */
  readonly url: string | null;
  /** Department of a subgraph that is new; null = the publisher's own. */
  readonly departmentId: string | null;
}

export interface Publication {
  readonly verdict: Verdict;
  /** Number of the supergraph in use after it. */
  readonly supergraph: number;
  /** Version of the subgraph; null when it was taken out or refused. */
  readonly version: number | null;
}

export interface RegistryParts {
  readonly database: PlatformDatabase;
  readonly signer: RegistrySigner;
  readonly documents: DocumentStore;
  /** Window of real traffic. */
  readonly days: number;
  readonly now?: () => Date;
}

/** The graph in use, and the subgraphs it was made of. */
export interface ActiveGraph {
  readonly supergraph: StoredSupergraph | null;
  readonly members: readonly Member[];
  readonly known: ReadonlyMap<string, SubgraphRow>;
}

/** A change and what becomes of the graph by it. */
interface Judged {
  readonly verdict: Verdict;
  readonly composed: Composed | null;
}

/** The registry of schemas: checks what is proposed against everything in use and keeps what is accepted. */
export class SchemaRegistry {
  readonly #now: () => Date;

  constructor(readonly parts: RegistryParts) {
    this.#now = parts.now ?? (() => new Date());
  }

  /** Changes nothing. */
  check(proposal: Proposal, actor: AssertedActor): Promise<Verdict> {
    return this.parts.database.transaction(async (client) => {
      const graph = await this.read(client);
      const known = graph.known.get(proposal.subgraph);
      const owner = known ? known.departmentId : ownerOfNew(actor, proposal.departmentId);
      return (await this.#judge(client, graph, proposal, owner)).verdict;
    });
  }

  /** Publishes when nothing stands against it; a refused proposal leaves no trace. @throws Problem 403 */
  publish(proposal: Proposal, actor: AssertedActor): Promise<Publication> {
    return this.parts.database.transaction(async (client) => {
      await lockRegistry(client);
      const graph = await this.read(client);
      const known = graph.known.get(proposal.subgraph);
      if (known && !mayPublish(actor, known.departmentId)) throw forbidden();
      const departmentId = known ? known.departmentId : ownerOfNew(actor, proposal.departmentId);
      const { verdict, composed } = await this.#judge(client, graph, proposal, departmentId);
      const before = graph.supergraph?.version ?? 0;
      if (!verdict.accepted || verdict.unchanged || !composed) {
        const version = verdict.unchanged ? (graph.supergraph?.members[proposal.subgraph] ?? null) : null;
        return { verdict, supergraph: before, version };
      }
      return { verdict, ...(await this.#keep(client, { graph, proposal, departmentId, composed, verdict, by: nameOf(actor) })) };
    });
  }

  /** What is in use. @throws Error when a signature is wrong */
  async read(client: PoolClient): Promise<ActiveGraph> {
    const known = new Map((await readSubgraphs(client)).map((row) => [row.name, row]));
    const version = await activeVersion(client);
    const supergraph = version === null ? null : await readSupergraph(client, version, this.parts.signer);
    return { supergraph, known, members: supergraph ? await readMembers(client, supergraph.members, this.parts.signer) : [] };
  }

  /** @param owner department whose subgraph it is; null = the province's */
  async #judge(client: PoolClient, graph: ActiveGraph, proposal: Proposal, owner: string | null): Promise<Judged> {
    const { subgraph, sdl } = proposal;
    const before = graph.members.find(({ name }) => name === subgraph);
    const url = proposal.url ?? before?.url ?? null;
    const blank = { subgraph, unchanged: false, composition: [], house: [], changes: [], hits: [], early: [], days: this.parts.days };
    const refused = (composition: string[]): Judged => ({ verdict: { ...blank, accepted: false, composition }, composed: null });
    if (sdl === null && !before) return refused([`${subgraph} is not part of the graph`]);
    if (sdl !== null && url === null) return refused([`${subgraph} is new: say where it answers (--url)`]);
    if (before && before.sdl === sdl && before.url === url)
      return { verdict: { ...blank, accepted: true, unchanged: true }, composed: null };
    const others = graph.members.filter(({ name }) => name !== subgraph);
    let composed: Composed;
    try {
      composed = await composeApart([...others, ...(sdl === null ? [] : [{ name: subgraph, sdl, url: url! }])]);
    } catch (error) {
      return refused(reasonsOf(error as Error));
    }
    const house = sdl === null ? [] : rulesBroken(subgraph, sdl, graph.members, owner);
    const older = graph.supergraph ? comparedGraph(graph.supergraph) : null;
    const reality = await readReality(client, this.parts.documents, this.parts.days, this.#now());
    const newer = comparedGraph({ sdl: composed.supergraph, api: composed.api });
    const checked = older ? checkAgainstReality(older, newer, reality) : { changes: [], hits: [], early: [] };
    const accepted = house.length + checked.hits.length + checked.early.length === 0;
    return { verdict: { ...blank, ...checked, house, accepted }, composed };
  }

  async #keep(client: PoolClient, { graph, proposal, departmentId, composed, verdict, by }: Kept): Promise<Omit<Publication, 'verdict'>> {
    const { signer } = this.parts;
    const { subgraph, sdl, url } = proposal;
    const { [subgraph]: _was, ...others } = graph.supergraph?.members ?? {};
    let version: number | null = null;
    if (sdl !== null) {
      const owned = ownersOf(graph.members, subgraph, sdl);
      const owns = [...owned].filter(([, owner]) => owner === subgraph).map(([type]) => type);
      const fileSha256 = graph.known.get(subgraph)?.fileSha256 ?? null;
      await keepSubgraph(client, { name: subgraph, departmentId, owns, fileSha256 });
      const address = url ?? graph.members.find(({ name }) => name === subgraph)!.url;
      version = await addSchema(client, { name: subgraph, sdl, url: address, origin: 'publish', by }, signer);
    }
    const members = version === null ? others : { ...others, [subgraph]: version };
    const made = { sdl: composed.supergraph, api: composed.api, members, subgraph, by, changes: verdict.changes };
    return { version, supergraph: await addSupergraph(client, made, signer) };
  }
}

interface Kept {
  graph: ActiveGraph;
  proposal: Proposal;
  departmentId: string | null;
  composed: Composed;
  verdict: Verdict;
  by: string;
}

/** Lines of an error of composition; the whole text of any other. */
function reasonsOf({ message }: Error): string[] {
  const [first = '', ...lines] = message.split('\n').map((line) => line.trim());
  return lines.length > 0 ? lines : [first];
}

function rulesBroken(subgraph: string, sdl: string, members: readonly Member[], owner: string | null): HouseProblem[] {
  const owners = ownersOf(members, subgraph, sdl);
  const others = members.filter(({ name }) => name !== subgraph).map((member) => member.sdl);
  return [...houseProblems(subgraph, sdl, owners), ...(owner === null ? [] : guestProblems(subgraph, sdl, others, owners))];
}

/** Owners of all entities when this SDL takes its place: what nobody owned before belongs to who defines it. */
export function ownersOf(members: readonly Member[], subgraph: string, sdl: string): Owners {
  const owners = new Map(
    members.filter(({ name }) => name !== subgraph).flatMap(({ name, owns }) => owns.map((type) => [type, name] as const)),
  );
  const own = members.find(({ name }) => name === subgraph)?.owns ?? [];
  for (const type of [...own, ...entitiesOf(sdl)]) if (!owners.has(type)) owners.set(type, subgraph);
  return owners;
}

export const comparedGraph = ({ sdl, api }: Pick<StoredSupergraph, 'sdl' | 'api'>): ComparedGraph => ({
  api: buildSchema(api),
  access: accessTable(sdl),
});

const nameOf = ({ kind, id, name }: AssertedActor): string => `${name} (${kind} ${id})`;
