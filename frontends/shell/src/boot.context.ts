import { inject, type InjectionKey } from 'vue';
import type { Boot } from './boot.js';

export interface BootContext extends Boot {
  /** Settles when the graph has said who the viewer is, or could not. */
  readonly viewerLoaded: Promise<void>;
  reloadViewer(): Promise<void>;
}

export const BOOT: InjectionKey<BootContext> = Symbol('boot');

export function useBoot(): BootContext {
  const boot = inject(BOOT);
  if (!boot) throw new Error('The boot data are provided by main.ts');
  return boot;
}
