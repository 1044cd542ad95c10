import type { GraphCache } from '../cache/graph-cache.js';
import type { Clientele } from '../clients/clientele.js';
import { trustedStage, type TrustedDocuments } from '../documents/trusted.stage.js';
import { contractStage } from '../registry/contracts/contract.stage.js';
import type { Contracts } from '../registry/contracts/contract.store.js';
import { accessTable } from './access.rules.js';
import { accessStage } from './access.stage.js';
import { introspectionStage } from './introspection.stage.js';
import { limitsStage } from './limits.stage.js';
import type { StageFactory } from './stage.js';

export interface StageSettings {
  /** False = a foreign supergraph without our tags: nothing is denied. */
  guarded: boolean;
  /** Whether who is not signed in may introspect. */
  publicIntrospection: boolean;
  /** Whether people may ask by text. */
  trusted?: TrustedDocuments;
  /** Null = nobody is counted or limited. */
  clientele?: Clientele | null;
  /** What each audience sees of the schema; absent = everybody sees all of it. */
  contracts?: Contracts | null;
  /** Null = nothing is kept. */
  cache?: GraphCache | null;
}

/** What happens to every operation, in order. */
export const operationStages =
  ({ guarded, publicIntrospection, trusted = 'open', clientele, contracts, cache }: StageSettings): StageFactory =>
  ({ sdl, schema, plansOf }) => [
    ...(trusted === 'enforce' ? [trustedStage] : []),
    limitsStage,
    introspectionStage(publicIntrospection),
    ...(guarded ? [accessStage(accessTable(sdl))] : []),
    ...(contracts ? [contractStage(contracts, sdl, schema)] : []),
    ...(clientele?.stages(plansOf ? { plansOf } : {}) ?? []),
    ...(cache ? [cache.stage(sdl)] : []), // last: only who was admitted is given what was kept
  ];
