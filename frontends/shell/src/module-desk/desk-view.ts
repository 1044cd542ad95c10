import type { HealthView, ModuleView, ReleaseDiff, ReleaseView } from '@thidua/contracts/web';
import type { StatusKind } from '@thidua/web';

/** From here on a release is worth a look: the registry's own threshold for taking it back is a setting of the host. */
const NOTABLE_SHARE = 0.02;

export interface Verdict {
  readonly kind: StatusKind;
  /** Key below `shell.modules.status`. */
  readonly word: 'running' | 'killed' | 'trouble' | 'unused' | 'canary';
}

/** One word on how a module does. Stopped outweighs everything; a release without sessions says nothing about itself. */
export function verdictOf(module: Pick<ModuleView, 'killed' | 'stable' | 'health' | 'canary'>): Verdict {
  if (module.killed !== null) return { kind: 'bad', word: 'killed' };
  if (!module.stable) return { kind: 'idle', word: 'unused' };
  if (isTroubled(module.health)) return { kind: 'warn', word: 'trouble' };
  return module.canary ? { kind: 'wait', word: 'canary' } : { kind: 'ok', word: 'running' };
}

export function isTroubled(health: HealthView | null): boolean {
  return health !== null && health.sessions > 0 && health.failed / health.sessions >= NOTABLE_SHARE;
}

/** Word of a release: what it is now, and where it is offered. */
export function releaseVerdict(release: ReleaseView): { kind: StatusKind; word: 'stable' | 'canary' | 'killed' | 'failed' | 'kept' } {
  if (release.killed !== null) return { kind: 'bad', word: 'killed' };
  if (release.channels.includes('stable')) return { kind: 'ok', word: 'stable' };
  if (release.channels.includes('canary')) return { kind: 'wait', word: 'canary' };
  if (release.failedAt !== null) return { kind: 'warn', word: 'failed' };
  return { kind: 'idle', word: 'kept' };
}

export const DIFF_PARTS = ['permissions', 'pages', 'operations', 'shared', 'files'] as const;
export type DiffPart = (typeof DIFF_PARTS)[number];

/** Lines of a difference: what comes first, what goes, what is another. */
export function diffLines(diff: ReleaseDiff, part: DiffPart): { sign: '+' | '−' | '≠'; text: string }[] {
  const { added, removed, changed = [] } = diff[part];
  return [
    ...added.map((text) => ({ sign: '+' as const, text })),
    ...removed.map((text) => ({ sign: '−' as const, text })),
    ...changed.map((text) => ({ sign: '≠' as const, text })),
  ];
}
