import { createHash } from 'node:crypto';
import type { ReleaseChannel } from '@thidua/contracts';
import type { CanaryRule, ModuleState, Release } from './registry.types.js';

/** Who asks, as far as the choice of a release depends on it. */
export interface Visitor {
  /** Subject of the sign-in: known even when the graph is silent. */
  readonly subject: string;
  readonly personId: string | null;
  readonly department: string | null;
  readonly roles: ReadonlySet<string>;
}

export type Offer =
  | { readonly state: 'active'; readonly release: Release; readonly channel: ReleaseChannel; readonly pinned: boolean }
  | { readonly state: 'killed'; readonly release: Release; readonly reason: string };

/**
 * Which release a person gets: a pin of the person, then of the department, then the canary, then the stable one. A stopped
 * release is passed over; when nothing is left, the module is offered as stopped, with the reason, instead of vanishing.
 * @returns null for a module nothing of which was ever activated.
 */
export function offerOf(module: ModuleState, visitor: Visitor): Offer | null {
  const candidates = candidatesOf(module, visitor);
  const first = candidates[0];
  if (!first) return null;
  if (module.slot.killedReason !== null) return { state: 'killed', release: first.release, reason: module.slot.killedReason };
  const running = candidates.find(({ release }) => release.killedReason === null);
  return running ? { state: 'active', ...running } : { state: 'killed', release: first.release, reason: first.release.killedReason ?? '' };
}

interface Candidate {
  readonly release: Release;
  readonly channel: ReleaseChannel;
  readonly pinned: boolean;
}

function candidatesOf(module: ModuleState, visitor: Visitor): Candidate[] {
  const found: Candidate[] = [];
  const pinOf = (kind: 'person' | 'department', keys: readonly (string | null)[]): void => {
    const pin = module.pins.find((candidate) => candidate.kind === kind && keys.includes(candidate.key));
    if (pin) found.push({ release: pin.release, channel: channelOf(module, pin.release), pinned: true });
  };
  pinOf('person', [visitor.subject, visitor.personId]);
  pinOf('department', [visitor.department]);
  if (module.canary && getsCanary(module.canary.rule, module.slot.id, visitor))
    found.push({ release: module.canary.release, channel: 'canary', pinned: false });
  if (module.stable) found.push({ release: module.stable, channel: 'stable', pinned: false });
  return found;
}

function channelOf(module: ModuleState, release: Release): ReleaseChannel {
  return module.canary?.release.release === release.release ? 'canary' : 'stable';
}

/** True when the rule takes this person. */
export function getsCanary(rule: CanaryRule, module: string, visitor: Visitor): boolean {
  if (visitor.department !== null && rule.departments?.includes(visitor.department)) return true;
  if (rule.roles?.some((role) => visitor.roles.has(role))) return true;
  return rule.share !== undefined && bucketOf(visitor.subject, module) < rule.share * 100;
}

const BUCKETS = 10_000;

/**
 * Place of a person among ten thousand, the same at every visit and for every host, and another for each module, so that not the
 * same people try everything. A larger share keeps those who were in the smaller one.
 */
export function bucketOf(subject: string, module: string): number {
  return createHash('sha256').update(`${module}\n${subject}`).digest().readUInt32BE(0) % BUCKETS;
}
