import type { InjectionKey } from 'vue';

/** True below a widget. */
export const INSIDE_SLOT: InjectionKey<boolean> = Symbol('inside-slot');
